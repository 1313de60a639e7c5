package dev.broadsheet.search.follower;

import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Change;
import dev.broadsheet.paper.Change.Described;
import dev.broadsheet.paper.Change.Merged;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PaperCounts;
import dev.broadsheet.search.engine.IndexChange;
import dev.broadsheet.search.engine.IndexChange.Gone;
import dev.broadsheet.search.engine.IndexChange.Popularity;
import dev.broadsheet.search.engine.IndexChange.Written;
import dev.broadsheet.search.vector.VectorStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The catalogue's changes with all that an index holds of the papers. For one thread. */
final class IndexChanges {
    private static final int PAGE = 1_000;

    private final Catalogue catalogue;
    private final VectorStore store;

    IndexChanges(Catalogue catalogue, VectorStore store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    /** The next changes above a revision, in order; none at the end. */
    List<IndexChange> after(long revision) {
        List<Change> page = catalogue.changesAfter(revision, PAGE);
        Map<Long, Written> written = written(page.stream()
                .filter(Described.class::isInstance)
                .map(change -> ((Described) change).paper())
                .toList());
        List<IndexChange> changes = new ArrayList<>(page.size());
        for (Change change : page) {
            changes.add(
                    switch (change) {
                        case Described described -> Objects.requireNonNull(written.get(described.number()));
                        case Change.Counted counted ->
                            new IndexChange.Counted(
                                    counted.number(),
                                    counted.revision(),
                                    new Popularity(counted.votes(), counted.comments()));
                        case Merged merged -> new Gone(merged.number(), merged.revision());
                    });
        }
        return changes;
    }

    private Map<Long, Written> written(List<Paper> papers) {
        List<Long> numbers = papers.stream().map(Paper::number).toList();
        Map<Long, Set<String>> sources = catalogue.sources(numbers);
        Map<Long, PaperCounts> counts = catalogue.counts(numbers);
        Map<Long, List<float[]>> vectors = store.of(papers);
        Map<Long, Written> written = new HashMap<>();
        for (Paper paper : papers) {
            written.put(
                    paper.number(),
                    new Written(
                            paper,
                            sources.getOrDefault(paper.number(), Set.of()),
                            popularity(counts.getOrDefault(paper.number(), PaperCounts.NONE)),
                            vectors.get(paper.number())));
        }
        return written;
    }

    private static Popularity popularity(PaperCounts counts) {
        return new Popularity(counts.votes(), counts.comments());
    }
}
