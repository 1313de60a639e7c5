package dev.broadsheet.search.vector;

import dev.broadsheet.search.embedding.Embedder;
import dev.broadsheet.search.embedding.EmbeddingException;
import dev.broadsheet.search.embedding.EmbeddingModel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shipped model that is loaded when it is first needed: an import needs none. Thread-safe. */
public final class ModelEmbedder implements TextEmbedder {
    private final EmbeddingModel model;
    private @Nullable Embedder loaded;
    private boolean closed;

    private ModelEmbedder(EmbeddingModel model) {
        this.model = model;
    }

    /** All shipped models, in the order in which the ranking weighs them. */
    public static List<ModelEmbedder> all() {
        return Arrays.stream(EmbeddingModel.values()).map(ModelEmbedder::new).toList();
    }

    @Override
    public String model() {
        return model.key();
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    /** @throws EmbeddingException if the model cannot be loaded */
    @Override
    public void prepare() {
        loaded();
    }

    /** @throws EmbeddingException if the model cannot be loaded or fails */
    @Override
    public float[] passage(String text) {
        return loaded().passage(text);
    }

    /** @throws EmbeddingException if the model cannot be loaded or fails */
    @Override
    public float[] query(String text) {
        return loaded().query(text);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (loaded != null) {
            loaded.close();
            loaded = null;
        }
    }

    private synchronized Embedder loaded() {
        if (closed) {
            throw new IllegalStateException("The embedding model " + model.key() + " has been closed");
        }
        Embedder embedder = loaded;
        if (embedder == null) {
            embedder = Embedder.load(model);
            loaded = embedder;
        }
        return embedder;
    }
}
