package dev.broadsheet.search.lucene;

import dev.broadsheet.search.analysis.TextAnalysis;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.engine.IndexChange;
import dev.broadsheet.search.engine.IndexChange.Counted;
import dev.broadsheet.search.engine.IndexChange.Gone;
import dev.broadsheet.search.engine.IndexChange.Written;
import dev.broadsheet.search.engine.PaperIndex;
import dev.broadsheet.search.nearest.QuantizedVectorCache;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One generation of the index, open for searching and perhaps for writing. */
final class LuceneIndex implements PaperIndex {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);
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
    private final QuantizedVectorCache quantized;

    /** The revision up to which changes were applied. */
    private long revision;

    /** The highest number of a paper ever applied: a paper above it cannot be in the index yet. */
    private long highest;

    private long committed;
    private volatile long visible;

    private LuceneIndex(
            Path path,
            String format,
            Directory directory,
            @Nullable IndexWriter writer,
            SearcherManager searchers,
            QuantizedVectorCache quantized) {
        this.path = path;
        this.format = format;
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        this.quantized = quantized;
    }

    /** Opens a generation for writing; an empty folder becomes an empty index. */
    static LuceneIndex write(Path path, String format, Codec codec) throws IOException {
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
            QuantizedVectorCache quantized = new QuantizedVectorCache();
            SearcherManager searchers = new SearcherManager(writer, new Searchers(quantized));
            LuceneIndex generation = new LuceneIndex(path, format, directory, writer, searchers, quantized);
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
    static LuceneIndex read(Path path, String format) throws IOException {
        Directory directory = FSDirectory.open(path);
        try {
            long revision = number(state(directory, format), REVISION);
            QuantizedVectorCache quantized = new QuantizedVectorCache();
            SearcherManager searchers = new SearcherManager(directory, new Searchers(quantized));
            LuceneIndex generation = new LuceneIndex(path, format, directory, null, searchers, quantized);
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

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public long visible() {
        return visible;
    }

    @Override
    public boolean isCommitted() {
        return committed == revision;
    }

    @Override
    public @Nullable EngineView view() throws IOException {
        try {
            IndexSearcher searcher = searchers.acquire();
            return new LuceneView(searcher, quantized, () -> release(searcher));
        } catch (AlreadyClosedException e) {
            return null;
        }
    }

    private void release(IndexSearcher searcher) {
        try {
            searchers.release(searcher);
        } catch (IOException e) {
            LOG.warn("A state of the search index could not be closed", e);
        }
    }

    @Override
    public void apply(List<IndexChange> changes) throws IOException {
        IndexWriter open = writer();
        for (IndexChange change : changes) {
            switch (change) {
                // In place: neither the document nor its vectors are written again.
                case Counted counted ->
                    open.updateDocValues(
                            PaperDocument.term(counted.number()), PaperDocument.counts(counted.popularity()));
                case Gone gone -> open.deleteDocuments(PaperDocument.term(gone.number()));
                case Written written -> {
                    Document document = PaperDocument.of(written);
                    if (written.number() > highest) {
                        open.addDocument(document);
                    } else {
                        open.updateDocument(PaperDocument.term(written.number()), document);
                    }
                }
            }
            highest = Math.max(highest, change.number());
            revision = change.revision();
        }
    }

    /** Makes what was applied (or what the other process committed) visible to searches. */
    @Override
    public void refresh() throws IOException {
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
    @Override
    public void commit() throws IOException {
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
    @Override
    public void abandon() {
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
    @Override
    public void close() {
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
        private final QuantizedVectorCache quantized;

        Searchers(QuantizedVectorCache quantized) {
            this.quantized = quantized;
        }

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(BM25);
            quantized.prepare(reader);
            return searcher;
        }
    }
}
