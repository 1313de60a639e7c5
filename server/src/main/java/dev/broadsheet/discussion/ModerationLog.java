package dev.broadsheet.discussion;

import dev.broadsheet.account.Person;
import dev.broadsheet.database.Counter;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What moderators did, for everybody to read. What they hid is not in it. Thread-safe. */
public final class ModerationLog {
    private static final Counter NUMBERS = new Counter("moderation_log");

    private final Database database;
    private final Clock clock;

    public ModerationLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What was done, as it is written between who did it and to what. */
    public enum Action {
        HIDE("hid"),
        SHOW("showed again"),
        APPROVE("let in"),
        DISMISS("looked at reports of, and kept,"),
        CLOSE("closed the discussion of"),
        OPEN("opened again the discussion of"),
        SUSPEND("suspended"),
        CLEAN("suspended, and hid every comment of,"),
        REINSTATE("reinstated");

        private final String words;

        Action(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Something that was done.
     *
     * @param moderator who did it
     * @param comment to which comment, or null
     * @param paper to which paper's discussion, or null
     * @param person to whom, or null
     * @param reason in the moderator's words
     */
    public record Entry(
            long number,
            Instant at,
            long moderator,
            Action action,
            @Nullable Long comment,
            @Nullable Long paper,
            @Nullable Long person,
            String reason) {}

    void add(
            Transaction transaction,
            Person moderator,
            Action action,
            @Nullable Comment comment,
            @Nullable Long paper,
            @Nullable Long person,
            String reason) {
        transaction.execute(
                "insert into moderation_log (number, at, person, action, comment, paper, subject_person, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                NUMBERS.next(transaction),
                clock.millis(),
                moderator.number(),
                action.word(),
                comment == null ? null : comment.number(),
                comment == null ? paper : (Long) comment.paper(),
                person,
                reason);
    }

    /**
     * The latest first.
     *
     * @param before only those with lower numbers
     */
    public List<Entry> entries(long before, int limit) {
        return database.read(sql -> sql.sql(
                        "select * from moderation_log where number < ? order by number desc limit ?")
                .params(before, limit)
                .query((row, index) -> new Entry(
                        row.getLong("number"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getLong("person"),
                        Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                        CommentRows.number(row, "comment"),
                        CommentRows.number(row, "paper"),
                        CommentRows.number(row, "subject_person"),
                        row.getString("reason")))
                .list());
    }
}
