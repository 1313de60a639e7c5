package dev.broadsheet.search;

import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.installation.PlatformThreads;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.embedding.EmbeddingException;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.follower.SearchEngine;
import dev.broadsheet.search.lucene.LuceneIndexes;
import dev.broadsheet.search.ranking.Ranker;
import dev.broadsheet.search.ranking.Recipe;
import dev.broadsheet.search.ranking.RelatedRanking;
import dev.broadsheet.search.vector.EmbeddingWorkers;
import dev.broadsheet.search.vector.ModelEmbedder;
import dev.broadsheet.search.vector.TextEmbedder;
import dev.broadsheet.search.vector.VectorCache;
import dev.broadsheet.search.vector.VectorStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searching in a data folder: the index that follows the catalogue, the models, and the queue of
 * papers to embed. Thread-safe. To be closed before the catalogue's database.
 */
public final class SearchRoom implements PaperSearch, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SearchRoom.class);
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final Duration FOR_EVER = Duration.ofDays(10_000);
    private static final long PROGRESS_MILLIS = 200;

    private final Catalogue catalogue;
    private final List<TextEmbedder> models;
    private final InstantSource clock;
    private final VectorStore store;
    private final SearchEngine engine;
    private final SearchPipeline pipeline;
    private final RelatedSearch related;
    private final Suggester suggester;
    private final PlatformThreads queries = new PlatformThreads("query", Math.max(2, CORES));
    /** They run beside one another, which a query waits for. */
    private final ExecutorService signals = Executors.newFixedThreadPool(
            Math.max(2, CORES), Thread.ofPlatform().name("signal-", 1).daemon().factory());

    /** Of its own, so that whoever types does not wait for those who search. */
    private final PlatformThreads suggestions = new PlatformThreads("suggestion", 2);

    private final @Nullable EmbeddingWorkers workers;

    private SearchRoom(
            DataFolder folder,
            Catalogue catalogue,
            InstantSource clock,
            Options options,
            List<? extends TextEmbedder> models) {
        this.clock = clock;
        this.catalogue = catalogue;
        this.models = List.copyOf(models);
        this.store = new VectorStore(
                catalogue.database(), models.stream().map(TextEmbedder::model).toList());
        this.engine = new SearchEngine(
                new LuceneIndexes(folder.index(), store.models()), catalogue, store, options.writesIndex);
        Ranker ranker = new Ranker(Recipe.SHIPPED, models, signals);
        this.pipeline = new SearchPipeline(catalogue, engine, ranker, new KeptOrders());
        this.related = new RelatedSearch(catalogue, engine, new RelatedRanking(models));
        this.suggester = new Suggester(catalogue, engine);
        this.workers = options.embeddingThreads > 0 ? startWorkers(options.embeddingThreads) : null;
        if (options.embeddingThreads > 0) {
            models.forEach(model -> signals.execute(() -> load(model)));
        }
    }

    /**
     * Opens the search of a data folder with the models of this program. Returns before the index has caught up.
     *
     * @param clock like those of other servers of this catalogue to some seconds: they share the embedding
     */
    public static SearchRoom open(DataFolder folder, Catalogue catalogue, InstantSource clock, Options options) {
        return open(folder, catalogue, clock, options, ModelEmbedder.all());
    }

    /** The same with other models, which are closed with it. */
    public static SearchRoom open(
            DataFolder folder,
            Catalogue catalogue,
            InstantSource clock,
            Options options,
            List<? extends TextEmbedder> models) {
        Path cache = options.vectorCache;
        return new SearchRoom(
                folder,
                catalogue,
                clock,
                options,
                cache == null
                        ? models
                        : models.stream()
                                .map(model -> VectorCache.open(model, cache))
                                .toList());
    }

    @Override
    public SearchAnswer search(SearchRequest request) {
        return queries.call(() -> pipeline.answer(request));
    }

    /**
     * The papers that a text answers to that is read as plain words: no part of it is syntax, an identifier
     * or an address. For measuring, whose queries nobody typed into a search box.
     */
    public SearchAnswer literally(SearchRequest request) {
        return queries.call(() -> pipeline.literally(request));
    }

    /** The same by another recipe. */
    public Function<SearchRequest, SearchAnswer> literally(Recipe recipe) {
        SearchPipeline other =
                new SearchPipeline(catalogue, engine, new Ranker(recipe, models, signals), new KeptOrders());
        return request -> queries.call(() -> other.literally(request));
    }

    @Override
    public List<Hit> related(RelatedRequest request) {
        return queries.call(() -> related.answer(request));
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        return suggestions.call(() -> suggester.suggest(typed, limit));
    }

    @Override
    public SearchState state() {
        try (EngineView view = engine.view()) {
            long indexed = view.indexed();
            long embedded = view.embedded();
            return new SearchState(
                    engine.revision(),
                    catalogue.latestRevision(),
                    indexed,
                    embedded,
                    indexed - embedded,
                    workers == null ? 0 : workers.perSecond(),
                    engine.bytes(),
                    problem());
        }
    }

    private @Nullable String problem() {
        String problem = engine.problem();
        return problem == null && workers != null ? workers.problem() : problem;
    }

    /**
     * Waits until searches show everything that the catalogue holds now.
     *
     * @throws OperatorException if the index cannot be written
     */
    public void catchUp() {
        catchUp(FOR_EVER);
    }

    /**
     * The same, but not for ever: where another process writes the index, this one cannot hasten it.
     *
     * @return whether searches show everything
     * @throws OperatorException if the index cannot be written
     */
    public boolean catchUp(Duration patience) {
        return engine.catchUp(patience);
    }

    /**
     * Waits until searches show everything that the catalogue holds at the time of the call; what is
     * added meanwhile is not waited for.
     *
     * @param look how long to wait between two tellings
     * @param stop asked before each look whether to wait no longer
     * @param meanwhile told after each look how far the index is, unless it is there
     * @return whether they do; false when it was stopped, the thread was interrupted or this was closed
     * @throws OperatorException if the index cannot be written
     */
    public boolean catchUp(Duration look, BooleanSupplier stop, Consumer<SearchState> meanwhile) {
        long target = catalogue.latestRevision();
        while (!stop.getAsBoolean()) {
            if (engine.catchUp(target, look)) {
                return true;
            }
            // Neither would let the next look last.
            if (engine.isClosed() || Thread.currentThread().isInterrupted()) {
                return false;
            }
            meanwhile.accept(state());
        }
        return false;
    }

    /**
     * Embeds every paper that has no vectors yet and waits for it; returns early when interrupted
     * (the thread's interrupt status is set then), and keeps what is done.
     *
     * @throws OperatorException if papers cannot be embedded at all, because no model can be loaded or
     *     the disk is full, say
     */
    public void embedAll(Consumer<EmbeddingProgress> progress) {
        EmbeddingWorkers running = workers;
        if (running != null) {
            await(running, progress);
            return;
        }
        try (EmbeddingWorkers own = startWorkers(CORES)) {
            await(own, progress);
        }
    }

    /**
     * Builds the index anew from the catalogue, beside the old one, which answers meanwhile. Nothing
     * is embedded again.
     *
     * @param progress is told how many changes have been applied
     * @throws OperatorException if another process writes the index, or it cannot be written
     */
    public void rebuild(LongConsumer progress) {
        engine.rebuild(progress);
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.close();
        }
        engine.close();
        queries.close();
        suggestions.close();
        signals.close();
        models.forEach(TextEmbedder::close);
    }

    private EmbeddingWorkers startWorkers(int threads) {
        EmbeddingWorkers started = new EmbeddingWorkers(catalogue, store, models, clock);
        started.start(threads);
        return started;
    }

    private static void await(EmbeddingWorkers running, Consumer<EmbeddingProgress> progress) {
        try {
            while (!running.isDone()) {
                String problem = running.problem();
                if (problem != null) {
                    throw new OperatorException(problem);
                }
                progress.accept(new EmbeddingProgress(running.embedded(), running.waiting(), running.perSecond()));
                Thread.sleep(PROGRESS_MILLIS);
            }
            progress.accept(new EmbeddingProgress(running.embedded(), running.waiting(), running.perSecond()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Loading takes a second, which the first searcher should not wait for.
    private static void load(TextEmbedder model) {
        try {
            model.query("");
        } catch (EmbeddingException | IllegalStateException e) {
            // Whoever needs it meets the same and tells it.
            LOG.debug("The model {} is not at hand", model.model(), e);
        }
    }

    /**
     * What this process does beside answering.
     *
     * @param writesIndex whether it writes the index where no other process does
     * @param embeddingThreads how many threads embed waiting papers in the background, 0 for none
     * @param vectorCache a folder where vectors are kept by their texts beyond this data folder's life; null for none
     */
    public record Options(
            boolean writesIndex,
            int embeddingThreads,
            @Nullable Path vectorCache) {
        /** Without a cache of vectors. */
        public Options(boolean writesIndex, int embeddingThreads) {
            this(writesIndex, embeddingThreads, null);
        }

        /** The index follows; vectors that an earlier data folder needed are not computed again. */
        public static Options cached(@Nullable Path vectorCache) {
            return new Options(true, 0, vectorCache);
        }

        /** A server: all of it. */
        public static Options serving(int embeddingThreads) {
            return new Options(true, embeddingThreads);
        }

        /** A command that adds papers or searches: the index follows, embedding is left to the server. */
        public static final Options INDEXING = new Options(true, 0);
        /** Looks only. */
        public static final Options READING = new Options(false, 0);
    }

    /**
     * How far embedding has come.
     *
     * @param embedded papers embedded by this process
     * @param waiting papers that wait
     * @param perSecond over the last minute
     */
    public record EmbeddingProgress(long embedded, long waiting, double perSecond) {}
}
