package dev.broadsheet.search.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.broadsheet.search.embedding.graph.FusedGraph;
import dev.broadsheet.search.embedding.graph.ProtobufMessage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into vectors with one model.
 *
 * <p>Safe for use by several threads at once: each call computes in the calling thread alone, so as many
 * threads as there are cores use all of them, with one copy of the weights. A call takes tens of
 * milliseconds in native code: call from platform threads, as a virtual one would hold its carrier.
 */
public final class Embedder implements AutoCloseable {
    private final EmbeddingModel model;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Tokenizer tokenizer;

    /** Shared by the calls and held alone by close: freeing what a call is using would crash the process. */
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();

    private boolean isClosed;

    private Embedder(EmbeddingModel model, OrtEnvironment environment, OrtSession session, Tokenizer tokenizer) {
        this.model = model;
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
    }

    /**
     * Loads a model from the class path, without the network; takes some tenths of a second and about
     * 150 MB outside the heap.
     *
     * @throws EmbeddingException if the model's files are missing or broken, or its native libraries do
     *     not run on this machine
     */
    public static Embedder load(EmbeddingModel model) {
        return load(model, Embedder.class.getClassLoader()::getResourceAsStream);
    }

    /** Where a model's files come from. */
    @FunctionalInterface
    interface Resources {
        /** Opens a file, or gives null if there is none of this name. */
        @Nullable InputStream open(String name);
    }

    static Embedder load(EmbeddingModel model, Resources resources) {
        try (InputStream description = open(resources, model.tokenizerResource());
                InputStream weights = open(resources, model.weightsResource())) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            Tokenizer tokenizer = Tokenizer.load(description, model.longestInput());
            try {
                ProtobufMessage graph = FusedGraph.of(weights.readAllBytes(), model.pooling() == Pooling.FIRST_TOKEN);
                return new Embedder(model, environment, session(environment, graph), tokenizer);
            } catch (IOException | OrtException e) {
                tokenizer.close();
                throw e;
            }
        } catch (LinkageError e) {
            throw new EmbeddingException(
                    "The embedding model " + model.key() + " cannot run here: no native library for "
                            + System.getProperty("os.name") + " on " + System.getProperty("os.arch") + " ("
                            + e.getMessage() + ")",
                    e);
        } catch (IOException | OrtException | RuntimeException e) {
            throw new EmbeddingException(
                    "The embedding model " + model.key() + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    /**
     * The vector of a text that is to be found.
     *
     * @param text any text, of which the model reads a beginning ({@link EmbeddingModel#longestInput});
     *     the empty one has a vector too
     * @return a new vector of Euclidean length 1, the same for the same text in any thread
     * @throws EmbeddingException if the model fails
     * @throws IllegalStateException if this has been closed
     */
    public float[] passage(String text) {
        return embed(text);
    }

    /**
     * The vector of a question, to be compared with those of passages.
     *
     * @param text as for {@link #passage}
     * @return as from {@link #passage}
     * @throws EmbeddingException if the model fails
     * @throws IllegalStateException if this has been closed
     */
    public float[] query(String text) {
        return embed(model.queryPrefix() + text);
    }

    /** The model that the vectors are of. */
    public EmbeddingModel model() {
        return model;
    }

    /** Frees the model, once the calls under way have ended. Closing twice does nothing. */
    @Override
    public void close() {
        inUse.writeLock().lock();
        try {
            if (!isClosed) {
                isClosed = true;
                tokenizer.close();
                session.close();
            }
        } catch (OrtException e) {
            throw new EmbeddingException("The embedding model " + model.key() + " cannot be closed", e);
        } finally {
            inUse.writeLock().unlock();
        }
    }

    private float[] embed(String text) {
        inUse.readLock().lock();
        try {
            if (isClosed) {
                throw new IllegalStateException("The embedding model " + model.key() + " has been closed");
            }
            return run(tokenizer.encode(text));
        } catch (OrtException e) {
            throw new EmbeddingException("The embedding model " + model.key() + " failed: " + e.getMessage(), e);
        } finally {
            inUse.readLock().unlock();
        }
    }

    private float[] run(long[] tokens) throws OrtException {
        long[] oneRow = {1, tokens.length};
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), oneRow);
                OrtSession.Result result = session.run(Map.of(FusedGraph.TOKENS, ids))) {
            return model.pooling().pool(((OnnxTensor) result.get(0)).getFloatBuffer(), model.dimensions());
        }
    }

    private static OrtSession session(OrtEnvironment environment, ProtobufMessage graph) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                Arena outsideTheHeap = Arena.ofConfined()) {
            // One thread for a text: several texts at once use several cores better than one text does.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            ByteBuffer file = outsideTheHeap.allocate(graph.size()).asByteBuffer();
            graph.writeTo(file);
            return environment.createSession(file.flip(), options);
        }
    }

    private static InputStream open(Resources resources, String name) throws FileNotFoundException {
        InputStream resource = resources.open(name);
        if (resource == null) {
            throw new FileNotFoundException(name + " is not on the class path");
        }
        return resource;
    }
}
