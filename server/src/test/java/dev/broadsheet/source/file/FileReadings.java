package dev.broadsheet.source.file;

import dev.broadsheet.source.Format;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.Source.Received;
import dev.broadsheet.source.Source.Rejected;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.types.FileSources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Reads what a test writes as if it were a file. */
record FileReadings(List<Item> items, @Nullable IOException broken) {

    static FileReadings of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static FileReadings of(byte[] bytes) {
        return of(new ByteArrayInputStream(bytes), Format.AUTO, null);
    }

    static FileReadings of(InputStream stream, Format format, @Nullable String cursor) {
        List<Item> items = new ArrayList<>();
        Source source = FileSources.open(stream, format);
        try (Source.Reading reading = source.open(cursor)) {
            for (Item item = reading.next(); item != null; item = reading.next()) {
                items.add(item);
            }
        } catch (IOException e) {
            return new FileReadings(items, e);
        }
        return new FileReadings(items, null);
    }

    List<SourceRecord> records() {
        return items.stream()
                .filter(Received.class::isInstance)
                .map(item -> ((Received) item).record())
                .toList();
    }

    SourceRecord only() {
        if (items.size() != 1 || records().size() != 1) {
            throw new AssertionError("not one record: " + items + " " + broken);
        }
        return records().getFirst();
    }

    SourceRecord only(int count) {
        if (records().size() != count) {
            throw new AssertionError("not " + count + " records: " + items + " " + broken);
        }
        return records().getLast();
    }

    List<Rejected> rejects() {
        return items.stream()
                .filter(Rejected.class::isInstance)
                .map(item -> (Rejected) item)
                .toList();
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
