package dev.broadsheet.source.oai;

import dev.broadsheet.paper.PaperId;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records asked for one by one. The cursor says how many of them are done. */
record OaiRecordsByName(
        String title, URI base, String prefix, List<String> names, Fetcher fetcher, OaiReader.Factory readers)
        implements Source {
    OaiRecordsByName {
        names = List.copyOf(names);
    }

    @Override
    public String harvest() {
        // By a hash: an index takes no text of thousands of names.
        return "oai " + base + " " + prefix + " "
                + PaperId.shortNameFor(String.join("\n", names)).name();
    }

    @Override
    public Reading open(@Nullable String cursor) {
        return new ByName(cursor == null ? 0 : Integer.parseInt(cursor));
    }

    private final class ByName implements Reading {
        private volatile int done;

        ByName(int done) {
            this.done = done;
        }

        // One thread reads, so that nothing is lost between reading and writing the field.
        @SuppressWarnings("NonAtomicVolatileUpdate")
        @Override
        public @Nullable Item next() throws IOException {
            if (done >= names.size()) {
                return null;
            }
            String name = names.get(done);
            Item item = ask(name, String.valueOf(done + 1));
            done++;
            return item;
        }

        @Override
        public long done() {
            return done;
        }

        @Override
        public long total() {
            return names.size();
        }

        @Override
        public void close() {
            // every page is closed where it is read
        }
    }

    private Source.Item ask(String name, String cursor) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("identifier", name);
        parameters.put("metadataPrefix", prefix);
        try (OaiPage page = OaiPage.get(fetcher, OaiListing.request(base, "GetRecord", parameters))) {
            OaiRecord record = page.next();
            if (record == null || page.next() != null) {
                throw new IOException(title + " did not answer with one record when asked for " + name);
            }
            if (record.deleted()) {
                return new Source.Rejected(name, "deleted by the source", record.raw(), cursor);
            }
            try {
                SourceRecord read = readers.reader(null).read(record);
                return new Source.Received(read, cursor);
            } catch (UnreadableRecordException e) {
                return new Source.Rejected(name, e.reason(), record.raw(), cursor);
            }
        } catch (OaiException e) {
            if (e.is("idDoesNotExist") || e.is("cannotDisseminateFormat") || e.is("badArgument")) {
                return new Source.Rejected(name, String.valueOf(e.getMessage()), "", cursor);
            }
            throw e;
        }
    }
}
