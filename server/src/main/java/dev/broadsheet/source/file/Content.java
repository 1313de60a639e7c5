package dev.broadsheet.source.file;

import dev.broadsheet.source.Format;
import dev.broadsheet.source.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file holds: its entries and how to read one. */
record Content(Entries entries, RecordFormat format) {
    /** So many bytes decide on the format. */
    private static final int LOOK = 1 << 16;

    /** A stream of which the first bytes have been looked at; they are still to be read from it. */
    private static final class Looked {
        private final byte[] start;
        private final InputStream stream;

        private Looked(byte[] start, InputStream stream) {
            this.start = start;
            this.stream = stream;
        }

        static Looked at(InputStream stream) throws IOException {
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
            return new Looked(read, new SequenceInputStream(new ByteArrayInputStream(read), stream));
        }
    }

    static Content of(CountedStream raw, String title, Format format) throws IOException {
        Looked looked = Looked.at(raw);
        if (startsWith(looked.start, 0x1f, 0x8b)) {
            looked = Looked.at(Unpacked.of(looked.stream, raw, title));
        }
        looked = Looked.at(decoded(looked));
        InputStream stream = looked.stream;
        String text = new String(looked.start, StandardCharsets.UTF_8);
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
                        ? new Content(new LineEntries(new Lines(stream)), new JsonFormat(found))
                        : new Content(new JsonEntries(stream), new JsonFormat(found));
        };
    }

    private static InputStream decoded(Looked looked) throws IOException {
        InputStream stream = looked.stream;
        if (startsWith(looked.start, 0xef, 0xbb, 0xbf)) {
            stream.skipNBytes(3);
        } else if (startsWith(looked.start, 0xff, 0xfe)) {
            stream.skipNBytes(2);
            return new AsUtf8(stream, StandardCharsets.UTF_16LE);
        } else if (startsWith(looked.start, 0xfe, 0xff)) {
            stream.skipNBytes(2);
            return new AsUtf8(stream, StandardCharsets.UTF_16BE);
        }
        return stream;
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
