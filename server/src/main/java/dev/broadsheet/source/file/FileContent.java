package dev.broadsheet.source.file;

import dev.broadsheet.source.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a file holds: its entries and how to read one. */
record FileContent(Entries entries, RecordFormat format) {
    static FileContent of(CountedStream raw, String title, Format format) throws IOException {
        PeekedStream looked = PeekedStream.at(raw);
        if (startsWith(looked.start(), 0x1f, 0x8b)) {
            looked = PeekedStream.at(GunzippedStream.of(looked.stream(), raw, title));
        }
        looked = PeekedStream.at(decoded(looked));
        InputStream stream = looked.stream();
        String text = new String(looked.start(), StandardCharsets.UTF_8);
        Format found = format == Format.AUTO ? FormatDetection.of(text, title) : format;
        return switch (found) {
            case BIBTEX -> {
                BibtexEntries entries = new BibtexEntries(new Lines(stream));
                yield new FileContent(entries, new BibtexFormat(entries));
            }
            case RIS -> new FileContent(new RisEntries(new Lines(stream)), new RisFormat());
            case CSV -> {
                CsvEntries entries = new CsvEntries(new Lines(new Utf8OrWindows(stream)), title);
                yield new FileContent(entries, new CsvFormat(entries.header()));
            }
            case AUTO, ARXIV_SNAPSHOT, ARXIV_JSON, SEED, HUGGINGFACE ->
                FormatDetection.isOneALine(text)
                        ? new FileContent(new LineEntries(new Lines(stream)), new JsonFormat(found))
                        : new FileContent(new JsonEntries(stream), new JsonFormat(found));
        };
    }

    private static InputStream decoded(PeekedStream looked) throws IOException {
        InputStream stream = looked.stream();
        if (startsWith(looked.start(), 0xef, 0xbb, 0xbf)) {
            stream.skipNBytes(3);
        } else if (startsWith(looked.start(), 0xff, 0xfe)) {
            stream.skipNBytes(2);
            return new Utf8Transcoder(stream, StandardCharsets.UTF_16LE);
        } else if (startsWith(looked.start(), 0xfe, 0xff)) {
            stream.skipNBytes(2);
            return new Utf8Transcoder(stream, StandardCharsets.UTF_16BE);
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
