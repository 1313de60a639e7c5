package dev.broadsheet.daily;

import dev.broadsheet.daily.Submission.State;
import dev.broadsheet.daily.Submission.Words;
import dev.broadsheet.database.Counter;
import dev.broadsheet.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code submission}. */
final class SubmissionRows {
    static final Counter NUMBERS = new Counter("submission");

    static final String COLUMNS = "select edition, paper, number, day, person, at, state, comment, code, project, media"
            + " from submission ";

    private SubmissionRows() {}

    /**
     * A row.
     *
     * @param person the number of who submitted, or null
     */
    record Row(
            long edition,
            long paper,
            long number,
            LocalDate day,
            @Nullable Long person,
            Instant at,
            State state,
            Words words) {}

    static Row row(ResultSet row, int index) throws SQLException {
        long person = row.getLong("person");
        return new Row(
                row.getLong("edition"),
                row.getLong("paper"),
                row.getLong("number"),
                LocalDate.parse(row.getString("day")),
                person == 0 ? null : person,
                Instant.ofEpochMilli(row.getLong("at")),
                State.of(row.getString("state")),
                new Words(
                        row.getString("comment"),
                        row.getString("code"),
                        row.getString("project"),
                        row.getString("media")));
    }

    static Optional<Row> find(Transaction transaction, long edition, long paper) {
        return transaction.first(COLUMNS + "where edition = ? and paper = ?", SubmissionRows::row, edition, paper);
    }

    /** Whether it was added; it is not where the edition has the paper already. */
    static boolean insert(Transaction transaction, Row row) {
        return transaction.execute(
                        "insert into submission (edition, paper, number, day, person, at, state, comment, code, project,"
                                + " media) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (edition, paper) do nothing",
                        row.edition(),
                        row.paper(),
                        row.number(),
                        row.day().toString(),
                        row.person(),
                        row.at().toEpochMilli(),
                        row.state().word(),
                        row.words().comment(),
                        row.words().code(),
                        row.words().project(),
                        row.words().media())
                > 0;
    }

    static void set(Transaction transaction, long edition, long paper, State state, LocalDate day) {
        transaction.execute(
                "update submission set state = ?, day = ? where edition = ? and paper = ?",
                state.word(),
                day.toString(),
                edition,
                paper);
    }

    static boolean isOfSuspended(Transaction transaction, Row row) {
        return row.person() != null
                && transaction
                        .number("select number from person where number = ? and suspended_at is not null", row.person())
                        .isPresent();
    }

    static void delete(Transaction transaction, long edition, long paper) {
        transaction.execute("delete from submission where edition = ? and paper = ?", edition, paper);
    }
}
