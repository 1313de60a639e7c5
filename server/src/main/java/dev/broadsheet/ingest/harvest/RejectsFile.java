package dev.broadsheet.ingest.harvest;

import dev.broadsheet.installation.Digest;
import dev.broadsheet.installation.Json;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.source.Source.Rejected;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of one harvest that could not be read, one JSON object a line. Its length is
 * committed with the cursor, so that what was written after the last commit is cut off before the
 * harvest goes on. For one import at a time.
 */
public final class RejectsFile implements AutoCloseable {
    /** File systems take names of 255 bytes; these are at most 160. */
    private static final int MOST_OF_TITLE = 40;

    private final Path path;
    private final String title;
    private final FileChannel channel;

    private RejectsFile(Path path, String title, FileChannel channel) {
        this.path = path;
        this.title = title;
        this.channel = channel;
    }

    /** @throws OperatorException if the file cannot be written */
    public static RejectsFile open(Path folder, String title, String harvest) {
        try {
            Files.createDirectories(folder);
            Path path = existing(folder, title, hash(harvest));
            return new RejectsFile(path, title, openForWriting(path));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * Where the rejects of a harvest are, or null if there are none. It may be running: unlike one that is opened and
     * closed, a file that is still empty stays.
     */
    public static @Nullable Path find(Path folder, String harvest) {
        try {
            if (!Files.isDirectory(folder)) {
                return null;
            }
            Path path = existing(folder, "", hash(harvest));
            return path.toFile().length() > 0 ? path : null;
        } catch (IOException e) {
            throw new OperatorException(
                    "The folder of rejected records " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Removes what is left of a harvest that is not running and will not be asked for again. */
    public static void delete(Path folder, String harvest) {
        try {
            Files.deleteIfExists(existing(folder, "", hash(harvest)));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static String hash(String harvest) {
        return Digest.name(harvest).substring(0, 8);
    }

    private static FileChannel openForWriting(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Cuts off what was written after the last commit. */
    public void truncate(long length) {
        try {
            channel.truncate(length).position(Math.min(length, channel.size()));
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /**
     * Writes and makes durable.
     *
     * @return the file's length afterwards
     */
    public long append(List<Rejected> rejects) {
        try {
            if (!rejects.isEmpty()) {
                StringBuilder lines = new StringBuilder();
                for (Rejected reject : rejects) {
                    lines.append(Json.PLAIN.writeValueAsString(json(reject))).append('\n');
                }
                ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            }
            return channel.position();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /** Where the rejects are, or null if there are none. */
    public @Nullable Path pathIfAny() {
        try {
            return channel.size() == 0 ? null : path;
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            boolean empty = channel.size() == 0;
            if (empty) {
                Files.deleteIfExists(path);
            }
            channel.close();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static Path existing(Path folder, String title, String hash) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*-" + hash + ".jsonl")) {
            for (Path file : files) {
                return file;
            }
        }
        String readable = title.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        int end =
                readable.offsetByCodePoints(0, Math.min(MOST_OF_TITLE, readable.codePointCount(0, readable.length())));
        return folder.resolve(readable.substring(0, end) + "-" + hash + ".jsonl");
    }

    private Map<String, String> json(Rejected reject) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("file", title);
        json.put("place", reject.place());
        json.put("reason", reject.reason());
        json.put("raw", reject.raw());
        return json;
    }

    private static OperatorException unwritable(Path path, IOException e) {
        return new OperatorException(
                "The file of rejected records " + path + " cannot be written: " + e.getMessage()
                        + ". What was imported so far is kept; the next run goes on there.",
                e);
    }
}
