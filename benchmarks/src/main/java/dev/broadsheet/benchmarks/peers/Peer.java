package dev.broadsheet.benchmarks.peers;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** An engine that holds the papers and answers. Safe for use by several threads. */
interface Peer extends AutoCloseable {

    /** The ways of searching it has. */
    Set<Way> ways();

    /**
     * The papers that answer best, best first, by their numbers or the peer's own names for them.
     *
     * @throws IOException if the peer does not answer
     */
    List<String> search(Way way, String query, int limit) throws IOException, InterruptedException;

    /** The processes beside this one that it takes, a server's children included. */
    List<ProcessHandle> servers();

    Disk disk() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * What it takes on disk, in bytes.
     *
     * @param index what it searches in
     * @param all that, and the papers' texts
     */
    record Disk(long index, long all) {}
}
