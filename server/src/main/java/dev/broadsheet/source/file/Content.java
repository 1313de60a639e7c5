package dev.broadsheet.source.file;

import dev.broadsheet.source.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a file holds: its entries and how to read one. */
record Content(Entries entries, RecordFormat format) {
    static Content of(CountedStream raw, String title, Format format) throws IOException {
        Looked looked = Looked.at(raw);
        if (startsWith(looked.start(), 0x1f, 0x8b)) {
            looked = Looked.at(Unpacked.of(looked.stream(), raw, title));
        }
        looked = Looked.at(decoded(looked));
        InputStream stream = looked.stream();
        String text = new String(looked.start(), StandardCharsets.UTF_8);
        Format found = format == Format.AUTO ? Recognition.of(text, title) : format;
        return switch (found) {
            case BIBTEX -> {
                BibtexEntries entries = new BibtexEntries(new Lines(stream));
                yield new Content(entries, new BibtexFormat(entries));
            }
            case RIS -> new Content(new RisEntries(new Lines(stream)), new RisFormat());
            case CSV -> {
                CsvEntries entries = new CsvEntries(new Lines(new Utf8OrWindows(stream)), title);
                yield new Content(entries, new CsvFormat(entries.header()));
            }
            case AUTO, ARXIV_SNAPSHOT, ARXIV_JSON, SEED, HUGGINGFACE ->
                Recognition.isOneALine(text)
                        ? new Content(new LineEntries(new Lines(stream)), new JsonFormat(found))
                        : new Content(new JsonEntries(stream), new JsonFormat(found));
        };
    }

    private static InputStream decoded(Looked looked) throws IOException {
        InputStream stream = looked.stream();
        if (startsWith(looked.start(), 0xef, 0xbb, 0xbf)) {
            stream.skipNBytes(3);
        } else if (startsWith(looked.start(), 0xff, 0xfe)) {
            stream.skipNBytes(2);
            return new AsUtf8(stream, StandardCharsets.UTF_16LE);
        } else if (startsWith(looked.start(), 0xfe, 0xff)) {
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
