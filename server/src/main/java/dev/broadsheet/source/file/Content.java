package dev.broadsheet.source.file;

import dev.broadsheet.source.Format;
import dev.broadsheet.source.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file holds: its entries and how to read one. */
record Content(Entries entries, RecordFormat format) {
    /** So many bytes decide on the format. */
    private static final int LOOK = 1 << 16;

    static Content of(CountedStream raw, String title, Format format) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(raw, LOOK);
        if (startsWith(look(stream), 0x1f, 0x8b)) {
            stream = new PushbackInputStream(Unpacked.of(stream, raw, title), LOOK);
        }
        byte[] start = look(stream);
        stream = decoded(stream, start);
        String text = new String(look(stream), StandardCharsets.UTF_8);
        Format found = format == Format.AUTO ? Recognition.of(text, title) : format;
        return switch (found) {
            case BIBTEX -> {
                BibtexEntries entries = new BibtexEntries(new Lines(stream));
                yield new Content(entries, new BibtexFormat(entries.macros()));
            }
            case RIS -> new Content(new RisEntries(new Lines(stream)), new RisFormat());
            case CSV -> {
                CsvEntries entries = new CsvEntries(new Lines(stream), title);
                yield new Content(entries, new CsvFormat(entries.header()));
            }
            case AUTO, ARXIV_SNAPSHOT, ARXIV_JSON, SEED, HUGGINGFACE ->
                Recognition.isOneALine(text)
                        ? new Content(new LineEntries(new Lines(stream)), new JsonFormat(found, false))
                        : new Content(new JsonEntries(stream), new JsonFormat(found, true));
        };
    }

    private static PushbackInputStream decoded(PushbackInputStream stream, byte[] start) throws IOException {
        if (startsWith(start, 0xef, 0xbb, 0xbf)) {
            stream.skipNBytes(3);
        } else if (startsWith(start, 0xff, 0xfe)) {
            return utf8(stream, StandardCharsets.UTF_16LE);
        } else if (startsWith(start, 0xfe, 0xff)) {
            return utf8(stream, StandardCharsets.UTF_16BE);
        }
        return stream;
    }

    private static PushbackInputStream utf8(PushbackInputStream stream, Charset charset) throws IOException {
        stream.skipNBytes(2);
        return new PushbackInputStream(new AsUtf8(stream, charset), LOOK);
    }

    private static byte[] look(PushbackInputStream stream) throws IOException {
        byte[] start = new byte[LOOK];
        int length = 0;
        try {
            for (int count = 0; count >= 0 && length < LOOK; length += Math.max(0, count)) {
                count = stream.read(start, length, LOOK - length);
            }
        } catch (UnreadableFileException e) {
            // A file that breaks off so early still gives what it has; reading on meets the break again.
            start = Arrays.copyOf(start, LOOK);
        }
        stream.unread(start, 0, length);
        return Arrays.copyOf(start, length);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
