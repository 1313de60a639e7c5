package dev.broadsheet.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that an installation keeps. Knows the names of what lies in it; opens none of it.
 *
 * @param path the folder, absolute; exists and is writable
 */
public record DataFolder(Path path) {

    /**
     * Opens the folder, creating it where it is missing.
     *
     * @throws OperatorException if it cannot be created, is not a folder or cannot be written
     */
    public static DataFolder open(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
        } catch (IOException e) {
            throw new OperatorException("The data folder " + absolute + " cannot be created: " + reason(e), e);
        }
        if (!Files.isWritable(absolute)) {
            throw new OperatorException("The data folder " + absolute + " cannot be written. Nothing was changed. "
                    + "Give this user the right to write there, or name another folder with --data.");
        }
        return new DataFolder(absolute);
    }

    /** The SQLite catalogue. */
    public Path catalogue() {
        return path.resolve("catalogue.db");
    }

    /** The folder of the search index, which can always be rebuilt from the catalogue. */
    public Path index() {
        return path.resolve("index");
    }

    /** The folder of records that could not be read, one file for each imported file. */
    public Path rejects() {
        return path.resolve("rejects");
    }

    /** The folder of mails that no server was set to send, one file for each. */
    public Path outbox() {
        return path.resolve("outbox");
    }

    /**
     * Takes the right to serve this folder; the operating system gives it back when the process
     * ends, however it ends.
     *
     * @return what holds the lock; closing it gives the right back
     * @throws OperatorException if another server has it
     */
    public FileChannel lockForServing() {
        Path file = path.resolve("server.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (FileLocks.tryLock(channel) == null) {
                channel.close();
                throw new OperatorException("Another Broadsheet server is already using the data folder " + path
                        + ". Nothing was changed. Stop that one, or name another folder with --data.");
            }
            return channel;
        } catch (IOException e) {
            throw new OperatorException("The lock file " + file + " cannot be opened: " + reason(e), e);
        }
    }

    /** The bytes that all files below the folder take together; files that vanish meanwhile count as nothing. */
    public static long sizeOf(Path folderOrFile) {
        AtomicLong bytes = new AtomicLong();
        try {
            Files.walkFileTree(folderOrFile, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    bytes.addAndGet(attributes.isRegularFile() ? attributes.size() : 0);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the visitor lets no failure through", e);
        }
        return bytes.get();
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
