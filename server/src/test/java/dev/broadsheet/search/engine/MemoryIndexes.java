package dev.broadsheet.search.engine;

import dev.broadsheet.search.engine.IndexChange.Counted;
import dev.broadsheet.search.engine.IndexChange.Gone;
import dev.broadsheet.search.engine.IndexChange.Written;
import java.io.Closeable;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** An engine of lists, the least that the interface can be fulfilled with. It forgets everything with its process. */
public final class MemoryIndexes implements IndexStore {
    private final AtomicBoolean locked = new AtomicBoolean();
    private volatile @Nullable MemoryIndex current;

    @Override
    public String place() {
        return "memory";
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public @Nullable Closeable tryLock() {
        return locked.compareAndSet(false, true) ? () -> locked.set(false) : null;
    }

    @Override
    public @Nullable PaperIndex open(long highest) {
        MemoryIndex index = current;
        if (index == null || index.committed.revision > highest) {
            return null;
        }
        index.abandon();
        return index;
    }

    @Override
    public Optional<PaperIndex> read(@Nullable PaperIndex known) {
        return Optional.ofNullable(current);
    }

    @Override
    public PaperIndex create() {
        return new MemoryIndex();
    }

    @Override
    public void use(PaperIndex index) {
        current = (MemoryIndex) index;
    }

    @Override
    public void discard(PaperIndex index) {}

    @Override
    public void deleteAllBut(PaperIndex index) {}

    @Override
    public boolean isUnusable(Exception failure) {
        return false;
    }

    @Override
    public EngineView empty() {
        return new MemoryView(List.of());
    }

    private record State(NavigableMap<Long, Written> papers, long revision) {}

    private static final class MemoryIndex implements PaperIndex {
        private volatile State committed = new State(new TreeMap<>(), 0);
        private volatile State shown = committed;
        private State applied = committed;

        @Override
        public long revision() {
            return applied.revision;
        }

        @Override
        public long visible() {
            return shown.revision;
        }

        @Override
        public boolean isCommitted() {
            return committed == applied;
        }

        @Override
        public EngineView view() {
            return new MemoryView(shown.papers.values());
        }

        @Override
        public void apply(List<IndexChange> changes) {
            NavigableMap<Long, Written> papers = new TreeMap<>(applied.papers);
            for (IndexChange change : changes) {
                switch (change) {
                    case Written written -> papers.put(written.number(), written);
                    case Counted counted ->
                        papers.computeIfPresent(
                                counted.number(),
                                (number, paper) -> new Written(
                                        paper.paper(), paper.sources(), counted.popularity(), paper.vectors()));
                    case Gone gone -> papers.remove(gone.number());
                }
            }
            applied = new State(papers, changes.getLast().revision());
        }

        @Override
        public void refresh() {
            shown = applied;
        }

        @Override
        public void commit() {
            committed = applied;
        }

        @Override
        public void abandon() {
            applied = committed;
        }

        @Override
        public void close() {}
    }
}
