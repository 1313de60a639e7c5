package dev.broadsheet.daily;

import dev.broadsheet.account.Person;
import dev.broadsheet.daily.DailyEdition.Access;
import dev.broadsheet.daily.DailyEdition.Candidates;
import dev.broadsheet.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code edition} and {@code edition_curator}. */
final class EditionRows {
    private EditionRows() {}

    /** All, the default one first, the others in the order in which they were made; of the default one name and zone are those of the settings. */
    static List<DailyEdition> all(JdbcClient sql, EditionSettings settings, Map<Long, List<Person>> curators) {
        return sql.sql("select number, address, name, description, readers, submitters, voters, zone, rollover,"
                        + " weekdays, categories, sources from edition order by number")
                .query((row, index) -> edition(row, settings, curators))
                .list();
    }

    /** The numbers of those who make each edition, by its number. */
    static Map<Long, List<Long>> curators(JdbcClient sql) {
        Map<Long, List<Long>> curators = new HashMap<>();
        sql.sql("select edition, person from edition_curator order by edition, person")
                .query(row -> {
                    curators.computeIfAbsent(row.getLong("edition"), edition -> new ArrayList<>())
                            .add(row.getLong("person"));
                });
        return curators;
    }

    private static DailyEdition edition(ResultSet row, EditionSettings settings, Map<Long, List<Person>> curators)
            throws SQLException {
        long number = row.getLong("number");
        boolean first = number == DailyEdition.DEFAULT;
        return new DailyEdition(
                number,
                row.getString("address"),
                first ? settings.name() : row.getString("name"),
                row.getString("description"),
                new Access(
                        Circle.of(row.getString("readers")),
                        Circle.of(row.getString("submitters")),
                        Circle.of(row.getString("voters"))),
                new Rhythm(
                        first ? settings.zone() : ZoneId.of(row.getString("zone")),
                        row.getInt("rollover"),
                        weekdays(row.getString("weekdays"))),
                new Candidates(words(row.getString("categories")), words(row.getString("sources"))),
                curators.getOrDefault(number, List.of()));
    }

    /** Whether it was added; it is not where another has its address. */
    static boolean insert(Transaction transaction, DailyEdition edition) {
        int added = transaction.execute(
                "insert into edition (address, name, description, readers, submitters, voters, zone, rollover, weekdays,"
                        + " categories, sources, number) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (address) do nothing",
                columns(edition));
        if (added > 0) {
            curators(transaction, edition);
        }
        return added > 0;
    }

    static void update(Transaction transaction, DailyEdition edition) {
        transaction.execute(
                "update edition set address = ?, name = ?, description = ?, readers = ?, submitters = ?, voters = ?,"
                        + " zone = ?, rollover = ?, weekdays = ?, categories = ?, sources = ? where number = ?",
                columns(edition));
        transaction.execute("delete from edition_curator where edition = ?", edition.number());
        curators(transaction, edition);
    }

    private static Object[] columns(DailyEdition edition) {
        return new Object[] {
            edition.address(),
            edition.name(),
            edition.description(),
            edition.access().readers().word(),
            edition.access().submitters().word(),
            edition.access().voters().word(),
            edition.rhythm().zone().getId(),
            edition.rhythm().rollover(),
            edition.rhythm().weekdays().stream()
                    .map(day -> String.valueOf(day.getValue()))
                    .collect(Collectors.joining(" ")),
            String.join(" ", new TreeSet<>(edition.candidates().categories())),
            String.join(" ", new TreeSet<>(edition.candidates().sources())),
            edition.number()
        };
    }

    private static void curators(Transaction transaction, DailyEdition edition) {
        for (long person :
                edition.curators().stream().mapToLong(Person::number).distinct().toArray()) {
            transaction.execute(
                    "insert into edition_curator (edition, person) values (?, ?)", edition.number(), person);
        }
    }

    private static Set<DayOfWeek> weekdays(String written) {
        return EnumSet.copyOf(words(written).stream()
                .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                .toList());
    }

    private static Set<String> words(String written) {
        Collection<String> words =
                written.isBlank() ? List.of() : List.of(written.strip().split(" +"));
        return Set.copyOf(words);
    }
}
