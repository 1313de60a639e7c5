package dev.broadsheet.source;

import dev.broadsheet.source.Source.Announced;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.Source.Received;
import dev.broadsheet.source.Source.Rejected;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one reading gave.
 *
 * @param problem why it broke off, null if it came to the end
 */
public record Harvested(List<Item> items, @Nullable IOException problem) {

    /** Reads to the end or until it breaks off. */
    public static Harvested of(Source source, @Nullable String cursor) {
        List<Item> items = new ArrayList<>();
        try (Source.Reading reading = source.open(cursor)) {
            for (Item item = reading.next(); item != null; item = reading.next()) {
                items.add(item);
            }
            return new Harvested(items, null);
        } catch (IOException e) {
            return new Harvested(items, e);
        }
    }

    public List<SourceRecord> records() {
        return items.stream()
                .filter(Received.class::isInstance)
                .map(item -> ((Received) item).record())
                .toList();
    }

    /** The record of this name, of several the last. */
    public SourceRecord record(String name) {
        return records().stream()
                .filter(record -> record.name().equals(name))
                .reduce((one, other) -> other)
                .orElseThrow(() -> new AssertionError(
                        "no record " + name + " among " + names() + ", " + rejects() + ", " + problem));
    }

    public Set<String> names() {
        Set<String> names = new HashSet<>();
        records().forEach(record -> names.add(record.name()));
        return names;
    }

    public List<Rejected> rejects() {
        return items.stream()
                .filter(Rejected.class::isInstance)
                .map(Rejected.class::cast)
                .toList();
    }

    public List<Announcement> announcements() {
        return items.stream()
                .filter(Announced.class::isInstance)
                .map(item -> ((Announced) item).announcement())
                .toList();
    }

    public List<Tally> tallies() {
        return items.stream()
                .filter(Counted.class::isInstance)
                .map(item -> ((Counted) item).tally())
                .toList();
    }
}
