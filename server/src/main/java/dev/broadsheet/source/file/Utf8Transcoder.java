package dev.broadsheet.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of another encoding as UTF-8 bytes. What cannot be decoded becomes the replacement character. */
final class Utf8Transcoder extends InputStream {
    private final Reader reader;
    private final char[] chars = new char[8192];
    private byte[] bytes = new byte[0];
    private int position;
    private char pending;

    Utf8Transcoder(InputStream stream, Charset charset) {
        reader = new InputStreamReader(stream, charset);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private boolean fill() throws IOException {
        while (position >= bytes.length) {
            int kept = 0;
            if (pending != 0) {
                chars[0] = pending;
                kept = 1;
                pending = 0;
            }
            int count = reader.read(chars, kept, chars.length - kept);
            if (count < 0 && kept == 0) {
                return false;
            }
            int length = kept + Math.max(0, count);
            // The two halves of a character outside the basic plane must be encoded together.
            if (count > 0 && Character.isHighSurrogate(chars[length - 1])) {
                pending = chars[--length];
            }
            bytes = new String(chars, 0, length).getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        return true;
    }
}
