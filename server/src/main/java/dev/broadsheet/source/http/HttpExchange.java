package dev.broadsheet.source.http;

import static dev.broadsheet.source.http.FetchException.Kind.FORBIDDEN;
import static dev.broadsheet.source.http.FetchException.Kind.NOT_FOUND;
import static dev.broadsheet.source.http.FetchException.Kind.REFUSED;
import static dev.broadsheet.source.http.FetchException.Kind.UNAVAILABLE;

import dev.broadsheet.source.http.AnswerCache.Kept;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Single requests over the network, within limits of time and size. Thread-safe. */
final class HttpExchange implements AutoCloseable {
    /** Of an answer that says no, only the beginning is of use. */
    private static final int LONGEST_REFUSAL = 1 << 16;

    private static final int SHOWN_REFUSAL = 2_000;

    // One request at a time gains nothing from HTTP/2, and rude servers stumble over its offer.
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    private final AnswerCache kept = new AnswerCache();
    private final FetchPolicy policy;
    private final Clock clock;

    HttpExchange(FetchPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    Reply ask(Target target) throws InterruptedException {
        URI address = target.address();
        Instant at = clock.instant();
        Kept known = kept.get(address);
        try {
            target.checkNetwork();
            HttpResponse<LimitedBody> response = exchanged(request(address, known));
            return switch (response.statusCode()) {
                case 200 -> document(address, at, response);
                case 301, 302, 303, 307, 308 -> moved(address, response);
                case 304 -> known == null ? failed(address, response) : new Reply.Document(again(known.answer(), at));
                default -> failed(address, response);
            };
        } catch (FetchException e) {
            return new Reply.Failed(e);
        } catch (UnknownHostException e) {
            return failed(UNAVAILABLE, address, "cannot be asked: nobody knows the name of the host", e);
        } catch (IOException e) {
            return failed(UNAVAILABLE, address, "cannot be had: " + NetworkFailure.of(e), e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private HttpResponse<LimitedBody> exchanged(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<LimitedBody>> exchange = client.sendAsync(
                request, info -> new LimitedBody(info.statusCode() == 200 ? policy.largestBody() : LONGEST_REFUSAL));
        try {
            return exchange.get(policy.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no whole answer within " + inWords(policy.timeLimit()), e);
        } catch (ExecutionException e) {
            // Beside IOException, the client lets parts of broken headers through as they come.
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private HttpRequest request(URI address, @Nullable Kept known) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("User-Agent", policy.userAgent())
                .header("Accept-Encoding", "gzip, deflate");
        if (known != null && !known.entityTag().isEmpty()) {
            request.header("If-None-Match", known.entityTag());
        }
        if (known != null && !known.lastModified().isEmpty()) {
            request.header("If-Modified-Since", known.lastModified());
        }
        return request.build();
    }

    private Reply document(URI address, Instant at, HttpResponse<LimitedBody> response) {
        LimitedBody packed = response.body();
        if (packed.isTooLong()) {
            return tooLong(address);
        }
        String encoding = header(response, "Content-Encoding").toLowerCase(Locale.ROOT);
        if (!ContentDecoding.knows(encoding)) {
            return failed(REFUSED, address, "is packed in a way that was not asked for: " + encoding, null);
        }
        byte[] body;
        try {
            body = ContentDecoding.unpacked(packed, encoding, policy.largestBody() + 1);
        } catch (IOException e) {
            return failed(UNAVAILABLE, address, "is damaged, or only a part of it came: " + e.getMessage(), e);
        }
        if (body.length > policy.largestBody()) {
            return tooLong(address);
        }
        String type = header(response, "Content-Type").toLowerCase(Locale.ROOT);
        Answer answer = new Answer(address, type, body, at);
        kept.keep(address, Validators.of(answer, response.headers()));
        return new Reply.Document(answer);
    }

    private Reply moved(URI address, HttpResponse<LimitedBody> response) {
        String location = header(response, "Location");
        return location.isEmpty() ? failed(address, response) : new Reply.Moved(location);
    }

    private Reply failed(URI address, HttpResponse<LimitedBody> response) {
        int status = response.statusCode();
        FetchException.Kind kind = switch (status) {
            case 404, 410 -> NOT_FOUND;
            case 408, 425, 429 -> UNAVAILABLE;
            default -> status >= 500 ? UNAVAILABLE : REFUSED;
        };
        String message = RedactedAddress.of(address) + " answers with status " + status;
        FetchException why = new FetchException(kind, message, status, beginning(response), null);
        Duration wait = HeaderTime.toWait(header(response, "Retry-After"), clock.instant());
        return new Reply.Failed(why, wait);
    }

    private Reply tooLong(URI address) {
        return failed(FORBIDDEN, address, "is larger than " + policy.largestBody() + " bytes, and was not read", null);
    }

    private static Reply failed(FetchException.Kind kind, URI address, String what, @Nullable Throwable cause) {
        return new Reply.Failed(new FetchException(kind, RedactedAddress.of(address) + " " + what, 0, "", cause));
    }

    private static Answer again(Answer answer, Instant at) {
        return new Answer(answer.address(), answer.contentType(), answer.body(), at);
    }

    private static String beginning(HttpResponse<LimitedBody> response) {
        String encoding = header(response, "Content-Encoding").toLowerCase(Locale.ROOT);
        if (!ContentDecoding.knows(encoding)) {
            return "";
        }
        try {
            byte[] bytes = ContentDecoding.unpacked(response.body(), encoding, SHOWN_REFUSAL);
            return new String(bytes, 0, Math.min(bytes.length, SHOWN_REFUSAL), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("").strip();
    }

    private static String inWords(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " seconds" : limit.toMillis() + " milliseconds";
    }
}
