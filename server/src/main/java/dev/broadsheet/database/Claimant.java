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
    private static final String THIS_HOST = thisHost();

    /** Of those behind the command's name in Linux's {@code stat}, the field that says when the process started. */
    private static final int START = 19;

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

    /**
     * On Linux in the system's ticks since it was started. Java's moment is worked out from the time of day at which
     * Java was started, so that two processes disagree about it when the clock was set between their starts.
     */
    static String started(ProcessHandle handle) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
            // The command's name before them may hold blanks and brackets.
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[START];
        } catch (IOException | UnsupportedOperationException e) {
            return handle.info().startInstant().map(Instant::toString).orElse("");
        }
    }

    /**
     * On Linux this start of the system, with the space of process numbers: two machines, or two containers, may bear
     * one name and both have a process 1.
     */
    private static String thisHost() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + " "
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException e) {
            return name();
        }
    }

    private static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
