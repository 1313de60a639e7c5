package dev.broadsheet.daily;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.daily.CurationEntry.Action;
import dev.broadsheet.daily.Submission.State;
import dev.broadsheet.daily.Submission.Words;
import dev.broadsheet.daily.SubmissionRows.Row;
import dev.broadsheet.database.Counter;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.paper.Catalogue;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What curators do to the lists of an edition, each with its reason in a log that everybody can read. Thread-safe. */
public final class Curation {
    private static final Counter NUMBERS = new Counter("curation_log");

    private final Catalogue catalogue;
    private final Database database;
    private final People people;
    private final Clock clock;

    public Curation(Catalogue catalogue, People people, Clock clock) {
        this.catalogue = catalogue;
        this.database = catalogue.database();
        this.people = people;
        this.clock = clock;
    }

    /** An entry before its people are read. */
    private record Entry(Instant at, long paper, long person, Action action, LocalDate day, String reason) {}

    /**
     * Does it and writes it into the log; what is so already is written nowhere.
     *
     * @param by a curator of the edition
     * @param day of the list; where the paper stands on it already as submitted, that submission's day is kept unless
     *     it is placed
     * @param reason not empty
     * @return whether anything changed
     */
    public boolean act(DailyEdition edition, Person by, long paper, Action action, LocalDate day, String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return database.write(transaction -> {
            Optional<Long> held = catalogue.hold(transaction, paper);
            if (held.isEmpty()) {
                return false;
            }
            long number = SubmissionRows.NUMBERS.next(transaction);
            Row row = SubmissionRows.find(transaction, edition.number(), held.get())
                    .orElse(null);
            boolean changed = switch (action) {
                case PLACED ->
                    place(
                            transaction,
                            row,
                            new Row(
                                    edition.number(),
                                    held.get(),
                                    number,
                                    day,
                                    by.number(),
                                    now,
                                    State.LISTED,
                                    Words.NONE));
                case HELD ->
                    takeOff(
                            transaction,
                            row,
                            new Row(edition.number(), held.get(), number, day, null, now, State.HELD, Words.NONE));
                case REMOVED ->
                    takeOff(
                            transaction,
                            row,
                            new Row(edition.number(), held.get(), number, day, null, now, State.REMOVED, Words.NONE));
                case RESTORED -> restore(transaction, row);
            };
            if (changed) {
                catalogue.countAnew(transaction, held.get());
                transaction.execute(
                        "insert into curation_log (number, at, edition, paper, person, action, day, reason)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                        NUMBERS.next(transaction),
                        now.toEpochMilli(),
                        edition.number(),
                        held.get(),
                        by.number(),
                        action.word(),
                        day.toString(),
                        reason);
            }
            return changed;
        });
    }

    private static boolean place(Transaction transaction, @Nullable Row before, Row placed) {
        if (before == null) {
            return SubmissionRows.insert(transaction, placed);
        }
        // What somebody suspended submitted is shown nowhere, so that the paper is placed as if it were not there.
        if (before.person() == null || SubmissionRows.isOfSuspended(transaction, before)) {
            SubmissionRows.delete(transaction, placed.edition(), placed.paper());
            return SubmissionRows.insert(transaction, placed);
        }
        if (before.state() == State.LISTED && before.day().equals(placed.day())) {
            return false;
        }
        SubmissionRows.set(transaction, placed.edition(), placed.paper(), State.LISTED, placed.day());
        return true;
    }

    private static boolean takeOff(Transaction transaction, @Nullable Row before, Row off) {
        if (before == null) {
            return SubmissionRows.insert(transaction, off);
        }
        if (before.state() == off.state()) {
            return false;
        }
        SubmissionRows.set(transaction, off.edition(), off.paper(), off.state(), before.day());
        return true;
    }

    private static boolean restore(Transaction transaction, @Nullable Row before) {
        if (before == null || before.state() == State.LISTED) {
            return false;
        }
        if (before.person() == null) {
            SubmissionRows.delete(transaction, before.edition(), before.paper());
        } else {
            SubmissionRows.set(transaction, before.edition(), before.paper(), State.LISTED, before.day());
        }
        return true;
    }

    /** What was done in an edition, the latest first. */
    public List<CurationEntry> log(DailyEdition edition, int offset, int limit) {
        List<Entry> entries = database.read(sql -> sql.sql("select at, paper, person, action, day, reason"
                        + " from curation_log where edition = ? order by number desc limit ? offset ?")
                .params(edition.number(), limit, offset)
                .query((row, index) -> new Entry(
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getLong("paper"),
                        row.getLong("person"),
                        Action.of(row.getString("action")),
                        LocalDate.parse(row.getString("day")),
                        row.getString("reason")))
                .list());
        Map<Long, Person> curators =
                people.byNumbers(entries.stream().map(Entry::person).distinct().toList());
        return entries.stream()
                .map(entry -> new CurationEntry(
                        entry.at(),
                        entry.paper(),
                        curators.get(entry.person()),
                        entry.action(),
                        entry.day(),
                        entry.reason()))
                .toList();
    }
}
