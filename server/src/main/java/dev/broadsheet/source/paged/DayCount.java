package dev.broadsheet.source.paged;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Source.Announced;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list that is read whole announces on each day of a span, each name once. For one thread.
 */
public final class DayCount {
    private final String source;
    private final String part;
    private final LocalDate from;
    private final LocalDate until;
    private final Set<String> names = new HashSet<>();
    private final Map<LocalDate, Integer> onDay = new HashMap<>();

    /** @param until the last day of the span */
    public DayCount(String source, String part, LocalDate from, LocalDate until) {
        this.source = source;
        this.part = part;
        this.from = from;
        this.until = until;
    }

    /** Whether the name is counted: it came for the first time, with a day of the span. */
    public boolean add(String name, @Nullable LocalDate day) {
        boolean counts = names.add(name) && day != null && !day.isBefore(from) && !day.isAfter(until);
        if (counts) {
            onDay.merge(day, 1, Integer::sum);
        }
        return counts;
    }

    /** How many different names came, counted or not. */
    public int names() {
        return names.size();
    }

    /** That the name was announced on the day. */
    public Announced announced(String name, LocalDate day, String cursor) {
        return new Announced(new Announcement(source, part, day, name, Announcement.Kind.NEW, 0, true), cursor);
    }

    /** A tally for each day of the span; asked for when the list has come to its end. */
    public List<Item> tallies(String origin, Instant at, String cursor) {
        return from.datesUntil(until.plusDays(1))
                .<Item>map(day ->
                        new Counted(new Tally(source, part, day, origin, onDay.getOrDefault(day, 0), at), cursor))
                .toList();
    }
}
