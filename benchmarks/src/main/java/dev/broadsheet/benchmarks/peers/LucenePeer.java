package dev.broadsheet.benchmarks.peers;

import dev.broadsheet.installation.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** The limit: a Lucene index of one segment, searched by BM25 in this process, with nothing around it. */
final class LucenePeer implements Peer {
    private static final String NUMBER = "number";
    private static final String TITLE = "title";
    private static final String ABSTRACT = "abstract";
    private static final String WORDS = "words";
    private static final Analyzer ANALYZER = new EnglishAnalyzer();

    private final Path folder;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private LucenePeer(Path folder, DirectoryReader reader) {
        this.folder = folder;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
    }

    static void prepare(Path data, Path folder) throws IOException {
        IndexWriterConfig config =
                new IndexWriterConfig(ANALYZER).setRAMBufferSizeMB(128).setUseCompoundFile(false);
        // So that the files tell what the texts take.
        config.getMergePolicy().setNoCFSRatio(0);
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config)) {
            IndexedPapers.read(data, batch -> {
                for (IndexedPaper paper : batch) {
                    Document document = new Document();
                    document.add(new StoredField(NUMBER, paper.number()));
                    document.add(new StoredField(TITLE, paper.title()));
                    document.add(new StoredField(ABSTRACT, paper.abstractText()));
                    document.add(new TextField(WORDS, paper.words(), Store.NO));
                    writer.addDocument(document);
                }
            });
            writer.forceMerge(1);
        }
    }

    static LucenePeer open(Path folder) throws IOException {
        return new LucenePeer(folder, DirectoryReader.open(FSDirectory.open(folder)));
    }

    @Override
    public Set<Way> ways() {
        return Set.of(Way.WORDS);
    }

    @Override
    public List<String> search(Way way, String query, int limit) throws IOException {
        Query any = new QueryBuilder(ANALYZER).createBooleanQuery(WORDS, query);
        if (any == null) {
            return List.of();
        }
        StoredFields fields = reader.storedFields();
        List<String> numbers = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(any, limit).scoreDocs) {
            numbers.add(fields.document(hit.doc).get(NUMBER));
        }
        return numbers;
    }

    @Override
    public List<ProcessHandle> servers() {
        return List.of();
    }

    @Override
    public Disk disk() throws IOException {
        return diskOf(folder);
    }

    /** Lucene's files of stored fields begin with {@code .fd}; all others are searched in. */
    static Disk diskOf(Path folder) throws IOException {
        long all = DataFolder.sizeOf(folder);
        try (Stream<Path> files = Files.walk(folder)) {
            long texts = files.filter(file -> file.getFileName().toString().matches(".*\\.fd[a-z]"))
                    .mapToLong(LucenePeer::size)
                    .sum();
            return new Disk(all - texts, all);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
