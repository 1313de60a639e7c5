package dev.broadsheet.source.arxiv;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.NotYetException;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.oai.OaiReader;
import dev.broadsheet.source.oai.OaiRecord;
import dev.broadsheet.source.oai.ShortListingException;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What arXiv's OAI-PMH listing means. A finished listing covers every day from its first on, because
 * a record's date never goes back. What the service leaves out its own count does not tell (and since
 * 2025 it does not count), so the query service is asked how many papers each day's submissions are.
 */
final class ArxivListingReader implements OaiReader {
    private static final String LISTING = "OAI-PMH listing";
    private static final String QUERY = "query service";

    /** What was announced in the evening reaches the query service in the night, at times in the morning. */
    private static final Duration UNTIL_SEARCHABLE = Duration.ofHours(12);

    private static final int MOST_SAID = 3;

    private final FollowedCategories followed;
    private final ArxivCalendar calendar;
    private final ArxivApi api;
    private final InstantSource clock;
    private final LocalDate from;
    private final LocalDate until;
    private final AnnouncedDays days;

    /** How many papers were submitted for a day, by part and day, both as numbers. */
    private final int[][] submitted;

    /** The part and day of which the query service was asked last, and whether it agreed. */
    private int asked = -1;

    private boolean agreed;

    /** The first tally in doubt, -1 for none. */
    private int doubtful = -1;

    /** Whether the query service knew more than the listing: then the listing is to be read again. */
    private boolean listingShort;

    private final List<String> doubts = new ArrayList<>();
    private final List<String> early = new ArrayList<>();
    private ArxivFacts facts = new ArxivFacts(null, List.of(), new TreeMap<>(), null);
    private @Nullable LocalDate day;

    ArxivListingReader(
            FollowedCategories followed,
            ArxivCalendar calendar,
            ArxivApi api,
            InstantSource clock,
            LocalDate from,
            LocalDate until,
            @Nullable String memory) {
        this.followed = followed;
        this.calendar = calendar;
        this.api = api;
        this.clock = clock;
        this.from = from;
        this.until = until;
        this.days = new AnnouncedDays(calendar);
        this.submitted = new int[followed.parts().size()][length()];
        if (memory != null) {
            ListingMemory.read(memory, days, followed.parts(), submitted);
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
    public List<Announcement> announced(OaiRecord record) throws UnreadableRecordException {
        List<Announcement> announcements = new ArrayList<>();
        String name = facts.name();
        if (name == null || day == null || facts.categories().isEmpty()) {
            throw new UnreadableRecordException(
                    "no " + (name == null ? "name" : day == null ? "time of submission" : "category"));
        }
        LocalDate first = inWindow(day);
        LocalDate replaced = inWindow(replaced());
        if (first != null && first.equals(replaced)) {
            // Announced once, with the version of that day.
            replaced = null;
        }
        for (int i = 0; i < followed.parts().size(); i++) {
            String part = followed.parts().get(i);
            List<String> covered = facts.categories().stream()
                    .filter(category -> FollowedCategories.covers(part, category))
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
            count(i);
        }
        return announcements;
    }

    @Override
    public String memory() {
        return ListingMemory.write(days, followed.parts(), submitted);
    }

    @Override
    public int tallies() {
        // One more, to say in the end which days are in doubt.
        return 2 * followed.parts().size() * length() + 1;
    }

    @Override
    public @Nullable Tally tally(int index, End end) throws IOException {
        if (index == tallies() - 1) {
            sayDoubts();
            return null;
        }
        boolean listing = index % 2 == 0;
        int part = index / 2 / length();
        LocalDate of = from.plusDays(index / 2 % length());
        if (end.at().isBefore(calendar.settled(of))) {
            return null;
        }
        boolean quiet = calendar.quiet(of).isPresent();
        if (asked != index / 2) {
            asked = index / 2;
            agreed = quiet || confirmed(part, of);
            if (!agreed && doubtful < 0) {
                doubtful = index;
            }
        }
        return agreed && (listing || !quiet)
                ? new Tally(ArxivSource.NAME, followed.parts().get(part), of, listing ? LISTING : QUERY, null, end.at())
                : null;
    }

    @Override
    public int askedAgainFrom(int done) {
        return doubtful < 0 ? done : Math.min(done, doubtful);
    }

    private void sayDoubts() throws IOException {
        if (doubts.isEmpty() && early.isEmpty()) {
            return;
        }
        List<String> said = doubts.isEmpty() ? early : doubts;
        String more = said.size() > MOST_SAID ? "; and " + (said.size() - MOST_SAID) + " more" : "";
        String message = String.join("; ", said.subList(0, Math.min(MOST_SAID, said.size()))) + more;
        IOException problem = doubts.isEmpty() ? new NotYetException(message) : new IOException(message);
        throw listingShort ? new ShortListingException(problem) : problem;
    }

    private boolean confirmed(int part, LocalDate of) throws IOException {
        int listed = submitted[part][offset(of)];
        int known = api.submitted(followed.parts().get(part), calendar.submissions(of));
        // It counts by the minute and may lag behind a little; an empty answer is a failing service.
        if (known <= listed && known >= listed - 1 - listed / 33) {
            return true;
        }
        boolean tooEarly = clock.instant().isBefore(calendar.settled(of).plus(UNTIL_SEARCHABLE));
        (tooEarly ? early : doubts)
                .add("of the papers in " + followed.parts().get(part) + " for " + of + " the listing has " + listed
                        + ", the query service " + known + ": the day stays open");
        listingShort |= known > listed;
        return false;
    }

    private void count(int part) {
        Instant first = facts.versions().get(1);
        LocalDate of = first == null ? null : inWindow(calendar.dayOf(first));
        if (of != null) {
            submitted[part][offset(of)]++;
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

    private int offset(LocalDate of) {
        return (int) (of.toEpochDay() - from.toEpochDay());
    }
}
