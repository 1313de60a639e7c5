package dev.broadsheet.daily;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.daily.EditionSettings.Limits;
import dev.broadsheet.daily.Submission.State;
import dev.broadsheet.daily.Submission.Words;
import dev.broadsheet.daily.SubmissionRows.Row;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts papers on the lists of editions, and knows who put them there. Thread-safe. */
public final class Submissions {
    private static final String SINCE = "select count(*) from submission where person = ? and at >= ? and edition = ?";

    private final Catalogue catalogue;
    private final Database database;
    private final People people;
    private final Limits limits;
    private final Clock clock;

    public Submissions(Catalogue catalogue, People people, Limits limits, Clock clock) {
        this.catalogue = catalogue;
        this.database = catalogue.database();
        this.people = people;
        this.limits = limits;
        this.clock = clock;
    }

    /** What became of a submission. */
    public sealed interface Outcome {
        /** It stands on the list of this day, which may be one to come. */
        record Listed(LocalDate day) implements Outcome {}

        /** The paper stood on the list of this day before. */
        record ListedBefore(LocalDate day) implements Outcome {}

        /** A curator took the paper off the edition's list. */
        record TakenOff(State state) implements Outcome {}

        /**
         * The paper is too old, or nobody says how old it is.
         *
         * @param most so many days old it may be
         */
        record TooOld(int most) implements Outcome {}

        /** The person has submitted as many papers in this day of the edition as they may. */
        record TooMany(int most) implements Outcome {}

        /** The person was suspended, or has left, at this very moment. */
        record NotAllowed() implements Outcome {}

        /** The paper is gone. */
        record Gone() implements Outcome {}
    }

    /**
     * Puts a paper on the edition's current list: at most once in an edition, and within the limits, of which its
     * curators are free. Survives the death of the process once this returns.
     *
     * @param person who may submit to the edition
     */
    public Outcome submit(DailyEdition edition, Person person, Paper paper, Words words) {
        boolean free = edition.isCurator(person);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (edition.isDefault()) {
            List<Appearance> appearances =
                    catalogue.appearances(List.of(paper.number())).getOrDefault(paper.number(), List.of());
            if (!appearances.isEmpty()) {
                return new Outcome.ListedBefore(appearances.getFirst().day());
            }
        }
        LocalDate today = edition.rhythm().today(now);
        boolean tooOld = !free && isOlder(paper.metadata().day(), today.minusDays(limits.days()));
        return database.write(transaction -> {
            boolean stillMay = people.hold(transaction, person.number())
                    .filter(edition::maySubmit)
                    .isPresent();
            Optional<Long> held = stillMay ? catalogue.hold(transaction, paper.number()) : Optional.empty();
            if (held.isEmpty()) {
                return stillMay ? new Outcome.Gone() : new Outcome.NotAllowed();
            }
            // Submissions wait for one another here, so that each is counted before the next.
            long number = SubmissionRows.NUMBERS.next(transaction);
            Optional<Row> before = SubmissionRows.find(transaction, edition.number(), held.get());
            boolean makesRoom = before.isPresent() && isOfSuspended(transaction, before.get());
            if (before.isPresent() && !makesRoom) {
                return before.get().state() == State.LISTED
                        ? new Outcome.ListedBefore(before.get().day())
                        : new Outcome.TakenOff(before.get().state());
            }
            if (tooOld) {
                return new Outcome.TooOld(limits.days());
            }
            if (!free && since(transaction, edition, person, edition.rhythm().beginning(today)) >= limits.perDay()) {
                return new Outcome.TooMany(limits.perDay());
            }
            if (makesRoom) {
                SubmissionRows.delete(transaction, edition.number(), held.get());
            }
            LocalDate day = edition.rhythm().listDay(today);
            SubmissionRows.insert(
                    transaction,
                    new Row(edition.number(), held.get(), number, day, person.number(), now, State.LISTED, words));
            // Whoever follows the counts also asks who submitted the paper, and for which day.
            catalogue.countAnew(transaction, held.get());
            return new Outcome.Listed(day);
        });
    }

