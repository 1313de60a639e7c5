package dev.broadsheet.search.lucene;

import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.engine.IndexStore;
import dev.broadsheet.search.engine.PaperIndex;
import dev.broadsheet.search.nearest.QuantizedVectorCache;
import dev.broadsheet.search.nearest.VectorCodec;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded engine's indexes: generations of one form in a folder. */
public final class LuceneIndexes implements IndexStore {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndexes.class);

    /** To be raised when documents change their form: every index of another form is rebuilt. */
    private static final int FORM = 7;

    private final IndexFolder folder;
    private final String format;
    private final Codec codec = new VectorCodec();

    /** @param models whose vectors the papers have, in their order */
    public LuceneIndexes(Path folder, List<String> models) {
        this.folder = new IndexFolder(folder);
        this.format = FORM + " " + String.join(" ", models);
    }

    @Override
    public String place() {
        return folder.path().toString();
    }

    @Override
    public long bytes() {
        return DataFolder.sizeOf(folder.path());
    }

    @Override
    public @Nullable Closeable tryLock() throws IOException {
        return folder.tryLock();
    }

    @Override
    public @Nullable PaperIndex open(long highest) throws IOException {
        Optional<Path> current = folder.current();
        if (current.isEmpty()) {
            return null;
        }
        try {
            LuceneIndex opened = LuceneIndex.write(current.get(), format, codec);
            if (opened.revision() <= highest) {
                return opened;
            }
            opened.close();
            LOG.warn("The search index is ahead of the catalogue and is built anew: was a backup restored?");
        } catch (IOException | IllegalArgumentException e) {
            if (!LuceneIndex.isUnusable(e)) {
                throw e;
            }
            LOG.warn("The search index is of no use and is built anew from the catalogue: {}", e.toString());
        }
        return null;
    }

    @Override
    public Optional<PaperIndex> read(@Nullable PaperIndex known) throws IOException {
        Optional<Path> current = folder.current();
        if (current.isEmpty()) {
            return Optional.empty();
        }
        if (known != null && path(known).equals(current.get())) {
            known.refresh();
            return Optional.of(known);
        }
        return Optional.of(LuceneIndex.read(current.get(), format));
    }

    /** What cannot be finished is not left lying: it would be at every look. */
    @Override
    public PaperIndex create() throws IOException {
        Path path = folder.create();
        try {
            return LuceneIndex.write(path, format, codec);
        } catch (IOException | RuntimeException e) {
            delete(path);
            throw e;
        }
    }

    @Override
    public void use(PaperIndex index) throws IOException {
        folder.use(path(index));
    }

    @Override
    public void discard(PaperIndex index) {
        index.close();
        delete(path(index));
    }

    @Override
    public void deleteAllBut(PaperIndex index) {
        try {
            folder.deleteAllBut(path(index));
        } catch (IOException | UncheckedIOException e) {
            tellUndeleted(e);
        }
    }

    @Override
    public boolean isUnusable(Exception failure) {
        return LuceneIndex.isUnusable(failure);
    }

    @Override
    public EngineView empty() {
        try {
            return new LuceneView(new IndexSearcher(new MultiReader()), new QuantizedVectorCache(), () -> {});
        } catch (IOException e) {
            throw new UncheckedIOException("nothing cannot fail to be opened", e);
        }
    }

    private static Path path(PaperIndex index) {
        if (index instanceof LuceneIndex lucene) {
            return lucene.path();
        }
        throw new IllegalArgumentException("an index of another engine");
    }

    private static void delete(Path path) {
        try {
            IndexFolder.delete(path);
        } catch (IOException | UncheckedIOException e) {
            tellUndeleted(e);
        }
    }

    private static void tellUndeleted(Exception e) {
        LOG.warn("What is left of another search index cannot be deleted and takes space: {}", e.toString());
    }
}
