package dev.broadsheet.search.vector;

import dev.broadsheet.installation.Digest;
import dev.broadsheet.installation.FileLocks;
import dev.broadsheet.installation.OperatorException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A model whose passages' vectors are kept in a file between runs, by the text's hash, so that a
 * collection is embedded once. Thread-safe; for one process at a time.
 */
public final class VectorCache implements TextEmbedder {
    private static final int HASH_BYTES = 32;

    private final TextEmbedder model;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();
    private final Path path;
    private final FileChannel file;

    private VectorCache(TextEmbedder model, Path path, FileChannel file) {
        this.model = model;
        this.path = path;
        this.file = file;
    }

    /**
     * Opens the cache of a model, which is closed with it.
     *
     * @throws OperatorException if the folder cannot be read or written, or another process uses it
     */
    public static VectorCache open(TextEmbedder model, Path folder) {
        try {
            return read(model, folder);
        } catch (IOException e) {
            throw new OperatorException("The cache of vectors in " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static VectorCache read(TextEmbedder model, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path path = folder.resolve(model.model() + ".vectors");
        int record = HASH_BYTES + model.dimensions() * Short.BYTES;
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (FileLocks.tryLock(file) == null) {
                throw new OperatorException("The cache of vectors " + path + " is in use already. Nothing was changed."
                        + " Wait for the other run to end.");
            }
            // A run that was killed may have left half a record.
            file.truncate(file.size() / record * record);
            VectorCache cache = new VectorCache(model, path, file);
            cache.load(record);
            return cache;
        } catch (IOException | OperatorException e) {
            file.close();
            throw e;
        }
    }

    // Through the same channel, whose lock ends when any channel to the file is closed.
    @SuppressWarnings("resource")
    private void load(int record) throws IOException {
        DataInputStream input = new DataInputStream(new BufferedInputStream(Channels.newInputStream(file)));
        for (long i = file.size() / record; i > 0; i--) {
            byte[] hash = input.readNBytes(HASH_BYTES);
            known.put(HexFormat.of().formatHex(hash), input.readNBytes(record - HASH_BYTES));
        }
        file.position(file.size());
    }

    @Override
    public String model() {
        return model.model();
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    @Override
    public void prepare() {
        model.prepare();
    }

    /** @throws OperatorException if the vector cannot be written; what was kept before stays */
    @Override
    public float[] passage(String text) {
        byte[] hash = Digest.sha256(text);
        String key = HexFormat.of().formatHex(hash);
        byte[] stored = known.get(key);
        if (stored == null) {
            stored = Vectors.toBytes(model.passage(text));
            append(hash, stored);
            known.put(key, stored);
        }
        return Vectors.fromBytes(stored);
    }

    @Override
    public float[] query(String text) {
        return model.query(text);
    }

    /** @throws OperatorException if what was kept may not be on the disk */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new OperatorException("The cache of vectors " + path + " cannot be closed: " + e.getMessage(), e);
        } finally {
            model.close();
        }
    }

    private synchronized void append(byte[] hash, byte[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(hash.length + vector.length)
                .put(hash)
                .put(vector)
                .flip();
        try {
            long end = file.size();
            try {
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            } catch (IOException e) {
                // Half a record would put all that follow out of step.
                file.truncate(end);
                throw e;
            }
        } catch (IOException e) {
            throw new OperatorException("The cache of vectors " + path + " cannot be written: " + e.getMessage(), e);
        }
    }
}
