package dev.broadsheet.authorship;

import dev.broadsheet.authorship.Claim.Proof;
import dev.broadsheet.authorship.Claim.State;
import dev.broadsheet.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code authorship}. */
final class ClaimRows {
    static final RowMapper<Claim> CLAIM = (row, index) -> claim(row);

    static final String COLUMNS =
            "select paper, person, state, author, at, proof, decided_at, decided_by_person, reason from authorship ";

    /** That no other row of the same person and paper goes before this one. */
    static final String COUNTS = "not exists (select 1 from authorship as other where other.paper = authorship.paper"
            + " and other.person = authorship.person and (other.state = 'confirmed' and authorship.state <> 'confirmed'"
            + " or other.state = 'claimed' and authorship.state = 'refused'))";

    static final String WAITING = "state = 'claimed' and " + COUNTS;

    private ClaimRows() {}

    /** What counts of a person's claims of a paper. */
    static Optional<Claim> of(JdbcClient sql, long paper, long person) {
        return all(sql, COLUMNS + "where paper = ? and person = ?", paper, person).stream()
                .min((one, other) -> one.state().compareTo(other.state()));
    }

    static List<Claim> all(JdbcClient sql, String statement, Object... parameters) {
        return sql.sql(statement).params(parameters).query(CLAIM).list();
    }

    static boolean isConfirmed(JdbcClient sql, long paper, long person) {
        return sql.sql("select count(*) from authorship where paper = ? and person = ? and state = 'confirmed'")
                        .params(paper, person)
                        .query(Long.class)
                        .single()
                > 0;
    }

    static long waiting(JdbcClient sql) {
        return sql.sql("select count(*) from authorship where " + WAITING)
                .query(Long.class)
                .single();
    }

    /** Takes away every row of a person and a paper, and says how many there were. Who takes them decides alone. */
    static int delete(Transaction transaction, long paper, long person) {
        return transaction.execute("delete from authorship where paper = ? and person = ?", paper, person);
    }

    static void add(Transaction transaction, Claim claim) {
        Proof proof = claim.proof();
        Instant decided = claim.decidedAt();
        transaction.execute(
                "insert into authorship"
                        + " (paper, person, state, author, at, proof, decided_at, decided_by_person, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                claim.paper(),
                claim.person(),
                claim.state().word(),
                claim.author(),
                claim.at().toEpochMilli(),
                proof == null ? null : proof.word(),
                decided == null ? null : decided.toEpochMilli(),
                claim.decidedBy(),
                claim.reason());
    }

    private static Claim claim(ResultSet row) throws SQLException {
        String proof = row.getString("proof");
        Long decided = number(row, "decided_at");
        return new Claim(
                row.getLong("paper"),
                row.getLong("person"),
                State.of(row.getString("state")),
                row.getString("author"),
                Instant.ofEpochMilli(row.getLong("at")),
                proof == null ? null : Proof.of(proof),
                decided == null ? null : Instant.ofEpochMilli(decided),
                number(row, "decided_by_person"),
                row.getString("reason"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
