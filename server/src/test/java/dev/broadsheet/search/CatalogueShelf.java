package dev.broadsheet.search;

import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.CommunityCounts;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PaperReference;
import dev.broadsheet.search.vector.PaperText;
import dev.broadsheet.search.vector.VectorStore;
import dev.broadsheet.search.vector.Vectors;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A catalogue of made-up papers in a folder, and random changes to it. */
public class CatalogueShelf implements AutoCloseable {
    public static final BagOfWords MODEL = new BagOfWords("bag", 16);
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    public final Database database;
    public final Catalogue catalogue;
    public final VectorStore store;
    public final CommunityCounts counts;

    public CatalogueShelf(Path folder) {
        database = Database.sqlite(folder.resolve("catalogue.db"));
        catalogue = new Catalogue(database, List.of(PaperReference.folded("vote", "paper", "person")));
        store = new VectorStore(database, List.of(MODEL.model()));
        counts = new CommunityCounts(
                catalogue,
                (transaction, papers) -> voted(transaction.sql(), papers),
                // Nobody comments here: any number that follows from the votes will do.
                (transaction, papers) -> {
                    Map<Long, Integer> comments = voted(transaction.sql(), papers);
                    comments.replaceAll((paper, votes) -> votes / 2);
                    return comments;
                });
    }

    /** How many people here voted for each of these papers. */
    public static Map<Long, Integer> voted(JdbcClient sql, Collection<Long> papers) {
        Map<Long, Integer> voted = new HashMap<>();
        if (!papers.isEmpty()) {
            sql.sql("select paper, count(*) as votes from vote where paper in (:papers) group by paper")
                    .param("papers", papers)
                    .query(row -> {
                        voted.put(row.getLong("paper"), row.getInt("votes"));
                    });
        }
        return voted;
    }

    /** Casts a vote or takes it back, in a transaction of its own. */
    public void vote(Random random) {
        database.write(transaction -> {
            List<Long> numbers = numbers(transaction);
            long paper = catalogue
                    .hold(transaction, numbers.get(random.nextInt(numbers.size())))
                    .orElseThrow();
            int person = 1 + random.nextInt(20);
            if (transaction.execute("delete from vote where paper = ? and person = ?", paper, person) == 0) {
                transaction.execute("insert into vote (paper, person, at, counted) values (?, ?, 0, 1)", paper, person);
            }
            catalogue.countAnew(transaction, paper);
            return paper;
        });
    }

    public long add(Metadata metadata) {
        return catalogue.write(writer -> writer.add(metadata, Instant.EPOCH));
    }

    /** Has the paper stand on the list of a day. */
    public void stand(long number, int votes, int comments) {
        catalogue.write(writer -> writer.appear(number, appearance(votes, comments)));
    }

    /** Counts anew for some papers in one transaction. */
    public void count(Random random, int count) {
        catalogue.write(writer -> {
            List<Long> numbers = numbers(writer.transaction());
            for (int i = 0; i < count; i++) {
                writer.appear(
                        numbers.get(random.nextInt(numbers.size())),
                        appearance(random.nextInt(10_000), random.nextInt(1_000)));
            }
            return count;
        });
    }

    private static Appearance appearance(int votes, int comments) {
        return new Appearance("huggingface", LocalDate.of(2026, 8, 21), 1, votes, comments, null, null);
    }

    private static List<Long> numbers(Transaction transaction) {
        return transaction
                .sql()
                .sql("select number from paper where merged_into is null")
                .query((row, index) -> row.getLong(1))
                .list();
    }

    /** Adds, changes, merges, touches and embeds some papers in one transaction. */
    public void change(Random random, int count) {
        catalogue.write(writer -> {
            for (int i = 0; i < count; i++) {
                List<Long> numbers = numbers(writer.transaction());
                long some = numbers.isEmpty() ? 0 : numbers.get(random.nextInt(numbers.size()));
                switch (numbers.size() < 3 ? 0 : random.nextInt(7)) {
                    case 0, 1 -> writer.add(Papers.random(random).build(), Instant.EPOCH);
                    case 2 ->
                        writer.change(
                                some,
                                Papers.random(random)
                                        .authors(List.of(Author.named("Ada Lovelace")))
                                        .build(),
                                Instant.EPOCH);
                    case 3 -> {
                        long other = numbers.get(random.nextInt(numbers.size()));
                        if (other != some) {
                            writer.merge(other, some);
                        }
                    }
                    case 4 -> writer.touch(some);
                    case 5 -> writer.appear(some, appearance(random.nextInt(50), random.nextInt(20)));
                    default -> {
                        String text = PaperText.forMeaning(writer.paper(some).orElseThrow());
                        writer.transaction()
                                .execute(
                                        "insert into embedding (paper, model, content_hash, vector) values (?, ?, ?, ?)"
                                                + " on conflict (paper, model) do update set"
                                                + " content_hash = excluded.content_hash, vector = excluded.vector",
                                        some,
                                        MODEL.model(),
                                        PaperText.hash(text),
                                        Vectors.toBytes(MODEL.passage(text)));
                        writer.touch(some);
                    }
                }
            }
            return count;
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
