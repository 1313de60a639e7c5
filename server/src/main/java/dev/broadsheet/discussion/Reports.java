package dev.broadsheet.discussion;

import dev.broadsheet.account.Person;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** That members think a comment should not stand. Thread-safe. */
public final class Reports {
    /** Of one person in a day. */
    static final int MOST_A_DAY = 30;

    /** Characters of what can be added to a reason. */
    static final int LONGEST = 500;

    private final Database database;
    private final Clock clock;

    public Reports(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Why it should not. */
    public enum Reason {
        SPAM("Spam or advertising"),
        ABUSE("Insulting or threatening"),
        OFF_TOPIC("Not about the paper"),
        UNLAWFUL("Against the law, or somebody’s private data"),
        OTHER("Something else");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One person's report. */
    public record Report(long comment, long person, Instant at, Reason reason, String details) {}

    /** What became of a report. */
    public enum Outcome {
        KEPT,
        REPORTED_BEFORE,
        TOO_MANY,
        NOT_THERE
    }

    /** Keeps what somebody has against a comment; once for a person and comment. */
    public Outcome report(Person person, long comment, Reason reason, String details) {
        return database.write(transaction -> {
            boolean there = CommentRows.lock(transaction, comment)
                    .filter(found -> found.isShown() && !found.isBy(person.number()))
                    .isPresent();
            if (!there) {
                return Outcome.NOT_THERE;
            }
            long today = transaction
                    .number(
                            "select count(*) from comment_report where person = ? and at > ?",
                            person.number(),
                            clock.instant().minus(Duration.ofDays(1)).toEpochMilli())
                    .orElse(0L);
            if (today >= MOST_A_DAY) {
                return Outcome.TOO_MANY;
            }
            int added = transaction.execute(
                    "insert into comment_report (comment, person, at, reason, details) values (?, ?, ?, ?, ?)"
                            + " on conflict do nothing",
                    comment,
                    person.number(),
                    clock.millis(),
                    reason.word(),
                    details.length() > LONGEST ? details.substring(0, LONGEST) : details);
            return added == 0 ? Outcome.REPORTED_BEFORE : Outcome.KEPT;
        });
    }

    /** What nobody has looked at yet of one comment. */
    List<Report> of(long comment) {
        return database.read(sql -> sql.sql("select comment, person, at, reason, details from comment_report"
                        + " where comment = ? and settled_at is null order by at, person")
                .param(comment)
                .query((row, index) -> report(row))
                .list());
    }

    /** What nobody has looked at yet, by comment, the comment that was reported first in front. */
    public Map<Long, List<Report>> open(int limit) {
        Map<Long, List<Report>> reports = new LinkedHashMap<>();
        database.read(sql -> {
            sql.sql("select comment, person, at, reason, details from comment_report where settled_at is null"
                            + " order by at, comment, person limit ?")
                    .param(limit)
                    .query(row -> {
                        Report report = report(row);
                        reports.computeIfAbsent(report.comment(), any -> new ArrayList<>())
                                .add(report);
                    });
            return reports;
        });
        return reports;
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getLong("comment"),
                row.getLong("person"),
                Instant.ofEpochMilli(row.getLong("at")),
                Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                row.getString("details"));
    }

    /** A moderator has looked at them, or the comment is gone. */
    static void settle(Transaction transaction, long comment, Instant now) {
        transaction.execute(
                "update comment_report set settled_at = ? where comment = ? and settled_at is null",
                now.toEpochMilli(),
                comment);
    }
}
