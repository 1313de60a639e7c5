package dev.broadsheet.benchmarks.peers;

import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.program.Program;
import dev.broadsheet.search.embedding.EmbeddingModel;
import dev.broadsheet.search.vector.PaperText;
import dev.broadsheet.search.vector.VectorStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The papers of a data folder, with the texts and vectors that its own index is made of. */
final class IndexedPapers {
    private static final int BATCH = 500;

    private IndexedPapers() {}

    /** Takes a batch of papers. */
    interface Receiver {
        void accept(List<IndexedPaper> batch) throws IOException;
    }

    /**
     * Hands over all papers in batches, oldest first. Embedded are those that Broadsheet counts so: with
     * vectors of all its models; peers are given the first model's.
     */
    static void read(Path data, Receiver receiver) throws IOException {
        try (Program program = Program.open(data)) {
            Database database = program.database();
            Catalogue catalogue = program.catalogue();
            VectorStore store = new VectorStore(
                    database,
                    Arrays.stream(EmbeddingModel.values())
                            .map(EmbeddingModel::key)
                            .toList());
            long last = database.read(sql -> sql.sql("select coalesce(max(number), 0) from paper")
                    .query(Long.class)
                    .single());
            for (long first = 1; first <= last; first += BATCH) {
                List<Paper> papers = catalogue.papers(
                        LongStream.range(first, first + BATCH).boxed().toList());
                Map<Long, List<float[]>> vectors = store.of(papers);
                List<IndexedPaper> batch = papers.stream()
                        .map(paper -> of(paper, vectors.get(paper.number())))
                        .toList();
                receiver.accept(batch);
            }
        }
    }

    private static IndexedPaper of(Paper paper, @Nullable List<float[]> vectors) {
        return new IndexedPaper(
                paper.number(),
                paper.metadata().title(),
                paper.metadata().abstractText(),
                String.join(" ", PaperText.forWords(paper)),
                vectors == null ? null : vectors.getFirst());
    }
}
