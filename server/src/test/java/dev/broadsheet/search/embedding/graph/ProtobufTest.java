package dev.broadsheet.search.embedding.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProtobufTest {
    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        ProtobufMessage inner = new ProtobufMessage().text(8, "é中").number(2, -1);
        byte[] message = written(new ProtobufMessage()
                .number(1, Long.MAX_VALUE)
                .text(3, "")
                .fraction(2, 1e-12f)
                .message(300, inner)
                .text(3, "x".repeat(20_000)));
        Map<Integer, List<ByteBuffer>> fields = Protobuf.fields(ByteBuffer.wrap(message));
        assertThat(fields).containsOnlyKeys(3, 300);
        assertThat(fields.get(3)).map(ProtobufTest::text).containsExactly("", "x".repeat(20_000));
        assertThat(Protobuf.fields(Objects.requireNonNull(fields.get(300)).getFirst())
                        .get(8))
                .map(ProtobufTest::text)
                .containsExactly("é中");
    }

    /** The bytes that the format's own description gives as its examples. */
    @Test
    void theBytesAreThoseOfTheFormatsDescription() {
        assertThat(written(new ProtobufMessage().number(1, 150))).containsExactly(0x08, 0x96, 0x01);
        assertThat(written(new ProtobufMessage().text(2, "testing")))
                .containsExactly(0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67);
        assertThat(written(new ProtobufMessage().message(3, new ProtobufMessage().number(1, 150))))
                .containsExactly(0x1a, 0x03, 0x08, 0x96, 0x01);
    }

    @Test
    void aMessageCutShortIsRefused() {
        byte[] message = written(new ProtobufMessage().text(1, "text"));
        for (int length = 1; length < message.length; length++) {
            byte[] cut = Arrays.copyOf(message, length);
            assertThatThrownBy(() -> Protobuf.fields(ByteBuffer.wrap(cut))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aLengthBeyondAllBoundsIsRefused() {
        for (long length : new long[] {-1, Integer.MAX_VALUE, 1L << 32, Long.MIN_VALUE}) {
            byte[] message = written(new ProtobufMessage().number(1, length));
            message[0] = 1 << 3 | 2;
            assertThatThrownBy(() -> Protobuf.fields(ByteBuffer.wrap(message))).isInstanceOf(IOException.class);
        }
        byte[] endless = new byte[100];
        Arrays.fill(endless, (byte) 0xff);
        assertThatThrownBy(() -> Protobuf.fields(ByteBuffer.wrap(endless))).isInstanceOf(IOException.class);
    }

    @Test
    void anyBytesAreReadOrRefused() {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            assertThatCode(() -> {
                        try {
                            Protobuf.fields(ByteBuffer.wrap(bytes));
                        } catch (IOException expected) {
                            assertThat(expected).hasMessageStartingWith("the file ");
                        }
                    })
                    .as("seed %d: %s", seed, Arrays.toString(bytes))
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] written(ProtobufMessage message) {
        ByteBuffer buffer = ByteBuffer.allocate(message.size());
        message.writeTo(buffer);
        return buffer.array();
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
}
