package dev.broadsheet.search.ranking;

import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PaperId;
import dev.broadsheet.search.BagOfWords;
import dev.broadsheet.search.Papers;
import dev.broadsheet.search.engine.IndexChange.Popularity;
import dev.broadsheet.search.engine.IndexChange.Written;
import dev.broadsheet.search.engine.MemoryView;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

/** An engine of made-up papers, 1 to as many as asked for, all embedded. */
final class RandomPapers {
    static final List<BagOfWords> MODELS = List.of(new BagOfWords("one", 24), new BagOfWords("two", 16));

    private RandomPapers() {}

    static MemoryView view(Random random, int papers) {
        return new MemoryView(LongStream.rangeClosed(1, papers)
                .mapToObj(number -> paper(number, Papers.words(random, 3 + random.nextInt(9))))
                .toList());
    }

    private static Written paper(long number, String text) {
        return new Written(
                new Paper(
                        number,
                        new PaperId("paper-" + number),
                        number,
                        Metadata.titled(text).build(),
                        Instant.EPOCH),
                Set.of(),
                Popularity.NONE,
                MODELS.stream().map(model -> model.passage(text)).toList());
    }
}
