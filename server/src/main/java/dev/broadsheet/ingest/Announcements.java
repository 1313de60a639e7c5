package dev.broadsheet.ingest;

import dev.broadsheet.database.Database;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.FeedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which papers the followed sources announced on which day, as far as the catalogue holds them.
 * Replacements do not count: they are not news of that day. Thread-safe.
 */
public final class Announcements {
    private static final Comparator<Announced> NEWEST_FIRST = Comparator.comparing(Announced::day)
            .reversed()
            .thenComparing(Announced::kind)
            .thenComparing(Announced::name, Comparator.reverseOrder())
            .thenComparingLong(Announced::paper);

    /** Seeks from one source to the next; "select distinct" would read every announcement. */
    private static final String SOURCES = """
            with recursive known(source) as (
                select min(source) from announcement
                union all
                select (select min(source) from announcement where source > known.source) from known
                where known.source is not null)
            select source from known where source is not null""";

    /** Likewise from one day to the one before. */
    private static final String DAYS = """
            with recursive known(day) as (
                select max(day) from announcement where source = :source and kind in ('NEW', 'CROSS')
                union all
                select (select max(day) from announcement
                        where source = :source and day < known.day and kind in ('NEW', 'CROSS')) from known
                where known.day is not null)
            select day from known where day is not null""";

    private static final String PAPERS = """
            select a.day, a.part, a.kind, a.name, p.number, p.category from announcement a
            join source_record r on r.source in (:source, :feed) and r.name = a.name
            join paper p on p.number = r.paper
            where a.source = :source and a.day between :from and :until
            and a.kind in ('NEW', 'CROSS') and p.merged_into is null""";

    /** A feed's records are announced under its source's name. */
    private static final String FIRST_DAYS = """
            select r.paper, min(case when a.kind = 'NEW' then a.day end) as new_day, min(a.day) as cross_day
            from source_record r
            join announcement a on a.name = r.name and a.source in (r.source, replace(r.source, '-feed', ''))
            where r.paper in (:papers) and a.kind in ('NEW', 'CROSS') group by r.paper""";

    private final Database database;

    public Announcements(Database database) {
        this.database = database;
    }

    /**
     * A paper that was announced.
     *
     * @param paper its number
     * @param day the first on which it was announced as new; where it only was as cross-listed, the
     *     first of those
     * @param kind new if it was announced as that in any part, else cross-listed
     * @param name what the source calls it
     * @param categories the parts that announced it, in alphabetical order; where the source has
     *     none, the paper's primary category
     */
    public record Announced(long paper, LocalDate day, Kind kind, String name, List<String> categories) {
        public Announced {
            categories = List.copyOf(categories);
        }
    }

    /** The days on which any source announced something, in order. */
    public List<LocalDate> days() {
        return days(Set.of());
    }

    /**
     * The days on which anything was announced, in order.
     *
     * @param among by one of these sources; by any where it is empty
     */
    public List<LocalDate> days(Set<String> among) {
        return List.copyOf(database.read(sql -> {
            TreeSet<LocalDate> days = new TreeSet<>();
            for (String source : sources(sql, among)) {
                days.addAll(sql.sql(DAYS)
                        .param("source", source)
                        .query((row, index) -> LocalDate.parse(row.getString("day")))
                        .list());
            }
            return days;
        }));
    }

    /**
     * The papers announced from one day to another, both included, each once: the latest day first,
     * on each day new ones before cross-listed ones, and of those the newest name first.
     */
    public List<Announced> between(LocalDate from, LocalDate until) {
        return between(from, until, Set.of());
    }

    /** @param among the same of these sources; of all where it is empty */
    public List<Announced> between(LocalDate from, LocalDate until, Set<String> among) {
        Map<Long, Announced> byPaper = new LinkedHashMap<>();
        List<Announced> rows = database.read(sql -> {
            List<Announced> found = new ArrayList<>();
            for (String source : sources(sql, among)) {
                sql.sql(PAPERS)
                        .param("source", source)
                        .param("feed", FeedName.of(source))
                        .param("from", from.toString())
                        .param("until", until.toString())
                        .query(row -> {
                            found.add(announced(row));
                        });
            }
            return found;
        });
        for (Announced row : rows) {
            byPaper.merge(row.paper(), row, Announcements::both);
        }
        return byPaper.values().stream().sorted(NEWEST_FIRST).toList();
    }

    /**
     * The first day on which each of these papers was announced as new; where it only was as cross-listed, the first of
     * those. Papers that were not announced are left out.
     */
    public Map<Long, LocalDate> firstDays(Collection<Long> papers) {
        Map<Long, LocalDate> days = new HashMap<>();
        if (!papers.isEmpty()) {
            database.read(sql -> {
                sql.sql(FIRST_DAYS).param("papers", papers).query(row -> {
                    String announced = row.getString("new_day");
                    days.put(
                            row.getLong("paper"),
                            LocalDate.parse(announced != null ? announced : row.getString("cross_day")));
                });
                return days;
            });
        }
        return days;
    }

    private static List<String> sources(JdbcClient sql, Set<String> among) {
        return sql.sql(SOURCES).query((row, index) -> row.getString("source")).list().stream()
                .filter(source -> among.isEmpty() || among.contains(source))
                .toList();
    }

    private static Announced announced(ResultSet row) throws SQLException {
        String part = row.getString("part");
        String category = part.isEmpty() ? row.getString("category") : part;
        return new Announced(
                row.getLong("number"),
                LocalDate.parse(row.getString("day")),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                category == null ? List.of() : List.of(category));
    }

    private static Announced both(Announced one, Announced other) {
        boolean first = one.kind() == other.kind()
                ? !one.day().isAfter(other.day())
                : one.kind().compareTo(other.kind()) < 0;
        Announced leading = first ? one : other;
        TreeSet<String> categories = new TreeSet<>(one.categories());
        categories.addAll(other.categories());
        return new Announced(leading.paper(), leading.day(), leading.kind(), leading.name(), List.copyOf(categories));
    }
}
