package dev.broadsheet.ingest;

import dev.broadsheet.paper.Identifier;
import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.AnnouncementCalendar;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Lookback;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A live source of two parts that announces from Monday to Friday and does what a test tells it. */
final class ScriptedLiveSource implements LiveSource {
    static final String NAME = "post";
    static final String FIRST = "a";
    static final String SECOND = "b";

    private static final AnnouncementCalendar WORKING_DAYS = new AnnouncementCalendar() {
        @Override
        public Optional<String> quiet(LocalDate day) {
            return day.getDayOfWeek().getValue() > 5 ? Optional.of("weekend") : Optional.empty();
        }

        @Override
        public Instant settled(LocalDate day) {
            return settledOn(day);
        }
    };

    private final String name;
    private final String title;

    int witnesses = 1;
    int daysAtFirst = 10;
    final List<List<String>> asked = new ArrayList<>();
    Supplier<List<Source>> latest = List::of;
    BiFunction<LocalDate, LocalDate, List<Source>> changes = (from, until) -> List.of();
    List<Identifier.Scheme> knows = List.of();
    Function<List<String>, Optional<Source>> records = names -> Optional.empty();

    ScriptedLiveSource() {
        this(NAME, "The Post");
    }

    ScriptedLiveSource(String name) {
        this(name, "The " + name);
    }

    private ScriptedLiveSource(String name, String title) {
        this.name = name;
        this.title = title;
    }

    static SourceRecord paper(String name) {
        return paper(NAME, name);
    }

    static SourceRecord paper(String source, String name) {
        return Records.record(source, name, Records.titled("Paper " + name).identifier(Records.doi("10.1000/" + name)));
    }

    static Announcement announced(String part, LocalDate day, String name) {
        return new Announcement(NAME, part, day, name, Kind.NEW, 1, true);
    }

    static Tally tally(String part, LocalDate day, @Nullable Integer expected) {
        return tally(part, day, expected, "list", settledOn(day));
    }

    static Tally tally(String part, LocalDate day, @Nullable Integer expected, String origin, Instant at) {
        return new Tally(NAME, part, day, origin, expected, at);
    }

    static Instant settledOn(LocalDate day) {
        return AnnouncementCalendar.DAILY.settled(day);
    }

    static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    @Override
    public SourceProfile profile() {
        return new SourceProfile(
                name, title, List.of(FIRST, SECOND), WORKING_DAYS, witnesses, new Lookback(3, daysAtFirst), knows);
    }

    @Override
    public List<Source> latest() {
        return latest.get();
    }

    @Override
    public List<Source> changes(LocalDate from, LocalDate until) {
        return changes.apply(from, until);
    }

    @Override
    public Optional<Source> records(List<String> names) {
        asked.add(names);
        return records.apply(names);
    }
}
