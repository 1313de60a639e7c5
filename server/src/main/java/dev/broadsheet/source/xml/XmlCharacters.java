package dev.broadsheet.source.xml;

import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a document, without those control characters that XML has no place for:
 * harvested records were seen to carry them from the forms authors paste into, and a single one
 * would make the whole document unreadable. Bytes that are wrong in the encoding are an error: the
 * JDK's own reader would print them to the console.
 */
final class XmlCharacters extends FilterReader {
    private static final int DECLARATION = 300;
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

    private XmlCharacters(Reader in) {
        super(in);
    }

    static Reader of(byte[] document) throws UnreadableXmlException {
        if (startsWith(document, 0xef, 0xbb, 0xbf)) {
            return of(document, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(document, 0xfe, 0xff)) {
            return of(document, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(document, 0xff, 0xfe)) {
            return of(document, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(document, 0, '<')) {
            return of(document, 0, StandardCharsets.UTF_16BE);
        }
        if (startsWith(document, '<', 0)) {
            return of(document, 0, StandardCharsets.UTF_16LE);
        }
        return of(document, 0, declared(document));
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (true) {
            int read = in.read(target, offset, length);
            int kept = kept(target, offset, read);
            if (kept != 0 || length == 0) {
                return kept;
            }
        }
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** How many of the characters read are left; they stand together at the front. */
    private static int kept(char[] target, int offset, int read) {
        int end = offset + read;
        int i = offset;
        while (i < end && !isControl(target[i])) {
            i++;
        }
        if (i >= end) {
            return read;
        }
        int kept = i;
        for (; i < end; i++) {
            if (!isControl(target[i])) {
                target[kept++] = target[i];
            }
        }
        return kept - offset;
    }

    private static boolean isControl(char c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    }

    private static Reader of(byte[] document, int start, Charset encoding) {
        return new XmlCharacters(new InputStreamReader(
                new ByteArrayInputStream(document, start, document.length - start),
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static Charset declared(byte[] document) throws UnreadableXmlException {
        String start = new String(document, 0, Math.min(document.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher encoding = ENCODING.matcher(start);
        if (!encoding.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(encoding.group(1));
        } catch (IllegalArgumentException e) {
            throw new UnreadableXmlException("the encoding " + encoding.group(1) + " is not known");
        }
    }

    private static boolean startsWith(byte[] document, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= document.length || (document[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
