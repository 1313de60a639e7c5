package dev.broadsheet.source.arxiv;

import dev.broadsheet.paper.PaperId;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.xml.XmlElement;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Papers asked for by name, some at a time. The cursor says how many names are done. */
record ArxivPapers(List<String> names, ArxivApi api) implements Source {
    private static final int AT_ONCE = 50;

    ArxivPapers {
        names = List.copyOf(names);
    }

    @Override
    public String title() {
        return names.size() + " papers of arXiv";
    }

    @Override
    public String harvest() {
        // By a hash: an index takes no text of thousands of names.
        return "arxiv papers " + PaperId.shortNameFor(String.join("\n", names)).name();
    }

    @Override
    public Reading open(@Nullable String cursor) {
        return new ByName(cursor == null ? 0 : Integer.parseInt(cursor));
    }

    private final class ByName implements Reading {
        private final Map<String, XmlElement> found = new HashMap<>();
        private final Map<String, String> refused = new TreeMap<>();
        private int askedTo;
        private volatile int done;

        ByName(int done) {
            this.done = done;
            this.askedTo = done;
        }

        // One thread reads, so that nothing is lost between reading and writing the field.
        @SuppressWarnings("NonAtomicVolatileUpdate")
        @Override
        public @Nullable Item next() throws IOException {
            if (done >= names.size()) {
                return null;
            }
            if (done == askedTo) {
                ask();
            }
            Item item = item(names.get(done), String.valueOf(done + 1));
            done++;
            return item;
        }

        private void ask() throws IOException {
            found.clear();
            refused.clear();
            int end = Math.min(names.size(), done + AT_ONCE);
            List<String> asked = names.subList(done, end).stream()
                    .filter(name -> ArxivName.read(name).isPresent())
                    .toList();
            if (!asked.isEmpty() && !ask(asked)) {
                // One name that it refuses spoils the answer for all.
                for (String name : asked) {
                    ask(List.of(name));
                }
            }
            askedTo = end;
        }

        private boolean ask(List<String> asked) throws IOException {
            ArxivApi.Answered answer = api.named(asked);
            if (answer.error() != null) {
                refused.put(asked.getFirst(), answer.error());
                return false;
            }
            if (answer.entries().size() < Math.min(answer.total(), asked.size())) {
                throw new IOException("arXiv's query service said " + answer.total() + " papers, gave "
                        + answer.entries().size());
            }
            for (XmlElement entry : answer.entries()) {
                ArxivName.read(String.valueOf(entry.childText("id"))).ifPresent(name -> found.put(name.name(), entry));
            }
            return true;
        }

        private Item item(String name, String cursor) {
            ArxivName known = ArxivName.read(name).orElse(null);
            if (known == null) {
                return new Rejected(name, "no arXiv identifier", "", cursor);
            }
            XmlElement entry = found.get(known.name());
            if (entry == null) {
                return new Rejected(name, refused.getOrDefault(name, "arXiv does not know it"), "", cursor);
            }
            try {
                return new Received(ApiEntry.read(entry), cursor);
            } catch (UnreadableRecordException e) {
                return new Rejected(name, e.reason(), entry.text(), cursor);
            }
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
            // each answer was read whole
        }
    }
}
