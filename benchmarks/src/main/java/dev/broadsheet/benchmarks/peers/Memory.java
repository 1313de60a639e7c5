package dev.broadsheet.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Resident memory of processes, by Linux's own account. */
final class Memory {
    private Memory() {}

    /**
     * What the processes hold in memory together, in bytes. What several of them share (PostgreSQL's buffers,
     * say) counts once; of files mapped into memory counts what is resident.
     */
    static long resident(List<ProcessHandle> processes) throws IOException {
        long kilobytes = 0;
        for (ProcessHandle process : processes) {
            try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
                kilobytes += lines.filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
            } catch (NoSuchFileException e) {
                // It has ended meanwhile.
                continue;
            }
        }
        return kilobytes * 1024;
    }
}
