package dev.broadsheet.installation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/**
 * Locks on files between processes. The operating system gives them back when the process ends, however it ends. Within
 * one process such a lock is refused rather than waited for: both methods then return null. Thread-safe.
 */
public final class FileLocks {
    private FileLocks() {}

    /** The whole file, or null if another process, or another channel of this one, has it. */
    public static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        return unlessHeldHere(channel::tryLock);
    }

    /** Waits for another process to give this one byte back; null if another channel of this process has it. */
    public static @Nullable FileLock lock(FileChannel channel, long position) throws IOException {
        return unlessHeldHere(() -> channel.lock(position, 1, false));
    }

    private static @Nullable FileLock unlessHeldHere(Locking locking) throws IOException {
        try {
            return locking.lock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private interface Locking {
        @Nullable FileLock lock() throws IOException;
    }
}
