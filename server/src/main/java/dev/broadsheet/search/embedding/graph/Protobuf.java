package dev.broadsheet.search.embedding.graph;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads protobuf's wire format, of which an ONNX file is made: only what has a length (texts, bytes and
 * messages in messages), as nothing else of such a file is asked for.
 */
final class Protobuf {
    private static final int MOST_BYTES_OF_A_NUMBER = 10;

    private Protobuf() {}

    /**
     * The fields of a message that have a length, by number and in the order they have in it.
     *
     * @return the values share their bytes with the message
     * @throws IOException if it is no message
     */
    static Map<Integer, List<ByteBuffer>> fields(ByteBuffer message) throws IOException {
        Map<Integer, List<ByteBuffer>> fields = new HashMap<>();
        ByteBuffer rest = message.slice();
        try {
            while (rest.hasRemaining()) {
                long tag = number(rest);
                switch ((int) (tag & 7)) {
                    case 0 -> number(rest);
                    case 1 -> rest.getLong();
                    case 2 ->
                        fields.computeIfAbsent((int) (tag >>> 3), field -> new ArrayList<>())
                                .add(bytes(rest, number(rest)));
                    case 5 -> rest.getInt();
                    default -> throw new IOException("the file is not a protobuf message");
                }
            }
        } catch (BufferUnderflowException e) {
            throw new IOException("the file ends too early", e);
        }
        return fields;
    }

    private static ByteBuffer bytes(ByteBuffer rest, long length) {
        if (length < 0 || length > rest.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer bytes = rest.slice(rest.position(), (int) length);
        rest.position(rest.position() + (int) length);
        return bytes;
    }

    /** Seven bits a byte, the lowest first, the eighth telling that another follows. */
    private static long number(ByteBuffer rest) throws IOException {
        long number = 0;
        for (int i = 0; i < MOST_BYTES_OF_A_NUMBER; i++) {
            byte bits = rest.get();
            number |= (bits & 0x7fL) << (7 * i);
            if (bits >= 0) {
                return number;
            }
        }
        throw new IOException("the file is not a protobuf message");
    }
}
