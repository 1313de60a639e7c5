package dev.broadsheet.source.arxiv;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.oai.OaiReader;
import dev.broadsheet.source.oai.OaiRecord;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What arXiv's OAI-PMH listing means. A finished listing covers every day from its first on, because
 * a record's date never goes back. What the service leaves out its own count does not tell (and since
 * 2025 it does not count), so the query service is asked how many papers each day's submissions are.
 */
final class ArxivListingReader implements OaiReader {
    private static final String LISTING = "OAI-PMH listing";
    private static final int MOST_SAID = 3;

    private final Followed followed;
    private final ArxivCalendar calendar;
    private final ArxivApi api;
    private final LocalDate from;
    private final LocalDate until;
    private final AnnouncedDays days;

    /** How many papers were submitted for a day, by part and day. */
    private final SortedMap<String, Integer> submitted = new TreeMap<>();

    /** The part and day of which the query service was asked last, and whether it agreed. */
    private int asked = -1;

    private boolean agreed;

    /** Whether there was a record that tells the day of its submission and no hour. */
    private boolean undated;

    private final List<String> doubts = new ArrayList<>();
    private @Nullable String memory;
    private int memoryOf;
    private ArxivFacts facts = new ArxivFacts(null, List.of(), new TreeMap<>(), null);
    private @Nullable LocalDate day;

    ArxivListingReader(
            Followed followed,
            ArxivCalendar calendar,
            ArxivApi api,
            LocalDate from,
            LocalDate until,
            @Nullable String memory) {
        this.followed = followed;
        this.calendar = calendar;
        this.api = api;
        this.from = from;
        this.until = until;
        this.days = new AnnouncedDays(calendar);
        if (memory != null) {
            ListingMemory.read(memory, days, submitted);
        }
    }

    @Override
    public boolean wanted(OaiRecord record) {
        facts = ArxivFacts.of(record);
        // Those that nobody follows also tell which numbers arXiv gave on a day.
        day = day(record);
        return record.metadata() == null || facts.categories().isEmpty() || followed.any(facts.categories());
    }

    @Override
    public SourceRecord read(OaiRecord record) throws UnreadableRecordException {
        if (record.metadata() == null) {
            throw new UnreadableRecordException("no metadata");
        }
        return ArxivMetadata.read(record.metadata(), facts);
    }

    @Override
    public List<Announcement> announced(OaiRecord record) {
        List<Announcement> announcements = new ArrayList<>();
        String name = facts.name();
        if (name == null) {
            return announcements;
        }
        LocalDate first = inWindow(day);
        LocalDate replaced = inWindow(replaced());
        if (first != null && first.equals(replaced)) {
            // Announced once, with the version of that day.
            replaced = null;
        }
        for (String part : followed.parts()) {
            List<String> covered = facts.categories().stream()
                    .filter(category -> Followed.covers(part, category))
                    .toList();
            if (covered.isEmpty()) {
                continue;
            }
            if (first != null) {
                boolean primary = covered.getFirst().equals(facts.categories().getFirst());
                announcements.add(announcement(part, first, name, primary ? Kind.NEW : Kind.CROSS, 1));
            }
            if (replaced != null) {
                announcements.add(announcement(
                        part, replaced, name, Kind.REPLACEMENT, facts.versions().lastKey()));
            }
            count(part);
        }
        return announcements;
    }

    @Override
    public String memory() {
        String known = memory;
        if (known == null || memoryOf != days.changes()) {
            known = ListingMemory.write(days, submitted);
            memory = known;
            memoryOf = days.changes();
        }
        return known;
    }

    @Override
    public int tallies() {
        // One more, to say in the end which days are in doubt.
        return 2 * followed.parts().size() * length() + 1;
    }

    @Override
    public @Nullable Tally tally(int index, End end) throws IOException {
        if (index == tallies() - 1) {
            if (!doubts.isEmpty()) {
                String more = doubts.size() > MOST_SAID ? "; and " + (doubts.size() - MOST_SAID) + " more" : "";
                throw new IOException(String.join("; ", doubts.subList(0, Math.min(MOST_SAID, doubts.size()))) + more);
            }
            return null;
        }
        boolean listing = index % 2 == 0;
        String part = followed.parts().get(index / 2 / length());
        LocalDate of = from.plusDays(index / 2 % length());
        if (end.at().isBefore(calendar.settled(of))) {
            return null;
        }
        boolean quiet = calendar.quiet(of).isPresent();
        if (undated && end.counted()) {
            // Without the hours of submission the query service counts other papers: it is no witness.
            return listing ? new Tally(ArxivSource.NAME, part, of, LISTING, null, end.at()) : null;
        }
        if (asked != index / 2) {
            asked = index / 2;
            agreed = quiet || confirmed(part, of);
        }
        return agreed && (listing || !quiet)
                ? new Tally(ArxivSource.NAME, part, of, listing ? LISTING : "query service", null, end.at())
                : null;
    }

    private boolean confirmed(String part, LocalDate of) throws IOException {
        int listed = submitted.getOrDefault(key(part, of), 0);
        int known = api.submitted(part, calendar.submissions(of));
        // It counts by the minute and may lag behind a little; an empty answer is a failing service.
        if (known <= listed && known >= listed - 1 - listed / 33) {
            return true;
        }
        doubts.add("of the papers in " + part + " for " + of + " the listing has " + listed + ", the query service "
                + known + ": the day stays open");
        return false;
    }

    private void count(String part) {
        Instant first = facts.versions().get(1);
        undated |= first == null;
        if (first != null) {
            LocalDate of = calendar.dayOf(first);
            if (inWindow(of) != null) {
                submitted.merge(key(part, of), 1, Integer::sum);
                memory = null;
            }
        }
    }

    private @Nullable LocalDate day(OaiRecord record) {
        ArxivFacts.Span submitted = facts.submitted();
        if (submitted == null) {
            return null;
        }
        LocalDate earliest = calendar.dayOf(submitted.earliest());
        LocalDate changed = record.datestamp();
        if (changed == null || facts.name() == null) {
            return earliest;
        }
        return days.day(
                new ArxivName(facts.name(), 0).order(),
                earliest,
                calendar.dayOf(submitted.latest()),
                changed,
                facts.versions().size() < 2);
    }

    private @Nullable LocalDate replaced() {
        Instant last = facts.last();
        return last == null || facts.versions().lastKey() < 2 ? null : calendar.dayOf(last);
    }

    private Announcement announcement(String part, LocalDate on, String name, Kind kind, int version) {
        return new Announcement(ArxivSource.NAME, part, on, name, kind, version, false);
    }

    private @Nullable LocalDate inWindow(@Nullable LocalDate date) {
        return date == null || date.isBefore(from) || date.isAfter(until) ? null : date;
    }

    private int length() {
        return (int) (until.toEpochDay() - from.toEpochDay() + 1);
    }

    private static String key(String part, LocalDate of) {
        return part + " " + of;
    }
}
