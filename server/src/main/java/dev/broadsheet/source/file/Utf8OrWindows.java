package dev.broadsheet.source.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Text as UTF-8 that may have been written in Windows-1252, as spreadsheets do. Decides for the
 * whole text where the first letter comes that is not ASCII, up to which both are the same.
 */
final class Utf8OrWindows extends InputStream {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Western words have no three letters that are not ASCII in a row; others' encodings have little else. */
    private static final int MOST_IN_A_ROW = 2;

    private InputStream stream;
    private boolean decided;

    Utf8OrWindows(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = stream.read(target, offset, length);
        if (decided || count <= 0) {
            return count;
        }
        int ascii = 0;
        while (ascii < count && target[offset + ascii] >= 0) {
            ascii++;
        }
        if (ascii == count) {
            return count;
        }
        byte[] rest = Arrays.copyOfRange(target, offset + ascii, offset + count);
        PeekedStream looked = PeekedStream.at(new SequenceInputStream(new ByteArrayInputStream(rest), stream));
        stream = isWindows(looked.start()) ? new Utf8Transcoder(looked.stream(), WINDOWS) : looked.stream();
        decided = true;
        return ascii > 0 ? ascii : stream.read(target, offset, length);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** A single broken letter does not make UTF-8 another encoding. */
    private static boolean isWindows(byte[] text) {
        int windows = 0;
        int others = 0;
        int position = 0;
        while (position < text.length) {
            int start = position;
            int letter = text[start] >= 0 ? 1 : utf8Length(text, start);
            if (letter > 0) {
                position += letter;
                others += letter > 1 ? 1 : 0;
                continue;
            }
            while (position < text.length && text[position] < 0) {
                position++;
            }
            if (position - start <= MOST_IN_A_ROW) {
                windows++;
            } else {
                others++;
            }
        }
        return windows > others;
    }

    /** The length of the UTF-8 letter of several bytes that stands there; 0 if none does. */
    private static int utf8Length(byte[] text, int position) {
        int first = text[position] & 0xff;
        int length = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        for (int i = 1; i < length; i++) {
            if (position + i >= text.length || (text[position + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
