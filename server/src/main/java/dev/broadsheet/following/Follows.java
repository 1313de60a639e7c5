package dev.broadsheet.following;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.PersonalData;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.room.Room;
import dev.broadsheet.site.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who follows whom. Thread-safe. */
public final class Follows implements Room, PersonalData {
    /** So many people one person may follow. */
    static final int MOST = 1_000;

    private final Database database;
    private final People people;
    private final Clock clock;

    public Follows(Database database, People people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Lets somebody follow another from now on.
     *
     * @return whether that is new
     * @throws Refusal if they are the same, or the person follows too many
     */
    public boolean follow(Person person, Person followed) {
        if (person.number() == followed.number()) {
            throw Refusal.of(422, "That is you", "Nobody follows themselves. Nothing was changed.");
        }
        return database.write(transaction -> {
            long many = transaction
                    .number("select count(*) from follow where person = ?", person.number())
                    .orElse(0L);
            if (many >= MOST) {
                throw Refusal.of(
                                422,
                                "You follow too many people",
                                "You follow " + MOST + " people, which is the most there may be. Nothing was changed.")
                        .advice("Stop following somebody first.");
            }
            return transaction.execute(
                            "insert into follow (person, followed_person, at) values (?, ?, ?) on conflict do nothing",
                            person.number(),
                            followed.number(),
                            clock.millis())
                    > 0;
        });
    }

    /** Lets somebody follow another no longer; says whether they did. */
    public boolean unfollow(Person person, Person followed) {
        return database.write(transaction -> transaction.execute(
                        "delete from follow where person = ? and followed_person = ?",
                        person.number(),
                        followed.number()))
                > 0;
    }

    /** Whether one follows the other. */
    public boolean isFollowing(Person person, Person followed) {
        return database.read(sql -> sql.sql("select count(*) from follow where person = ? and followed_person = ?")
                        .params(person.number(), followed.number())
                        .query(Long.class)
                        .single())
                > 0;
    }

    /** The numbers of those whom somebody follows, the latest first; at most {@value #MOST}. */
    public List<Long> followedBy(long person) {
        return database.read(
                sql -> sql.sql("select followed_person from follow where person = ? order by at desc, followed_person")
                        .param(person)
                        .query(Long.class)
                        .list());
    }

    @Override
    public void deleted(Transaction transaction, Person person, boolean wordsStay) {
        transaction.execute("delete from follow where person = ?", person.number());
        transaction.execute("delete from follow where followed_person = ?", person.number());
    }

    /** Whom the person follows; who follows them is what others do. */
    @Override
    public Map<String, Object> export(Person person) {
        record Row(long followed, Instant since) {}
        List<Row> rows = database.read(sql -> sql.sql(
                        "select followed_person, at from follow where person = ? order by at, followed_person")
                .param(person.number())
                .query((row, index) -> new Row(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
                .list());
        Map<Long, Person> named =
                people.byNumbers(rows.stream().map(Row::followed).toList());
        return Map.of(
                "following.json",
                rows.stream()
                        .map(row -> {
                            Person followed = named.get(row.followed());
                            if (followed == null) {
                                return null;
                            }
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("person", followed.name());
                            one.put("since", row.since().toString());
                            return one;
                        })
                        .filter(Objects::nonNull)
                        .toList());
    }
}
