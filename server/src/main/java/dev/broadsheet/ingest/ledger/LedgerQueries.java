package dev.broadsheet.ingest.ledger;

import dev.broadsheet.source.FeedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what one source announced, counted and brought, within one view of the catalogue. */
public final class LedgerQueries {
    /** So many missing names are given for a day. */
    private static final int MOST_NAMES = 100;

    /** A paper whose announcement alone was read is known by the record of the announcement feed. */
    private static final String IS_HELD = """
            (exists (select 1 from source_record r where r.source = :source and r.name = a.name)
             or exists (select 1 from source_record r where r.source = :feed and r.name = a.name))""";

    private static final String COUNTING =
            " from announcement a where a.source = :source and a.day between :from and :until and a.kind in ('NEW', 'CROSS') ";

    public static final String ANNOUNCED =
            "select a.part, a.day, count(*) as papers" + COUNTING + "group by a.day, a.part";

    public static final String COUNTED = "select part, day, origin, expected, counted_at from tally"
            + " where source = :source and day between :from and :until";

    public static final String HELD = "select a.part, a.day, sum(case when " + IS_HELD + " then 1 else 0 end) as held,"
            + " sum(case when exists (select 1 from repair f where f.source = :source and f.name = a.name)"
            + " then 1 else 0 end) as repaired" + COUNTING + "group by a.day, a.part";

    public static final String MISSING =
            "select a.part, a.day, a.name" + COUNTING + "and not " + IS_HELD + " order by a.day, a.part, a.name";

    /** One day of one part. */
    public record Cell(String part, LocalDate day) {}

    /** How many announced papers are held, and how many of them were fetched one by one. */
    public record Held(int papers, int repaired) {
        public static final Held NONE = new Held(0, 0);
    }

    /** How many papers were announced, and how many of them are held. */
    public record Papers(int announced, int held) {}

    /**
     * What was counted for a day.
     *
     * @param expected the greatest number that any service gave, null where none gave one
     * @param instants when each service counted it last
     */
    public record Counted(@Nullable Integer expected, List<String> origins, List<Instant> instants) {
        Counted with(Counted other) {
            TreeSet<String> all = new TreeSet<>(origins);
            all.addAll(other.origins);
            List<Instant> each = new ArrayList<>(instants);
            each.addAll(other.instants);
            return new Counted(greater(expected, other.expected), List.copyOf(all), List.copyOf(each));
        }

        public Instant latest() {
            return Collections.max(instants);
        }

        /** How many services counted it between these times, both included. */
        public long services(Instant since, Instant until) {
            return instants.stream()
                    .filter(at -> !at.isBefore(since) && !at.isAfter(until))
                    .count();
        }

        private static @Nullable Integer greater(@Nullable Integer one, @Nullable Integer other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return Math.max(one, other);
        }
    }

    private final JdbcClient sql;
    private final String source;

    public LedgerQueries(JdbcClient sql, String source) {
        this.sql = sql;
        this.source = source;
    }

    /** How many papers were announced as new or cross-listed. */
    public Map<Cell, Integer> announced(LocalDate from, LocalDate until) {
        Map<Cell, Integer> found = new HashMap<>();
        on(from, until, ANNOUNCED).query(row -> {
            found.put(cell(row), row.getInt("papers"));
        });
        return found;
    }

    public Map<Cell, Counted> counted(LocalDate from, LocalDate until) {
        Map<Cell, Counted> found = new HashMap<>();
        on(from, until, COUNTED).query(row -> {
            Counted counted = new Counted(
                    row.getObject("expected") == null ? null : row.getInt("expected"),
                    List.of(row.getString("origin")),
                    List.of(Instant.parse(row.getString("counted_at"))));
            found.merge(cell(row), counted, Counted::with);
        });
        return found;
    }

    public Map<Cell, Held> held(LocalDate from, LocalDate until) {
        Map<Cell, Held> found = new HashMap<>();
        on(from, until, HELD).param("feed", feed()).query(row -> {
            found.put(cell(row), new Held(row.getInt("held"), row.getInt("repaired")));
        });
        return found;
    }

    /** The first names of each day that misses any. */
    public Map<Cell, List<String>> missing(LocalDate from, LocalDate until) {
        Map<Cell, List<String>> found = new HashMap<>();
        eachMissing(from, until, (cell, name) -> {
            List<String> names = found.computeIfAbsent(cell, key -> new ArrayList<>());
            if (names.size() < MOST_NAMES) {
                names.add(name);
            }
        });
        return found;
    }

    public void eachMissing(LocalDate from, LocalDate until, BiConsumer<Cell, String> missing) {
        on(from, until, MISSING).param("feed", feed()).query(row -> {
            missing.accept(cell(row), row.getString("name"));
        });
    }

    /** How many different papers these parts announced on these days, and how many of them are held. */
    public Papers papers(Collection<String> parts, LocalDate from, LocalDate until) {
        if (parts.isEmpty()) {
            return new Papers(0, 0);
        }
        return on(
                        from,
                        until,
                        "select count(*) as announced, coalesce(sum(case when " + IS_HELD
                                + " then 1 else 0 end), 0) as held" + " from (select distinct a.name" + COUNTING
                                + "and a.part in (:parts)) a")
                .param("parts", parts)
                .param("feed", feed())
                .query((row, index) -> new Papers(row.getInt("announced"), row.getInt("held")))
                .single();
    }

    /** Whether a record of the paper is held, be it that of the announcement alone. */
    public boolean isHeld(String name) {
        return sql.sql("select count(*) from source_record where source in (?, ?) and name = ?")
                        .params(source, feed(), name)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Names that these parts announced on these days and of which there is no record but the announcement's. */
    public Set<String> unconfirmed(Collection<String> parts, LocalDate from, LocalDate until) {
        if (parts.isEmpty()) {
            return Set.of();
        }
        return new TreeSet<>(on(
                        from,
                        until,
                        "select distinct a.name" + COUNTING + "and a.part in (:parts)"
                                + " and not exists (select 1 from source_record r where r.source = :source and r.name = a.name)")
                .param("parts", parts)
                .query(String.class)
                .list());
    }

    private JdbcClient.StatementSpec on(LocalDate from, LocalDate until, String query) {
        return sql.sql(query)
                .param("source", source)
                .param("from", from.toString())
                .param("until", until.toString());
    }

    private String feed() {
        return FeedName.of(source);
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(row.getString("part"), LocalDate.parse(row.getString("day")));
    }
}
