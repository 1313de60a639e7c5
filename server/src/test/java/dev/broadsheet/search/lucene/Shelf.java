package dev.broadsheet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Change;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.BagOfWords;
import dev.broadsheet.search.Papers;
import dev.broadsheet.search.vector.PaperText;
import dev.broadsheet.search.vector.VectorStore;
import dev.broadsheet.search.vector.Vectors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/** A catalogue of made-up papers in a folder, random changes to it, and what an index must hold of it. */
final class Shelf implements AutoCloseable {
    static final BagOfWords MODEL = new BagOfWords("bag", 16);
    static final Duration PATIENCE = Duration.ofMinutes(2);

    final Database database;
    final Catalogue catalogue;
    final VectorStore store;
    final Path index;

    Shelf(Path folder) {
        database = Database.sqlite(folder.resolve("catalogue.db"));
        catalogue = new Catalogue(database);
        store = new VectorStore(database, List.of(MODEL.model()));
        index = folder.resolve("index");
    }

    LuceneEngine engine() {
        LuceneEngine engine = engineNotStarted(true);
        engine.start();
        return engine;
    }

    LuceneEngine engineNotStarted(boolean mayWrite) {
        return new LuceneEngine(index, catalogue, store, mayWrite, false);
    }

    long add(Metadata metadata) {
        return catalogue.write(writer -> writer.add(metadata, Instant.EPOCH));
    }

    /** Adds, changes, merges, touches and embeds some papers in one transaction. */
    void change(Random random, int count) {
        catalogue.write(writer -> {
            for (int i = 0; i < count; i++) {
                List<Long> numbers = writer.transaction()
                        .sql()
                        .sql("select number from paper where merged_into is null")
                        .query((row, index) -> row.getLong(1))
                        .list();
                long some = numbers.isEmpty() ? 0 : numbers.get(random.nextInt(numbers.size()));
                switch (numbers.size() < 3 ? 0 : random.nextInt(6)) {
                    case 0, 1 -> writer.add(Papers.random(random).build(), Instant.EPOCH);
                    case 2 ->
                        writer.change(
                                some,
                                Papers.random(random)
                                        .authors(List.of(Author.named("Ada Lovelace")))
                                        .build());
                    case 3 -> {
                        long other = numbers.get(random.nextInt(numbers.size()));
                        if (other != some) {
                            writer.merge(other, some);
                        }
                    }
                    case 4 -> writer.touch(some);
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

    /** Fails unless the index holds exactly the catalogue's papers, each in its last state. */
    void assertAgrees(LuceneEngine engine, String description) {
        assertThat(engine.catchUp(PATIENCE)).as(description).isTrue();
        List<Paper> papers = new ArrayList<>();
        long revision = 0;
        for (List<Change> page = catalogue.changesAfter(0, 500);
                !page.isEmpty();
                page = catalogue.changesAfter(revision, 500)) {
            for (Change change : page) {
                if (change instanceof Change.Described described) {
                    papers.add(described.paper());
                }
            }
            revision = page.getLast().revision();
        }
        Map<Long, List<float[]>> vectors = store.of(papers);
        Map<Long, String> expected = new TreeMap<>();
        papers.forEach(
                paper -> expected.put(paper.number(), state(paper.revision(), vectors.containsKey(paper.number()))));
        assertThat(states(engine)).as(description).isEqualTo(expected);
    }

    static Map<Long, String> states(LuceneEngine engine) {
        Map<Long, String> states = new TreeMap<>();
        try (LuceneView view = (LuceneView) engine.view()) {
            for (LeafReaderContext leaf : view.searcher().getLeafContexts()) {
                NumericDocValues numbers = leaf.reader().getNumericDocValues(PaperDocument.NUMBER);
                NumericDocValues revisions = leaf.reader().getNumericDocValues(PaperDocument.REVISION);
                NumericDocValues embedded = leaf.reader().getNumericDocValues(PaperDocument.EMBEDDED);
                for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                    if (leaf.reader().getLiveDocs() == null
                            || leaf.reader().getLiveDocs().get(doc)) {
                        assertThat(numbers.advanceExact(doc)).isTrue();
                        assertThat(revisions.advanceExact(doc)).isTrue();
                        String before = states.put(
                                numbers.longValue(),
                                state(revisions.longValue(), embedded != null && embedded.advanceExact(doc)));
                        assertThat(before).as("a paper twice").isNull();
                    }
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return states;
    }

    private static String state(long revision, boolean embedded) {
        return "revision " + revision + (embedded ? ", embedded" : "");
    }

    @Override
    public void close() {
        database.close();
    }
}
