package dev.broadsheet.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the table {@code appearance}. */
final class AppearanceRows {
    static final String COLUMNS =
            "select list, day, paper, position, votes, comments, submitter, submitter_name from appearance ";

    private AppearanceRows() {}

    static Map<Long, List<Appearance>> of(JdbcClient sql, Collection<Long> papers) {
        Map<Long, List<Appearance>> found = new LinkedHashMap<>();
        if (papers.isEmpty()) {
            return found;
        }
        sql.sql(COLUMNS + "where paper in (:papers) order by day, list")
                .param("papers", papers)
                .query((row, index) -> new ListedPaper(row.getLong("paper"), appearance(row)))
                .list()
                .forEach(listed -> found.computeIfAbsent(listed.paper(), paper -> new ArrayList<>())
                        .add(listed.appearance()));
        return found;
    }

    static List<ListedPaper> between(JdbcClient sql, LocalDate from, LocalDate until) {
        return sql.sql(COLUMNS + "where day between ? and ? order by day, list, position, paper")
                .params(from.toString(), until.toString())
                .query((row, index) -> new ListedPaper(row.getLong("paper"), appearance(row)))
                .list();
    }

    static List<Long> papers(JdbcClient sql) {
        return sql.sql("select distinct paper from appearance order by paper")
                .query((row, index) -> row.getLong("paper"))
                .list();
    }

    static List<ListDay> days(JdbcClient sql) {
        return sql.sql("select day, count(distinct paper) as papers from appearance group by day order by day")
                .query((row, index) -> new ListDay(LocalDate.parse(row.getString("day")), row.getInt("papers")))
                .list();
    }

    static Appearance appearance(ResultSet row) throws SQLException {
        return new Appearance(
                row.getString("list"),
                LocalDate.parse(row.getString("day")),
                row.getInt("position"),
                row.getInt("votes"),
                row.getInt("comments"),
                row.getString("submitter"),
                row.getString("submitter_name"));
    }
}
