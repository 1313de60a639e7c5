package dev.broadsheet.ingest.harvest;

import dev.broadsheet.database.Transaction;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.source.LiveSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code enrichment}, and which papers a source is to be asked about. */
public final class EnrichmentRows {
    private static final int DAYS_YOUNG = 60;
    private static final Duration LATELY = Duration.ofDays(30);

    /** Of the papers added lately so many are looked at: an archive of millions is not asked about. */
    private static final int MOST_ADDED = 5000;

    /** The order is by an expression, so that no database walks the index of all days to its end. */
    public static final String DUE = """
            select number from paper
            where (day >= :young
                   or number > (select coalesce(max(number), 0) from paper) - :added and added_at >= :lately)
              and merged_into is null
              and exists (select 1 from identifier
                          where identifier.paper = paper.number and scheme in (:schemes))
              and not exists (select 1 from enrichment
                              where source = :source and enrichment.paper = paper.number
                                and again_at > :now)
            order by coalesce(day, '') desc, number desc
            limit :most""";

    private EnrichmentRows() {}

    /** A paper, and the identifier by which the source is asked about it. */
    public record Wanted(long paper, Identifier identifier) {}

    /** The papers that are due, newest first. */
    public static List<Wanted> due(JdbcClient sql, LiveSource source, Instant now, int most) {
        List<String> schemes =
                source.profile().lookupSchemes().stream().map(Scheme::key).toList();
        if (schemes.isEmpty()) {
            return List.of();
        }
        List<Long> papers = sql.sql(DUE)
                .param(
                        "young",
                        LocalDate.ofInstant(now, ZoneOffset.UTC)
                                .minusDays(DAYS_YOUNG)
                                .toString())
                .param("added", MOST_ADDED)
                .param("lately", now.minus(LATELY).toString())
                .param("schemes", schemes)
                .param("source", source.profile().name())
                .param("now", now.toString())
                .param("most", most)
                .query((row, index) -> row.getLong(1))
                .list();
        return papers.isEmpty()
                ? List.of()
                : named(sql, papers, source.profile().lookupSchemes());
    }

    private static List<Wanted> named(JdbcClient sql, List<Long> papers, List<Scheme> schemes) {
        Map<Long, Identifier> best = new HashMap<>();
        sql.sql("select paper, scheme, name from identifier where paper in (:papers) order by name")
                .param("papers", papers)
                .query(row -> {
                    for (Scheme scheme : schemes) {
                        if (scheme.key().equals(row.getString("scheme"))) {
                            Identifier found = new Identifier(scheme, row.getString("name"));
                            best.merge(row.getLong("paper"), found, (one, other) -> better(schemes, one, other));
                        }
                    }
                });
        List<Wanted> wanted = new ArrayList<>();
        for (Long paper : papers) {
            Identifier identifier = best.get(paper);
            if (identifier != null) {
                wanted.add(new Wanted(paper, identifier));
            }
        }
        return wanted;
    }

    private static Identifier better(List<Scheme> schemes, Identifier one, Identifier other) {
        return schemes.indexOf(other.scheme()) < schemes.indexOf(one.scheme()) ? other : one;
    }

    public static void mark(Transaction transaction, String source, long paper, Instant again) {
        transaction.execute(
                "insert into enrichment (source, paper, again_at) values (?, ?, ?)"
                        + " on conflict (source, paper) do update set again_at = excluded.again_at",
                source,
                paper,
                again.toString());
    }
}
