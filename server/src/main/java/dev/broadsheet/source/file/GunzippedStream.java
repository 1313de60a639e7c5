package dev.broadsheet.source.file;

import dev.broadsheet.source.UnreadableFileException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The content of a gzip file. Refuses what grows out of all proportion, and says in a person's
 * words where a file breaks off.
 */
final class GunzippedStream extends FilterInputStream {
    /** So much may come of any file before its growth is looked at, in bytes. */
    private static final long UNSUSPICIOUS = 64L << 20;

    /** Real metadata shrinks to a third or a tenth; gzip's own limit is about 1,030. */
    private static final long MOST_GROWTH = 200;

    private static final int BUFFER = 1 << 16;

    private final CountedStream packed;
    private final String title;
    private long unpacked;

    private GunzippedStream(InputStream content, CountedStream packed, String title) {
        super(content);
        this.packed = packed;
        this.title = title;
    }

    /** @param start the packed bytes, those included that were looked at already */
    static InputStream of(InputStream start, CountedStream packed, String title) throws IOException {
        try {
            return new GunzippedStream(new GZIPInputStream(start, BUFFER), packed, title);
        } catch (EOFException | ZipException e) {
            throw new UnreadableFileException(title + " begins like a gzip file but is none: it is damaged.", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(target, offset, length);
        } catch (EOFException e) {
            throw new UnreadableFileException(
                    title + " breaks off in the middle: the gzip file is not complete. "
                            + "What came before the break was read; get the file again for the rest.",
                    e);
        } catch (ZipException e) {
            throw new UnreadableFileException(
                    title + " is damaged: " + e.getMessage()
                            + ". What came before was read; get the file again for the rest.",
                    e);
        }
        unpacked += Math.max(0, count);
        if (unpacked > UNSUSPICIOUS && unpacked / MOST_GROWTH > packed.count()) {
            throw new UnreadableFileException(title + " grows more than " + MOST_GROWTH
                    + " times when it is unpacked, as no file of papers does. It may be made to fill"
                    + " the memory or the disk, so the rest was not read.");
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