    /** That what the submitter says stands in the paper's discussion from now on, and no longer here. */
    public void commentMoved(DailyEdition edition, long paper) {
        database.write(transaction -> transaction.execute(
                "update submission set comment = '' where edition = ? and paper = ?", edition.number(), paper));
    }

    /** How many papers somebody may still submit to the edition in its present day; curators always can. */
    public int left(DailyEdition edition, Person person) {
        if (edition.isCurator(person)) {
            return Integer.MAX_VALUE;
        }
        Instant beginning = edition.rhythm().beginning(edition.rhythm().today(clock.instant()));
        long submitted = database.read(sql -> sql.sql(SINCE)
                .params(person.number(), beginning.toEpochMilli(), edition.number())
                .query(Long.class)
                .single());
        return (int) Math.max(0, limits.perDay() - submitted);
    }

    /** How many papers somebody may submit to an edition in one of its days. */
    public int perDay() {
        return limits.perDay();
    }

    /** How many days old a paper may be. */
    public int newestDays() {
        return limits.days();
    }

    /** The day on whose list a paper comes that is submitted now. */
    public LocalDate currentDay(DailyEdition edition) {
        return edition.rhythm().current(clock.instant());
    }

    /** Of a date that leaves the month or the day open the last day counts that it can mean. */
    private static boolean isOlder(@Nullable PartialDate date, LocalDate oldest) {
        if (date == null) {
            return true;
        }
        LocalDate last = switch (date.text().length()) {
            case 4 -> LocalDate.of(date.year(), 12, 31);
            case 7 -> YearMonth.parse(date.text()).atEndOfMonth();
            default -> date.firstDay();
        };
        return last.isBefore(oldest);
    }

    /** What somebody listed who is suspended stands on no list, so that another can submit it. */
    private static boolean isOfSuspended(Transaction transaction, Row row) {
        return row.state() == State.LISTED && SubmissionRows.isOfSuspended(transaction, row);
    }

    private static long since(Transaction transaction, DailyEdition edition, Person person, Instant beginning) {
        return transaction
                .number(SINCE, person.number(), beginning.toEpochMilli(), edition.number())
                .orElse(0L);
    }

    /** The submission of a paper to an edition. */
    public Optional<Submission> find(DailyEdition edition, long paper) {
        return of(List.of(paper)).getOrDefault(paper, List.of()).stream()
                .filter(submission -> submission.edition() == edition.number())
                .findFirst();
    }

    /** The submissions of these papers to all editions, the earliest first; papers without any are left out. */
    public Map<Long, List<Submission>> of(Collection<Long> papers) {
        Map<Long, List<Submission>> found = new HashMap<>();
        if (!papers.isEmpty()) {
            List<Row> rows =
                    database.read(sql -> sql.sql(SubmissionRows.COLUMNS + "where paper in (:papers) order by number")
                            .param("papers", papers)
                            .query(SubmissionRows::row)
                            .list());
            for (Submission submission : signed(rows)) {
                found.computeIfAbsent(submission.paper(), paper -> new ArrayList<>())
                        .add(submission);
            }
        }
        return found;
    }

    /**
     * Who put these papers on the lists of editions that everybody may read, by paper; papers that nobody did are left
     * out. People who are gone are left out too.
     */
    public Map<Long, Set<Long>> submittersOf(Collection<Long> papers) {
        Map<Long, Set<Long>> found = new HashMap<>();
        if (!papers.isEmpty()) {
            database.read(sql -> {
                sql.sql(
                                "select paper, submission.person from submission join edition on edition.number = submission.edition"
                                        + " join person on person.number = submission.person"
                                        + " where paper in (:papers) and state = 'listed' and readers = 'all'"
                                        + " and gone_at is null")
                        .param("papers", papers)
                        .query(row -> {
                            found.computeIfAbsent(row.getLong("paper"), paper -> new HashSet<>())
                                    .add(row.getLong("person"));
                        });
                return found;
            });
        }
        return found;
    }

