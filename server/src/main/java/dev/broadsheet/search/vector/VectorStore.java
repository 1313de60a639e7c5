package dev.broadsheet.search.vector;

import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.paper.Paper;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The vectors kept in the catalogue, so that an index is rebuilt without embedding again. Thread-safe. */
public final class VectorStore {
    private final Database database;
    private final List<String> models;

    /** @param models the models in use, in the order in which vectors are given */
    public VectorStore(Database database, List<String> models) {
        this.database = database;
        this.models = List.copyOf(models);
    }

    public List<String> models() {
        return models;
    }

    /**
     * One vector for each model, by paper number. A paper is left out unless it has vectors of all
     * models, made of its present text: half a meaning could not be compared with a whole one.
     */
    public Map<Long, List<float[]>> of(Collection<Paper> papers) {
        Map<Long, List<float[]>> complete = new HashMap<>();
        if (papers.isEmpty() || models.isEmpty()) {
            return complete;
        }
        Map<Key, Stored> rows = new HashMap<>();
        List<Long> numbers = papers.stream().map(Paper::number).toList();
        database.read(sql -> {
            sql.sql("select paper, model, content_hash, vector from embedding where paper in (:papers)")
                    .param("papers", numbers)
                    .query(row -> {
                        rows.put(
                                new Key(row.getLong("paper"), row.getString("model")),
                                new Stored(row.getString("content_hash"), row.getBytes("vector")));
                    });
            return rows;
        });
        if (rows.isEmpty()) {
            return complete;
        }
        for (Paper paper : papers) {
            String hash = PaperText.hash(PaperText.forMeaning(paper));
            List<Stored> vectors = models.stream()
                    .map(model -> rows.get(new Key(paper.number(), model)))
                    .filter(stored -> stored != null && stored.hash.equals(hash))
                    .toList();
            if (vectors.size() == models.size()) {
                complete.put(
                        paper.number(),
                        vectors.stream()
                                .map(stored -> Vectors.fromBytes(stored.vector))
                                .toList());
            }
        }
        return complete;
    }

    /** Which of these papers lack a vector of their present text. */
    Set<Long> lacking(Collection<Paper> papers) {
        return papers.isEmpty() || models.isEmpty() ? Set.of() : database.read(sql -> lacking(sql, papers));
    }

    /** The same within a transaction. */
    Set<Long> lacking(JdbcClient sql, Collection<Paper> papers) {
        Set<Long> lacking = new HashSet<>();
        if (papers.isEmpty() || models.isEmpty()) {
            return lacking;
        }
        Map<Key, String> hashes = new HashMap<>();
        sql.sql("select paper, model, content_hash from embedding where paper in (:papers)")
                .param("papers", papers.stream().map(Paper::number).toList())
                .query(row -> {
                    hashes.put(new Key(row.getLong("paper"), row.getString("model")), row.getString("content_hash"));
                });
        for (Paper paper : papers) {
            String hash = PaperText.hash(PaperText.forMeaning(paper));
            if (!models.stream().allMatch(model -> hash.equals(hashes.get(new Key(paper.number(), model))))) {
                lacking.add(paper.number());
            }
        }
        return lacking;
    }

    void put(Transaction transaction, long paper, String model, String hash, float[] vector) {
        transaction.execute(
                "insert into embedding (paper, model, content_hash, vector) values (?, ?, ?, ?)"
                        + " on conflict (paper, model) do update set content_hash = excluded.content_hash,"
                        + " vector = excluded.vector",
                paper,
                model,
                hash,
                Vectors.toBytes(vector));
    }

    private record Key(long paper, String model) {}

    // Never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Stored(String hash, byte[] vector) {}
}
