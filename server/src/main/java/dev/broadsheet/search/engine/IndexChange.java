package dev.broadsheet.search.engine;

import dev.broadsheet.paper.Paper;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an index is told of one paper. Immutable. */
public sealed interface IndexChange {
    /** The paper's. */
    long number();

    /** The catalogue's revision with this change. */
    long revision();

    /**
     * The paper was added or changed: all that is known of it now.
     *
     * @param sources that know it
     * @param popularity how often it was voted for and commented on
     * @param vectors one for each model, or null while the paper is not embedded
     */
    record Written(
            Paper paper,
            Set<String> sources,
            Popularity popularity,
            @Nullable List<float[]> vectors) implements IndexChange {
        public Written {
            sources = Set.copyOf(sources);
        }

        @Override
        public long number() {
            return paper.number();
        }

        @Override
        public long revision() {
            return paper.revision();
        }
    }

    /** Nothing changed but what papers are ordered by. An index that does not hold the paper leaves it at that. */
    record Counted(long number, long revision, Popularity popularity) implements IndexChange {}

    /** The paper is gone: it was merged into another one. */
    record Gone(long number, long revision) implements IndexChange {}

    /** Counts that papers are ordered by; neither is negative. */
    record Popularity(int votes, int comments) {
        /** Neither. */
        public static final Popularity NONE = new Popularity(0, 0);
    }
}