    /**
     * What these people put on the lists of editions that everybody may read, the latest first. Whether others may see it
     * is for the caller to ask ({@code Shown}).
     *
     * @param offset how many of the latest to leave out
     */
    public List<Submission> latest(Collection<Long> persons, int offset, int limit) {
        return persons.isEmpty()
                ? List.of()
                : signed(database.read(sql -> sql.sql(SubmissionRows.COLUMNS
                                + "where person in (:persons) and state = 'listed'"
                                + " and edition in (select number from edition where readers = 'all')"
                                + " order by at desc, paper limit :limit offset :offset")
                        .param("persons", List.copyOf(persons))
                        .param("limit", limit)
                        .param("offset", offset)
                        .query(SubmissionRows::row)
                        .list()));
    }

    /** What the lists of these days have by submission, whatever a curator made of it, the earliest first. */
    List<Submission> between(DailyEdition edition, LocalDate from, LocalDate until) {
        return signed(database.read(
                sql -> sql.sql(SubmissionRows.COLUMNS + "where edition = ? and day between ? and ? order by number")
                        .params(edition.number(), from.toString(), until.toString())
                        .query(SubmissionRows::row)
                        .list()));
    }

    /** What a curator took off the list of a day. */
    public List<Submission> takenOff(DailyEdition edition, LocalDate day) {
        return between(edition, day, day).stream()
                .filter(submission -> submission.state() != State.LISTED)
                .toList();
    }

    /**
     * The first day for whose list each of these papers was submitted, in editions that everybody may read; papers that
     * nobody submitted are left out.
     */
    public Map<Long, LocalDate> firstDays(Collection<Long> papers) {
        Map<Long, LocalDate> found = new HashMap<>();
        if (!papers.isEmpty()) {
            database.read(sql -> {
                sql.sql("select paper, min(day) as day from submission"
                                + " join edition on edition.number = submission.edition"
                                + " where paper in (:papers) and state = 'listed' and readers = 'all' group by paper")
                        .param("papers", papers)
                        .query(row -> {
                            found.put(row.getLong("paper"), LocalDate.parse(row.getString("day")));
                        });
                return found;
            });
        }
        return found;
    }

    /** The papers that stand on the edition's lists by submission. */
    public Set<Long> listed(DailyEdition edition) {
        return Set.copyOf(database.read(
                sql -> sql.sql("select paper from submission left join person on person.number = submission.person"
                                + " where edition = ? and state = 'listed' and suspended_at is null")
                        .param(edition.number())
                        .query(Long.class)
                        .list()));
    }

    /** The papers that a curator took off the edition's lists. */
    public Set<Long> takenOff(DailyEdition edition) {
        return Set.copyOf(
                database.read(sql -> sql.sql("select paper from submission where edition = ? and state <> 'listed'")
                        .param(edition.number())
                        .query(Long.class)
                        .list()));
    }

    /** The days of the edition whose lists have a paper by submission. */
    NavigableSet<LocalDate> days(DailyEdition edition) {
        List<LocalDate> days = database.read(sql -> sql.sql(
                        "select distinct day from submission left join person on person.number = submission.person"
                                + " where edition = ? and state = 'listed' and suspended_at is null")
                .param(edition.number())
                .query((row, index) -> LocalDate.parse(row.getString("day")))
                .list());
        return new TreeSet<>(days);
    }

    private List<Submission> signed(List<Row> rows) {
        Map<Long, Person> submitters = people.byNumbers(rows.stream()
                .map(Row::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> new Submission(
                        row.edition(),
                        row.paper(),
                        row.number(),
                        row.day(),
                        row.person() == null ? null : submitters.get(row.person()),
                        row.at(),
                        row.state(),
                        row.words()))
                .toList();
    }
}
