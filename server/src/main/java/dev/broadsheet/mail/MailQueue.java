package dev.broadsheet.mail;

import dev.broadsheet.database.Counter;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.installation.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;

/**
 * Mails to send. One that is added in a transaction is sent once that is committed: at once where a server runs in this
 * process, else by the next server within a minute; never if the transaction fails. Thread-safe.
 */
public final class MailQueue {
    private static final Counter NUMBERS = new Counter("mail");
    private static final int AT_ONCE = 20;
    private static final int LONGEST_PROBLEM = 500;

    /** So long whoever tries to send a mail has it to itself. */
    private static final Duration TAKEN = Duration.ofMinutes(10);

    private static final Duration KEPT = Duration.ofDays(90);

    private final Database database;
    private final Clock clock;
    private volatile Runnable arrival = () -> {};

    /** How many mails wait, and how many were refused for good in the last three months. */
    record Counts(int waiting, int refused) {}

    public MailQueue(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds a mail. */
    public void add(Transaction transaction, Mail mail) {
        long now = clock.millis();
        transaction.execute(
                "insert into mail (number, recipient, subject, text, html, headers, message_id, created_at, next_at,"
                        + " attempts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                NUMBERS.next(transaction),
                mail.to(),
                mail.subject(),
                mail.text(),
                mail.html(),
                Json.PLAIN.writeValueAsString(mail.headers()),
                UUID.randomUUID().toString(),
                now,
                now);
        transaction.afterCommit(() -> arrival.run());
    }

    /** Has this done whenever mails were added in this process: something that returns at once. */
    void onArrival(Runnable nudge) {
        arrival = nudge;
    }

    /** Takes some of those that are due, the oldest first; nobody else takes them for ten minutes. */
    List<QueuedMail> take() {
        return database.write(transaction -> {
            long now = clock.millis();
            List<QueuedMail> due = transaction.list(
                    "select number, recipient, subject, text, html, headers, message_id, created_at, attempts from mail"
                            + " where next_at <= ? order by next_at, number limit " + AT_ONCE
                            + (transaction.isAlone() ? "" : " for update skip locked"),
                    (row, index) -> mail(row),
                    now);
            due.forEach(mail -> transaction.execute(
                    "update mail set next_at = ?, attempts = attempts + 1 where number = ?",
                    now + TAKEN.toMillis(),
                    mail.number()));
            return due;
        });
    }

    /** It was sent, and is forgotten. */
    void sent(QueuedMail mail) {
        database.write(transaction -> transaction.execute("delete from mail where number = ?", mail.number()));
    }

    /** It could not be sent, and is tried again after a pause. */
    void retry(QueuedMail mail, Duration pause, String problem) {
        database.write(transaction -> transaction.execute(
                "update mail set next_at = ?, problem = ? where number = ?",
                clock.millis() + pause.toMillis(),
                shortened(problem),
                mail.number()));
    }

    /** It will never be sent; whoever runs the place can see why. What it said is forgotten. */
    void refused(QueuedMail mail, String problem) {
        database.write(transaction -> transaction.execute(
                "update mail set next_at = null, text = '', html = null, headers = '{}', problem = ? where number = ?",
                shortened(problem),
                mail.number()));
    }

    /** Forgets what was refused long ago. */
    void removeOld() {
        database.write(transaction -> transaction.execute(
                "delete from mail where next_at is null and created_at < ?", clock.millis() - KEPT.toMillis()));
    }

    Counts counts() {
        return database.read(
                sql -> sql.sql("select count(next_at) as waiting, count(*) - count(next_at) as refused from mail")
                        .query((row, index) -> new Counts(row.getInt("waiting"), row.getInt("refused")))
                        .single());
    }

    private static String shortened(String problem) {
        return problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM));
    }

    private static QueuedMail mail(ResultSet row) throws SQLException {
        Map<String, String> headers = Json.PLAIN.readValue(row.getString("headers"), new TypeReference<>() {});
        return new QueuedMail(
                row.getLong("number"),
                new Mail(
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("text"),
                        row.getString("html"),
                        headers),
                row.getString("message_id"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getInt("attempts"));
    }
}
