package dev.broadsheet.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What processes use, by Linux's own account. One that has ended uses nothing. */
final class Usage {
    /** The kernel counts in hundredths of a second towards programs, whatever it does itself. */
    private static final double TICKS_A_SECOND = 100;

    /** Fields of {@code /proc/PID/stat} behind the program's name, from 0: utime, stime, cutime and cstime. */
    private static final int FIRST_TIME = 11;

    private static final int TIMES = 4;

    private Usage() {}

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
                continue;
            }
        }
        return kilobytes * 1024;
    }

    /** The seconds that the processes have computed, with those of their children that have ended. */
    static double seconds(List<ProcessHandle> processes) throws IOException {
        long ticks = 0;
        for (ProcessHandle process : processes) {
            try {
                String line = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
                // The name stands in parentheses and may hold any of them.
                String[] fields =
                        line.substring(line.lastIndexOf(')') + 1).strip().split(" ");
                for (int i = FIRST_TIME; i < FIRST_TIME + TIMES; i++) {
                    ticks += Long.parseLong(fields[i]);
                }
            } catch (NoSuchFileException e) {
                continue;
            }
        }
        return ticks / TICKS_A_SECOND;
    }
}
