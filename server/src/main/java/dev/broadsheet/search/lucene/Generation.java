package dev.broadsheet.search.lucene;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Change;
import dev.broadsheet.paper.Paper;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One generation of the index, open for searching and perhaps for writing. Searching is
 * thread-safe; writing is the follower's thread's alone.
 */
final class Generation {
    private static final Logger LOG = LoggerFactory.getLogger(Generation.class);
    static final Similarity BM25 = new BM25Similarity(0.9f, 0.4f);

    private static final String FORMAT = "format";
    private static final String REVISION = "revision";
    private static final String HIGHEST = "highest";
    private static final double BUFFER_MEGABYTES = 128;

    private final Path path;
    private final String format;
    private final Directory directory;
    private final @Nullable IndexWriter writer;
    private final SearcherManager searchers;
    private final QuantizedVectorCache sketches;

    /** The revision up to which changes were applied. */
    private long revision;

    /** The highest number of a paper ever applied: a paper above it cannot be in the index yet. */
    private long highest;

    private long committed;
    private volatile long visible;

    private Generation(
            Path path,
            String format,
            Directory directory,
            @Nullable IndexWriter writer,
            SearcherManager searchers,
            QuantizedVectorCache sketches) {
        this.path = path;
        this.format = format;
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        this.sketches = sketches;
    }

    /** Opens a generation for writing; an empty folder becomes an empty index. */
    static Generation write(Path path, String format, Codec codec) throws IOException {
        Directory directory = FSDirectory.open(path);
        @Nullable IndexWriter writer = null;
        try {
            boolean exists = DirectoryReader.indexExists(directory) || directory.listAll().length > 0;
            Map<String, String> state = exists ? state(directory, format) : Map.of();
            IndexWriterConfig config = new IndexWriterConfig(TextAnalysis.ANALYZER)
                    .setSimilarity(BM25)
                    .setCodec(codec)
                    .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                    .setCommitOnClose(false);
            writer = new IndexWriter(directory, config);
            QuantizedVectorCache sketches = new QuantizedVectorCache();
            SearcherManager searchers = new SearcherManager(writer, new Searchers(sketches));
            Generation generation = new Generation(path, format, directory, writer, searchers, sketches);
            generation.revision = number(state, REVISION);
            generation.highest = number(state, HIGHEST);
            generation.committed = generation.revision;
            generation.visible = generation.revision;
            if (!exists) {
                generation.committed = -1;
                generation.commit();
            }
            return generation;
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(writer, directory);
            throw e;
        }
    }

    /** Opens a generation that another process writes. */
    static Generation read(Path path, String format) throws IOException {
        Directory directory = FSDirectory.open(path);
        try {
            long revision = number(state(directory, format), REVISION);
            QuantizedVectorCache sketches = new QuantizedVectorCache();
            SearcherManager searchers = new SearcherManager(directory, new Searchers(sketches));
            Generation generation = new Generation(path, format, directory, null, searchers, sketches);
            generation.visible = revision;
            generation.refresh();
            return generation;
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(directory);
            throw e;
        }
    }

    /** Whether the failure says that the index itself is of no use, rather than that the disk is full, say. */
    static boolean isUnusable(Exception failure) {
        return failure instanceof CorruptIndexException
                || failure instanceof IndexFormatTooOldException
                || failure instanceof IndexFormatTooNewException
                || failure instanceof IndexNotFoundException
                || failure instanceof EOFException
                || failure instanceof FileNotFoundException
                || failure instanceof NoSuchFileException
                // An unknown codec.
                || failure instanceof IllegalArgumentException;
    }

    Path path() {
        return path;
    }

    /** The revision that was applied last; searches may not show it yet. */
    long revision() {
        return revision;
    }

    /** The revision that searches show. */
    long visible() {
        return visible;
    }

    boolean isCommitted() {
        return committed == revision;
    }

    QuantizedVectorCache sketches() {
        return sketches;
    }

    IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    void release(IndexSearcher searcher) {
        try {
            searchers.release(searcher);
        } catch (IOException e) {
            LOG.warn("A state of the search index could not be closed", e);
        }
    }

    /**
     * Applies changes, which must be the next ones, in order.
     *
     * @param papers those that are still there, by number
     */
    void apply(
            List<Change> changes,
            Map<Long, Paper> papers,
            Map<Long, Set<String>> sources,
            Map<Long, List<Appearance>> appearances,
            Map<Long, List<float[]>> vectors)
            throws IOException {
        IndexWriter open = writer();
        for (Change change : changes) {
            Paper paper = papers.get(change.number());
            if (change instanceof Change.Merged) {
                open.deleteDocuments(PaperDocument.term(change.number()));
            } else if (paper != null) {
                var document = PaperDocument.of(
                        paper,
                        sources.getOrDefault(paper.number(), Set.of()),
                        Appearance.best(appearances.getOrDefault(paper.number(), List.of())),
                        vectors.get(paper.number()));
                if (paper.number() > highest) {
                    open.addDocument(document);
                } else {
                    open.updateDocument(PaperDocument.term(paper.number()), document);
                }
            }
            highest = Math.max(highest, change.number());
            revision = change.revision();
        }
    }

    /** Makes what was applied (or what the other process committed) visible to searches. */
    void refresh() throws IOException {
        long applied = revision;
        searchers.maybeRefreshBlocking();
        if (writer != null) {
            visible = applied;
            return;
        }
        IndexSearcher searcher = searchers.acquire();
        try {
            DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
            visible = number(reader.getIndexCommit().getUserData(), REVISION);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Makes what was applied last beyond the process's death. */
    void commit() throws IOException {
        if (!isCommitted()) {
            long applied = revision;
            writer().setLiveCommitData(
                            Map.of(FORMAT, format, REVISION, Long.toString(applied), HIGHEST, Long.toString(highest))
                                    .entrySet());
            writer().commit();
            committed = applied;
        }
    }

    /** Gives up writing; what was not committed is applied again by the next writer. Searching goes on. */
    void abandon() {
        IndexWriter open = writer;
        if (open != null) {
            try {
                open.rollback();
            } catch (IOException e) {
                LOG.warn("The search index could not be left in order; it will be read again from its last commit", e);
            }
        }
    }

    /** Closes everything; searches under way keep their state until they release it. */
    void close() {
        abandon();
        try {
            IOUtils.close(searchers, directory);
        } catch (IOException e) {
            LOG.warn("The search index could not be closed", e);
        }
    }

    private IndexWriter writer() {
        if (writer == null) {
            throw new IllegalStateException("the index is open for reading only");
        }
        return writer;
    }

    private static Map<String, String> state(Directory directory, String format) throws IOException {
        Map<String, String> state = SegmentInfos.readLatestCommit(directory).getUserData();
        if (!format.equals(state.get(FORMAT))) {
            throw new IndexFormatTooOldException("search index", "it is of the form " + state.get(FORMAT));
        }
        return state;
    }

    private static long number(Map<String, String> state, String name) {
        return Long.parseLong(state.getOrDefault(name, "0"));
    }

    private static final class Searchers extends SearcherFactory {
        private final QuantizedVectorCache sketches;

        Searchers(QuantizedVectorCache sketches) {
            this.sketches = sketches;
        }

        @Override
        public IndexSearcher newSearcher(
                org.apache.lucene.index.IndexReader reader, org.apache.lucene.index.@Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(BM25);
            sketches.prepare(reader);
            return searcher;
        }
    }
}
