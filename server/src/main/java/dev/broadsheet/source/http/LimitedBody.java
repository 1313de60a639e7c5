package dev.broadsheet.source.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer as they come in, up to a limit: whoever sends more is not listened to any
 * longer. Complete when its future is; the bytes are not copied where that can be avoided.
 */
final class LimitedBody extends ByteArrayOutputStream implements BodySubscriber<LimitedBody> {
    private final CompletableFuture<LimitedBody> end = new CompletableFuture<>();
    private final int most;
    private Flow.@Nullable Subscription subscription;
    private boolean tooLong;

    LimitedBody(int most) {
        super(1 << 13);
        this.most = most;
    }

    /** Whether there was more than the limit allows. */
    boolean isTooLong() {
        return tooLong;
    }

    /** The bytes, not to be changed. */
    byte[] bytes() {
        return count == buf.length ? buf : Arrays.copyOf(buf, count);
    }

    InputStream stream() {
        return new ByteArrayInputStream(buf, 0, count);
    }

    @Override
    public CompletionStage<LimitedBody> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int length = Math.min(buffer.remaining(), most - count);
            byte[] part = new byte[length];
            buffer.get(part);
            write(part, 0, length);
            if (buffer.hasRemaining()) {
                stop();
                return;
            }
        }
    }

    @Override
    public void onError(Throwable problem) {
        end.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        end.complete(this);
    }

    private void stop() {
        tooLong = true;
        if (subscription != null) {
            subscription.cancel();
        }
        end.complete(this);
    }
}
