package dev.broadsheet.ingest;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source that does what its script says: gives a record, an announcement or a tally, rejects a
 * text, breaks off with an exception, or runs something. Its cursor counts the steps.
 */
final class ScriptedSource implements Source {
    final List<@Nullable String> opened = new ArrayList<>();
    private final String harvest;
    private final List<?> script;

    ScriptedSource(String harvest, Object... script) {
        this(harvest, List.of(script));
    }

    ScriptedSource(String harvest, List<?> script) {
        this.harvest = harvest;
        this.script = List.copyOf(script);
    }

    @Override
    public String title() {
        return harvest;
    }

    @Override
    public String harvest() {
        return harvest;
    }

    @Override
    public Reading open(@Nullable String cursor) {
        opened.add(cursor);
        return new ScriptedReading(cursor == null ? 0 : Integer.parseInt(cursor));
    }

    private final class ScriptedReading implements Reading {
        private int at;

        ScriptedReading(int from) {
            at = from;
        }

        @Override
        public @Nullable Item next() throws IOException {
            while (at < script.size()) {
                Object step = script.get(at++);
                String cursor = Integer.toString(at);
                switch (step) {
                    case SourceRecord record -> {
                        return new Received(record, cursor);
                    }
                    case Announcement announcement -> {
                        return new Announced(announcement, cursor);
                    }
                    case Tally tally -> {
                        return new Counted(tally, cursor);
                    }
                    case String text -> {
                        return new Rejected("step " + cursor, "is no record", text, cursor);
                    }
                    case IOException broken -> {
                        at--;
                        throw broken;
                    }
                    case RuntimeException mistake -> throw mistake;
                    case Runnable action -> action.run();
                    default -> throw new AssertionError("no such step: " + step);
                }
            }
            return null;
        }

        @Override
        public long done() {
            return at;
        }

        @Override
        public long total() {
            return script.size();
        }

        @Override
        public void close() {}
    }
}
