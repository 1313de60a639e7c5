package dev.broadsheet.source.paged;

import dev.broadsheet.paper.PaperId;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Records asked for one by one. The cursor is how many names were asked. */
final class SingleRecords implements Source {
    private final PagedService service;
    private final Fetcher fetcher;
    private final List<String> names;

    SingleRecords(PagedService service, Fetcher fetcher, List<String> names) {
        this.service = service;
        this.fetcher = fetcher;
        this.names = List.copyOf(names);
    }

    @Override
    public String title() {
        return service.profile().title() + ", " + names.size() + " single records";
    }

    @Override
    public String harvest() {
        return service.profile().name() + " records "
                + PaperId.shortNameFor(String.join("\n", names)).name();
    }

    @Override
    public Reading open(@Nullable String cursor) {
        boolean number = cursor != null && cursor.matches("\\d{1,9}");
        return new SingleReading(number ? Math.min(Integer.parseInt(cursor), names.size()) : 0);
    }

    private final class SingleReading implements Reading {
        private final EntryReader reader = new EntryReader(service);
        private final Queue<Item> waiting = new ArrayDeque<>();
        private int asked;

        SingleReading(int asked) {
            this.asked = asked;
        }

        @Override
        public @Nullable Item next() throws IOException {
            while (waiting.isEmpty() && asked < names.size()) {
                ask(names.get(asked));
                asked++;
            }
            return waiting.poll();
        }

        private void ask(String name) throws IOException {
            // Whoever goes on before the last of a record's versions asks for all of them again.
            String before = Integer.toString(asked);
            String after = Integer.toString(asked + 1);
            Optional<URI> address = service.single(name);
            List<JsonNode> entries = address.isEmpty() ? List.of() : entries(address.get());
            if (entries.isEmpty()) {
                waiting.add(
                        new Rejected(Text.line(name), service.profile().title() + " has no such record", "", after));
            }
            for (int i = 0; i < entries.size(); i++) {
                JsonNode entry = entries.get(i);
                waiting.add(reader.item(entry, reader.listed(entry), i == entries.size() - 1 ? after : before));
            }
        }

        private List<JsonNode> entries(URI address) throws IOException {
            try {
                return service.entries(JsonAnswer.read(fetcher.get(address)));
            } catch (FetchException e) {
                // Some say of a name that is none of theirs that the request is bad.
                if (e.kind() == FetchException.Kind.NOT_FOUND || e.status() == 400) {
                    return List.of();
                }
                throw e;
            } catch (UnreadableRecordException e) {
                throw new IOException(JsonAnswer.unexpected(address, e), e);
            }
        }

        @Override
        public long done() {
            return asked;
        }

        @Override
        public long total() {
            return names.size();
        }

        @Override
        public void close() {
            // holds nothing open
        }
    }
}
