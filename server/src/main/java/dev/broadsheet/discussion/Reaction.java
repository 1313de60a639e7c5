package dev.broadsheet.discussion;

import dev.broadsheet.database.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be said about a comment with one sign; signs that clients of Hugging Face's API know. */
public enum Reaction {
    AGREE("👍", "I agree"),
    THANKS("❤️", "Thank you"),
    EXCELLENT("🔥", "Excellent"),
    SURPRISING("🤯", "Surprising"),
    LOOKING("👀", "I am looking into it");

    private final String sign;
    private final String words;

    Reaction(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    public String sign() {
        return sign;
    }

    /** What the sign means. */
    public String words() {
        return words;
    }

    /** As it is stored and sent. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Reaction> of(String word) {
        return Stream.of(values())
                .filter(reaction -> reaction.word().equals(word))
                .findFirst();
    }

    static void add(Transaction transaction, long comment, long person, Reaction reaction, Instant now) {
        transaction.execute(
                "insert into comment_reaction (comment, reaction, person, at) values (?, ?, ?, ?) on conflict do nothing",
                comment,
                reaction.word(),
                person,
                now.toEpochMilli());
    }

    static void remove(Transaction transaction, long comment, long person, Reaction reaction) {
        transaction.execute(
                "delete from comment_reaction where comment = ? and reaction = ? and person = ?",
                comment,
                reaction.word(),
                person);
    }

    /** Who reacted to each of these comments, and how; in the order in which they did. */
    static Map<Long, Map<Reaction, List<Long>>> to(JdbcClient sql, Collection<Long> comments) {
        Map<Long, Map<Reaction, List<Long>>> reactions = new HashMap<>();
        if (!comments.isEmpty()) {
            sql.sql("select comment, reaction, person from comment_reaction where comment in (:comments)"
                            + " order by at, person")
                    .param("comments", List.copyOf(comments))
                    .query(row -> {
                        long person = row.getLong("person");
                        Map<Reaction, List<Long>> of = reactions.computeIfAbsent(
                                row.getLong("comment"), comment -> new EnumMap<>(Reaction.class));
                        of(row.getString("reaction"))
                                .ifPresent(reaction -> of.computeIfAbsent(reaction, any -> new ArrayList<>())
                                        .add(person));
                    });
        }
        return reactions;
    }
}
