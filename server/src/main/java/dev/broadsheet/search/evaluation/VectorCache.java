package dev.broadsheet.search.evaluation;

import dev.broadsheet.search.vector.TextEmbedder;
import dev.broadsheet.search.vector.Vectors;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A model whose passages' vectors are kept in a file between runs, by the text's hash, so that a
 * collection is embedded once. Thread-safe; for one process at a time.
 */
public final class VectorCache implements TextEmbedder, AutoCloseable {
    private static final int HASH_BYTES = 32;

    private final TextEmbedder model;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();
    private final OutputStream file;

    private VectorCache(TextEmbedder model, OutputStream file) {
        this.model = model;
        this.file = file;
    }

    /** @throws IOException if the folder cannot be read or written */
    public static VectorCache open(TextEmbedder model, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path path = folder.resolve(model.model() + ".vectors");
        int record = HASH_BYTES + model.dimensions() * Short.BYTES;
        if (Files.exists(path)) {
            // A run that was killed may have left half a record.
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / record * record);
            }
        }
        OutputStream output = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        VectorCache cache = new VectorCache(model, output);
        long records = Files.size(path) / record;
        try (DataInputStream input = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(path)))) {
            for (long i = 0; i < records; i++) {
                byte[] hash = input.readNBytes(HASH_BYTES);
                cache.known.put(HexFormat.of().formatHex(hash), input.readNBytes(record - HASH_BYTES));
            }
        }
        return cache;
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
    public float[] passage(String text) {
        byte[] hash = hash(text);
        String key = HexFormat.of().formatHex(hash);
        byte[] stored = known.get(key);
        if (stored == null) {
            stored = Vectors.toBytes(model.passage(text));
            known.put(key, stored);
            append(hash, stored);
        }
        return Vectors.fromBytes(stored);
    }

    @Override
    public float[] query(String text) {
        return model.query(text);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private synchronized void append(byte[] hash, byte[] vector) {
        try {
            byte[] record = new byte[hash.length + vector.length];
            System.arraycopy(hash, 0, record, 0, hash.length);
            System.arraycopy(vector, 0, record, hash.length, vector.length);
            file.write(record);
        } catch (IOException e) {
            throw new UncheckedIOException("A vector cannot be kept in the cache", e);
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
