package dev.broadsheet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Change;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.CatalogueShelf;
import dev.broadsheet.search.follower.SearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/** A catalogue of made-up papers with a Lucene index, and what the index must hold of it. */
final class Shelf extends CatalogueShelf {
    final Path index;

    Shelf(Path folder) {
        super(folder);
        index = folder.resolve("index");
    }

    SearchEngine engine() {
        SearchEngine engine = engineNotStarted(true);
        engine.start();
        return engine;
    }

    SearchEngine engineNotStarted(boolean mayWrite) {
        return new SearchEngine(new LuceneIndexes(index, store.models()), catalogue, store, mayWrite, false);
    }

    /** Fails unless the index holds exactly the catalogue's papers, each in its last state. */
    void assertAgrees(SearchEngine engine, String description) {
        counts.carryOver();
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
        Map<Long, List<Appearance>> appearances =
                catalogue.appearances(papers.stream().map(Paper::number).toList());
        Map<Long, Integer> voted = database.read(
                sql -> voted(sql, papers.stream().map(Paper::number).toList()));
        papers.forEach(paper -> {
            int votes = voted.getOrDefault(paper.number(), 0);
            Appearance best = Appearance.best(appearances.getOrDefault(paper.number(), List.of()));
            expected.put(
                    paper.number(),
                    state(
                            paper.revision(),
                            vectors.containsKey(paper.number()),
                            votes + (best == null ? 0 : best.votes()),
                            votes / 2 + (best == null ? 0 : best.comments())));
        });
        assertThat(states(engine)).as(description).isEqualTo(expected);
    }

    static Map<Long, String> states(SearchEngine engine) {
        Map<Long, String> states = new TreeMap<>();
        try (LuceneView view = (LuceneView) engine.view()) {
            for (LeafReaderContext leaf : view.searcher().getLeafContexts()) {
                NumericDocValues numbers = leaf.reader().getNumericDocValues(PaperDocument.NUMBER);
                NumericDocValues revisions = leaf.reader().getNumericDocValues(PaperDocument.REVISION);
                NumericDocValues votes = leaf.reader().getNumericDocValues(PaperDocument.VOTES);
                NumericDocValues comments = leaf.reader().getNumericDocValues(PaperDocument.COMMENTS);
                NumericDocValues embedded = leaf.reader().getNumericDocValues(PaperDocument.EMBEDDED);
                for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                    if (leaf.reader().getLiveDocs() == null
                            || leaf.reader().getLiveDocs().get(doc)) {
                        assertThat(numbers.advanceExact(doc)).isTrue();
                        assertThat(revisions.advanceExact(doc)).isTrue();
                        assertThat(votes.advanceExact(doc)).isTrue();
                        assertThat(comments.advanceExact(doc)).isTrue();
                        String before = states.put(
                                numbers.longValue(),
                                state(
                                        revisions.longValue(),
                                        embedded != null && embedded.advanceExact(doc),
                                        votes.longValue(),
                                        comments.longValue()));
                        assertThat(before).as("a paper twice").isNull();
                    }
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return states;
    }

    private static String state(long revision, boolean embedded, long votes, long comments) {
        return "revision " + revision + (embedded ? ", embedded" : "") + ", " + votes + " votes, " + comments
                + " comments";
    }
}
