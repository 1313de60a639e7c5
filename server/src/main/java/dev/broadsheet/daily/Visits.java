package dev.broadsheet.daily;

import dev.broadsheet.account.Person;
import dev.broadsheet.daily.WholeList.Place;
import dev.broadsheet.database.Counter;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of a list is new to somebody since their last visit. Each paper on a day's list has a number that was taken when
 * somebody first found it there, and each visit keeps the highest number that it showed; so what came in between two
 * visits is new, exactly, wherever it came from, and a change of the paper's text is not. Thread-safe.
 *
 * <p>A visit lasts half an hour: what it marked stays marked for so long. On a list that somebody has not seen before,
 * what they saw of the edition's other lists counts.
 */
public final class Visits {
    private static final Counter NUMBERS = new Counter("list_entry");
    private static final Duration VISIT = Duration.ofMinutes(30);

    /** Rows of one statement. */
    private static final int TOGETHER = 200;

    private final Database database;
    private final Clock clock;

    public Visits(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What a visit finds.
     *
     * @param first whether the person has not visited the edition before; then nothing is called new
     * @param papers those that are new, by number
     */
    public record News(boolean first, Set<Long> papers) {
        public News {
            papers = Set.copyOf(papers);
        }
    }

    /** What somebody saw of a list before, see the table {@code list_visit}. */
    private record Visit(long baseline, long seen, long begunAt) {}

    /** Notes that somebody looks at a list, and says what of it is new to them. */
    public News look(Person person, DailyEdition edition, WholeList list) {
        List<Place> places = list.places();
        String name = list.period().address() + (list.choice().all() ? " all" : "");
        Instant now = clock.instant();
        Optional<News> known = database.read(sql -> {
            Map<Long, Long> numbers = numbers(sql, edition, list.period());
            Optional<Visit> visit = visit(sql, person, edition, name);
            return visit.filter(last -> isDuring(last, now))
                    .filter(last -> places.stream().allMatch(place -> numbers.containsKey(place.paper())))
                    .filter(last -> highest(numbers, places) <= last.seen())
                    .map(last -> new News(last.baseline() < 0, newer(numbers, places, last.baseline())));
        });
        return known.orElseGet(() ->
                database.write(transaction -> look(transaction, person, edition, list.period(), name, places, now)));
    }

    private static News look(
            Transaction transaction,
            Person person,
            DailyEdition edition,
            Period period,
            String name,
            List<Place> places,
            Instant now) {
        JdbcClient sql = transaction.sql();
        Map<Long, Long> before = numbers(sql, edition, period);
        List<Place> added = places.stream()
                .filter(place -> !before.containsKey(place.paper()))
                .toList();
        if (!added.isEmpty()) {
            number(transaction, edition, added);
        }
        Map<Long, Long> numbers = added.isEmpty() ? before : numbers(sql, edition, period);
        long highest = highest(numbers, places);
        Optional<Visit> last = visit(sql, person, edition, name);
        Visit visit = last.filter(known -> isDuring(known, now))
                .map(known -> new Visit(known.baseline(), Math.max(known.seen(), highest), known.begunAt()))
                .orElseGet(() -> new Visit(
                        last.map(Visit::seen).orElseGet(() -> seenElsewhere(transaction, person, edition)),
                        Math.max(highest, last.map(Visit::seen).orElse(0L)),
                        now.toEpochMilli()));
        transaction.execute(
                "insert into list_visit (person, edition, list, baseline, seen, begun_at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (person, edition, list) do update set baseline = excluded.baseline,"
                        + " seen = excluded.seen, begun_at = excluded.begun_at",
                person.number(),
                edition.number(),
                name,
                visit.baseline(),
                visit.seen(),
                visit.begunAt());
        return new News(visit.baseline() < 0, newer(numbers, places, visit.baseline()));
    }

    private static boolean isDuring(Visit visit, Instant now) {
        long since = now.toEpochMilli() - visit.begunAt();
        return since >= 0 && since < VISIT.toMillis();
    }

    /** Gives numbers to places that have none. Whoever else does so waits, so that a later number came later. */
    private static void number(Transaction transaction, DailyEdition edition, List<Place> places) {
        long next = NUMBERS.next(transaction);
        Set<String> known = Set.copyOf(transaction.list(
                "select distinct day from list_entry where edition = ?",
                (row, index) -> row.getString("day"),
                edition.number()));
        String latest = known.stream().max(Comparator.naturalOrder()).orElse("");
        for (int i = 0; i < places.size(); i += TOGETHER) {
            insert(
                    transaction,
                    edition,
                    places.subList(i, Math.min(i + TOGETHER, places.size())),
                    day -> !known.contains(day) && day.compareTo(latest) < 0 ? 0 : next);
        }
    }

    /** Several rows in one statement: a month of announced papers has thousands. */
    private static void insert(
            Transaction transaction, DailyEdition edition, List<Place> places, ToLongFunction<String> number) {
        List<Object> parameters = new ArrayList<>();
        for (Place place : places) {
            String day = place.day().toString();
            parameters.addAll(List.of(edition.number(), day, place.paper(), number.applyAsLong(day)));
        }
        transaction.execute(
                "insert into list_entry (edition, day, paper, number) values "
                        + String.join(", ", Collections.nCopies(places.size(), "(?, ?, ?, ?)"))
                        + " on conflict (edition, day, paper) do nothing",
                parameters.toArray());
    }

    /** By paper; of one that stands on several days of the period the lowest. */
    private static Map<Long, Long> numbers(JdbcClient sql, DailyEdition edition, Period period) {
        Map<Long, Long> numbers = new HashMap<>();
        sql.sql("select paper, min(number) as number from list_entry where edition = ? and day between ? and ?"
                        + " group by paper")
                .params(
                        edition.number(),
                        period.firstDay().toString(),
                        period.lastDay().toString())
                .query(row -> {
                    numbers.put(row.getLong("paper"), row.getLong("number"));
                });
        return numbers;
    }

    private static Optional<Visit> visit(JdbcClient sql, Person person, DailyEdition edition, String name) {
        return sql.sql("select baseline, seen, begun_at from list_visit where person = ? and edition = ? and list = ?")
                .params(person.number(), edition.number(), name)
                .query((row, index) -> new Visit(row.getLong("baseline"), row.getLong("seen"), row.getLong("begun_at")))
                .optional();
    }

    /** The highest number that the person saw in the edition; -1 where they saw none of its lists. */
    private static long seenElsewhere(Transaction transaction, Person person, DailyEdition edition) {
        return transaction
                .number(
                        "select coalesce(max(seen), -1) from list_visit where person = ? and edition = ?",
                        person.number(),
                        edition.number())
                .orElse(-1L);
    }

    private static long highest(Map<Long, Long> numbers, List<Place> places) {
        return places.stream()
                .mapToLong(place -> numbers.getOrDefault(place.paper(), 0L))
                .max()
                .orElse(0);
    }

    private static Set<Long> newer(Map<Long, Long> numbers, List<Place> places, long baseline) {
        return baseline < 0
                ? Set.of()
                : places.stream()
                        .filter(place -> numbers.getOrDefault(place.paper(), 0L) > baseline)
                        .map(Place::paper)
                        .collect(Collectors.toSet());
    }
}
