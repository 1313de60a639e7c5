package dev.broadsheet.source.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes what a server did to make an answer smaller (RFC 9110, 8.4.1). */
final class ContentDecoding {
    private ContentDecoding() {}

    static boolean knows(String encoding) {
        return switch (encoding) {
            case "", "identity", "gzip", "x-gzip", "deflate" -> true;
            default -> false;
        };
    }

    /**
     * The beginning of the unpacked content.
     *
     * @param encoding in lower case, one that is known
     * @param most so many bytes at most: one more than is allowed shows that there is more
     * @throws IOException if it is damaged, or breaks off before that
     */
    static byte[] unpacked(LimitedBody packed, String encoding, int most) throws IOException {
        if (packed.size() == 0 || encoding.isEmpty() || encoding.equals("identity")) {
            return packed.bytes();
        }
        if (!encoding.equals("deflate")) {
            try (InputStream content = new GZIPInputStream(packed.stream(), 1 << 13)) {
                return content.readNBytes(most);
            }
        }
        Inflater inflater = new Inflater(!hasZlibHeader(packed));
        try (InputStream content = new InflaterInputStream(packed.stream(), inflater)) {
            return content.readNBytes(most);
        } finally {
            inflater.end();
        }
    }

    /** The standard asks for a header (RFC 1950); some servers leave it away. */
    private static boolean hasZlibHeader(LimitedBody packed) throws IOException {
        byte[] start = packed.stream().readNBytes(2);
        return start.length == 2
                && (start[0] & 0x0f) == Deflater.DEFLATED
                && ((start[0] & 0xff) << 8 | (start[1] & 0xff)) % 31 == 0;
    }
}
