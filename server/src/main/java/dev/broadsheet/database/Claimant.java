package dev.broadsheet.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A process that claims work.
 *
 * @param id unlike that of every other process there ever was
 * @param host the machine, or the container, within which the process's number means something
 * @param process its number there
 * @param started when it started; a later process may have the same number
 */
record Claimant(String id, String host, long process, String started) {
    /** With the space of process numbers, for two containers may bear one name and both have a process 1. */
    private static final String THIS_HOST = name() + " " + numbers();

    static Claimant thisProcess() {
        ProcessHandle own = ProcessHandle.current();
        return new Claimant(UUID.randomUUID().toString(), THIS_HOST, own.pid(), started(own));
    }

    /** Whether it is known that the process has ended; of one on another machine nothing is known. */
    boolean hasEnded() {
        if (!host.equals(THIS_HOST)) {
            return false;
        }
        Optional<ProcessHandle> found = ProcessHandle.of(process).filter(ProcessHandle::isAlive);
        return found.isEmpty() || !started(found.get()).equals(started);
    }

    private static String started(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("");
    }

    private static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static String numbers() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            // Only Linux has several.
            return "";
        }
    }
}
