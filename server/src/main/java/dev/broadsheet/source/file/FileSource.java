package dev.broadsheet.source.file;

import dev.broadsheet.installation.Digest;
import dev.broadsheet.source.Format;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file, or a stream, of papers. Public for the room's entry point only.
 *
 * @param size in bytes, -1 where it is not known
 */
public record FileSource(String title, String harvest, Opening opening, long size, Format format) implements Source {
    /** Gives the bytes from the beginning. */
    public interface Opening {
        InputStream open() throws IOException;
    }

    public static FileSource of(Path file, Format format) throws IOException {
        if (!Files.exists(file)) {
            throw new UnreadableFileException(file + " does not exist.");
        }
        if (!Files.isRegularFile(file)) {
            throw new UnreadableFileException(file + " is not a file.");
        }
        if (!Files.isReadable(file)) {
            throw new UnreadableFileException(file + " may not be read by this user.");
        }
        // Read in another format the same bytes are another harvest: the first choice may have been wrong.
        String suffix = format == Format.AUTO ? "" : ":" + format.key();
        Path name = file.getFileName();
        return new FileSource(
                name == null ? file.toString() : name.toString(),
                "file:" + digest(file) + suffix,
                () -> Files.newInputStream(file),
                Files.size(file),
                format);
    }

    public static FileSource of(InputStream stream, Format format) {
        return new FileSource("standard input", "stream:" + UUID.randomUUID(), () -> stream, -1, format);
    }

    @Override
    public Reading open(@Nullable String cursor) throws IOException {
        CountedStream counted = new CountedStream(opening.open());
        try {
            return new FileReading(FileContent.of(counted, title, format), counted, size, position(cursor));
        } catch (IOException | RuntimeException e) {
            counted.close();
            throw e;
        }
    }

    private static long position(@Nullable String cursor) {
        return cursor == null ? 0 : Long.parseLong(cursor);
    }

    private static String digest(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return Digest.hex(stream);
        }
    }
}
