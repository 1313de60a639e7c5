package dev.broadsheet.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads papers from the tables {@code paper} and {@code identifier}. */
final class PaperRows {
    static final String COLUMNS = "select number, id, revision, metadata, merged_into, added_at from paper ";

    /** A chain of merges longer than this would be a loop. */
    private static final int MOST_MERGES = 20;

    private PaperRows() {}

    static Optional<Long> numberOf(JdbcClient sql, String address) {
        Optional<Long> byId = sql.sql("select number from paper where id = ?")
                .param(address.strip())
                .query(Long.class)
                .optional();
        Optional<Long> found =
                byId.isPresent() ? byId : Identifiers.recognise(address).flatMap(name -> holder(sql, name));
        return found.map(number -> survivor(sql, number));
    }

    static Optional<Long> holder(JdbcClient sql, Identifier identifier) {
        return sql.sql("select paper from identifier where scheme = ? and name = ?")
                .params(identifier.scheme().key(), identifier.name())
                .query(Long.class)
                .optional();
    }

    static Optional<Paper> paper(JdbcClient sql, long number) {
        return sql.sql(COLUMNS + "where number = ? and merged_into is null")
                .param(number)
                .query((row, index) -> paper(row))
                .optional();
    }

    static List<Paper> papers(JdbcClient sql, Collection<Long> numbers) {
        return sql.sql(COLUMNS + "where number in (:numbers) and merged_into is null")
                .param("numbers", numbers)
                .query((row, index) -> paper(row))
                .list();
    }

    static Paper paper(ResultSet row) throws SQLException {
        return new Paper(
                row.getLong("number"),
                new PaperId(row.getString("id")),
                row.getLong("revision"),
                PaperJson.read(row.getString("metadata")),
                Instant.parse(row.getString("added_at")));
    }

    private static long survivor(JdbcClient sql, long number) {
        long survivor = number;
        for (int merges = 0; merges < MOST_MERGES; merges++) {
            Optional<Long> next = sql.sql("select merged_into from paper where number = ? and merged_into is not null")
                    .param(survivor)
                    .query(Long.class)
                    .optional();
            if (next.isEmpty()) {
                return survivor;
            }
            survivor = next.get();
        }
        return survivor;
    }
}
