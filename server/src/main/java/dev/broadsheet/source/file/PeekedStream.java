package dev.broadsheet.source.file;

import dev.broadsheet.source.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/** A stream of which the first bytes have been looked at; they are still to be read from it. */
final class PeekedStream {
    /** So many bytes decide on the format. */
    private static final int LOOK = 1 << 16;

    private final byte[] start;
    private final InputStream stream;

    private PeekedStream(byte[] start, InputStream stream) {
        this.start = start;
        this.stream = stream;
    }

    static PeekedStream at(InputStream stream) throws IOException {
        byte[] start = new byte[LOOK];
        int length = 0;
        try {
            for (int count = 0; count >= 0 && length < LOOK; length += Math.max(0, count)) {
                count = stream.read(start, length, LOOK - length);
            }
        } catch (UnreadableFileException e) {
            // A file that breaks off so early still gives what it has; reading on meets the break again.
        }
        byte[] read = Arrays.copyOf(start, length);
        return new PeekedStream(read, new SequenceInputStream(new ByteArrayInputStream(read), stream));
    }

    /** Not to be changed. */
    byte[] start() {
        return start;
    }

    /** All of the stream, from its start. */
    InputStream stream() {
        return stream;
    }
}
