package dev.broadsheet.database;

import dev.broadsheet.installation.FileLocks;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Lets processes that write to one SQLite file take turns. SQLite itself makes a waiting process look
 * again after ever longer pauses, up to 100 ms, so that one that writes without end would keep the
 * others out for seconds. Here a waiting process is woken and is next.
 *
 * <p>Two bytes of a file beside the database are locked: the first by who is next, the second by who
 * writes. Who has written must get the first again and so stands behind the one that waits. The
 * operating system frees both when a process ends. It is a courtesy only: SQLite's own lock keeps
 * the database whole where these cannot be had.
 *
 * <p>For one thread at a time.
 */
final class WriteTurn {
    private static final long NEXT = 0;
    private static final long WRITING = 1;

    private final Path file;
    private @Nullable FileChannel channel;

    /** @param database the file that is written; the locks' file has its name with {@code -turn} behind it */
    WriteTurn(Path database) {
        this.file = database.resolveSibling(database.getFileName() + "-turn");
    }

    /** A turn; to be given back. */
    final class Taken implements AutoCloseable {
        private final @Nullable FileLock lock;

        private Taken(@Nullable FileLock lock) {
            this.lock = lock;
        }

        @Override
        public void close() {
            if (lock != null) {
                try {
                    lock.close();
                } catch (IOException e) {
                    // An interrupted thread loses the channel, and the lock with it.
                    forget();
                }
            }
        }
    }

    /** Waits until it is this process's turn. */
    Taken take() {
        try {
            FileChannel open = open();
            try (FileLock next = FileLocks.lock(open, NEXT)) {
                // Without it, another connection of this same process is next; they meet at SQLite's own lock.
                return new Taken(next == null ? null : FileLocks.lock(open, WRITING));
            }
        } catch (IOException e) {
            forget();
            return new Taken(null);
        }
    }

    void close() {
        forget();
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null || !open.isOpen()) {
            open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel = open;
        }
        return open;
    }

    private void forget() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // It is opened anew for the next turn.
        }
        channel = null;
    }
}
