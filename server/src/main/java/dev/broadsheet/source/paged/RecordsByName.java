package dev.broadsheet.source.paged;

import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.record.Text;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Records asked for by name, some at a time. The cursor says how many names are done; whoever goes on
 * before the last of a name's findings asks for all of them again.
 *
 * @param atOnce how many names go into one request
 */
public record RecordsByName(SourceProfile profile, List<String> names, int atOnce, Lookup lookup) implements Source {
    /** Asks a place for records. */
    @FunctionalInterface
    public interface Lookup {
        /**
         * What the place has of these names: one record each, several versions, or why it gives none.
         * Names that are missing are unknown there.
         *
         * @throws IOException if the answer cannot be had or is not what it should be
         */
        Map<String, List<Finding>> find(List<String> names) throws IOException;
    }

    /** Asks a place for one record. */
    @FunctionalInterface
    public interface SingleLookup {
        /** What the place has of this name; nothing if it does not know it. */
        List<Finding> find(String name) throws IOException;
    }

    public RecordsByName {
        names = List.copyOf(names);
    }

    /** A place that gives one record for one request. */
    public static RecordsByName oneByOne(SourceProfile profile, List<String> names, SingleLookup lookup) {
        return new RecordsByName(profile, names, 1, asked -> Map.of(asked.getFirst(), lookup.find(asked.getFirst())));
    }

    @Override
    public String title() {
        return profile.title() + ", " + names.size() + " single records";
    }

    @Override
    public String harvest() {
        // By a hash: an index takes no text of thousands of names.
        return profile.name() + " records " + Fingerprint.of(names);
    }

    @Override
    public Reading open(@Nullable String cursor) {
        return new NameReading(ListPosition.parse(cursor).in(Fingerprint.of(names), names.size()));
    }

    private final class NameReading implements Reading {
        private final Queue<Item> ready = new ArrayDeque<>();
        private ListPosition asked;
        private volatile long done;

        NameReading(ListPosition start) {
            this.asked = start;
            this.done = start.done();
        }

        @Override
        public @Nullable Item next() throws IOException {
            while (ready.isEmpty() && asked.done() < names.size()) {
                ask();
            }
            Item item = ready.poll();
            if (item != null) {
                done = ListPosition.parse(item.cursor()).done();
            }
            return item;
        }

        private void ask() throws IOException {
            List<String> some = names.subList(asked.done(), Math.min(names.size(), asked.done() + atOnce));
            Map<String, List<Finding>> found = lookup.find(some);
            for (String name : some) {
                String before = asked.toString();
                asked = asked.plus(1);
                String after = asked.toString();
                List<Finding> findings = found.getOrDefault(name, List.of());
                if (findings.isEmpty()) {
                    ready.add(new Rejected(Text.line(name), profile.title() + " has no such record", "", after));
                }
                for (int i = 0; i < findings.size(); i++) {
                    ready.add(findings.get(i).at(i == findings.size() - 1 ? after : before));
                }
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
            // answers are read whole
        }
    }
}
