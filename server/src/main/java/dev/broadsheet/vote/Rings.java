package dev.broadsheet.vote;

import dev.broadsheet.account.Audit;
import dev.broadsheet.account.Person;
import dev.broadsheet.database.Counter;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reports of accounts that vote together ({@code docs/voting.md} has the rule), for moderators. Nothing is done to the
 * accounts or their votes by itself. Thread-safe.
 */
public final class Rings {
    private static final Counter NUMBERS = new Counter("vote_ring");

    private final Database database;
    private final Clock clock;
    private final Origins origins;
    private final Audit audit;

    public Rings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.origins = new Origins(clock);
        this.audit = new Audit(clock);
    }

    /** The reports that no moderator has closed, the latest first. */
    public List<Ring> open() {
        return database.read(sql -> {
            Map<Long, List<Long>> people = members(sql, "vote_ring_member", "person");
            Map<Long, List<Long>> papers = members(sql, "vote_ring_paper", "paper");
            return sql.sql("select number, found_at, last_at from vote_ring where closed_at is null"
                            + " order by found_at desc, number desc")
                    .query((row, index) -> new Ring(
                            row.getLong("number"),
                            Instant.ofEpochMilli(row.getLong("found_at")),
                            Instant.ofEpochMilli(row.getLong("last_at")),
                            people.getOrDefault(row.getLong("number"), List.of()),
                            papers.getOrDefault(row.getLong("number"), List.of())))
                    .list();
        });
    }

    /**
     * A moderator has looked at a report. From where these people voted until now is forgotten, so that they are
     * reported again only for what they do from now on.
     *
     * @return whether it was open
     */
    public boolean close(Person moderator, long number) {
        return database.write(transaction -> {
            boolean open = transaction.execute(
                            "update vote_ring set closed_at = ?, closed_by_person = ?"
                                    + " where number = ? and closed_at is null",
                            clock.millis(),
                            moderator.number(),
                            number)
                    > 0;
            if (open) {
                audit.add(
                        transaction,
                        moderator,
                        "closed the report of accounts that vote together",
                        "no. " + number,
                        "");
                transaction.execute(
                        "delete from vote_origin where person in (select person from vote_ring_member where ring = ?)",
                        number);
            }
            return open;
        });
    }

    /** Looks for accounts that vote together, and forgets from where votes came that are older than 30 days. */
    public void look() {
        database.write(transaction -> {
            origins.forgetOld(transaction);
            return true;
        });
        List<VotedTogether> groups = database.read(VotedTogether::groups);
        groups.forEach(group -> database.write(transaction -> report(transaction, group)));
    }

    private long report(Transaction transaction, VotedTogether group) {
        long number = openRingOf(transaction, group).orElseGet(() -> NUMBERS.next(transaction));
        transaction.execute(
                "insert into vote_ring (number, found_at, last_at) values (?, ?, ?)"
                        + " on conflict (number) do update set last_at = excluded.last_at",
                number,
                clock.millis(),
                group.lastAt());
        group.people()
                .forEach(person -> transaction.execute(
                        "insert into vote_ring_member (ring, person) values (?, ?) on conflict do nothing",
                        number,
                        person));
        group.papers()
                .forEach(paper -> transaction.execute(
                        "insert into vote_ring_paper (ring, paper) values (?, ?) on conflict do nothing",
                        number,
                        paper));
        return number;
    }

    private static Optional<Long> openRingOf(Transaction transaction, VotedTogether group) {
        return transaction
                .sql()
                .sql("select min(number) from vote_ring join vote_ring_member on vote_ring_member.ring = number"
                        + " where closed_at is null and person in (:people)")
                .param("people", group.people())
                .query(Long.class)
                .optional();
    }

    private static Map<Long, List<Long>> members(JdbcClient sql, String table, String column) {
        Map<Long, List<Long>> members = new HashMap<>();
        sql.sql("select ring, " + column + " as member from " + table
                        + " join vote_ring on number = ring where closed_at is null order by ring, member")
                .query(row -> {
                    members.computeIfAbsent(row.getLong("ring"), ring -> new ArrayList<>())
                            .add(row.getLong("member"));
                });
        return members;
    }
}
