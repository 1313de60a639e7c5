package dev.broadsheet.benchmarks;

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.Ingest;
import dev.broadsheet.ingest.IngestReport;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.source.Format;
import dev.broadsheet.source.types.FileSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a small write waits beside an import: files are imported into a fresh catalogue while one
 * row is written every 20 ms, as a vote or a sign-in would. Counted is the time from when a write was
 * due until it was committed, so that a long wait counts for all that were due meanwhile.
 *
 * <p>{@code benchmarks/run WaitingBenchmark [--process] [--postgresql URL USER PASSWORD] FILE…}; with
 * {@code --process} the small writes are another process's. A PostgreSQL database must be empty.
 */
public final class WaitingBenchmark {
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int PEOPLE = 32;

    private WaitingBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(List.of(arguments));
        boolean process = rest.remove("--process");
        List<String> target = new ArrayList<>();
        if (rest.getFirst().equals("--postgresql") || rest.getFirst().equals("--small")) {
            boolean small = rest.getFirst().equals("--small");
            rest.removeFirst();
            int words = small ? rest.size() : 3;
            for (int i = 0; i < words; i++) {
                target.add(rest.removeFirst());
            }
            if (small) {
                writeUntilToldToStop(target);
                return;
            }
        }
        Path folder = Files.createTempDirectory("broadsheet-waiting");
        if (target.isEmpty()) {
            target.add(folder.resolve("catalogue.db").toString());
        }
        try (Database database = open(target)) {
            Ingest ingest = new Ingest(new Catalogue(database), folder.resolve("rejects"), Clock.systemUTC());
            try (AutoCloseable writer = process ? another(target) : inThread(database)) {
                for (String file : rest) {
                    IngestReport report =
                            ingest.run(FileSources.open(Path.of(file), Format.AUTO), progress -> {}, () -> false);
                    System.out.printf(
                            Locale.ROOT,
                            "%s: %,d records in %.1f s%n",
                            Path.of(file).getFileName(),
                            report.counts().records(),
                            report.time().toMillis() / 1e3);
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static Database open(List<String> target) {
        return target.size() == 1
                ? Database.sqlite(Path.of(target.getFirst()))
                : Database.postgresql(target.get(0), target.get(1), target.get(2));
    }

    private static AutoCloseable inThread(Database database) {
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> write(database, done));
        return () -> {
            done.set(true);
            writer.join();
        };
    }

    /** Another process that writes until its standard input ends. */
    private static AutoCloseable another(List<String> target) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                WaitingBenchmark.class.getName(),
                "--small"));
        line.addAll(target);
        Process process = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return () -> {
            process.getOutputStream().close();
            process.waitFor();
        };
    }

    private static void writeUntilToldToStop(List<String> target) throws IOException, InterruptedException {
        try (Database database = open(target)) {
            AtomicBoolean done = new AtomicBoolean();
            Thread writer = Thread.ofPlatform().start(() -> write(database, done));
            while (System.in.read() >= 0) {
                // until it ends
            }
            done.set(true);
            writer.join();
        }
    }

    /** People do not wait for each other: each write has a thread of its own, of as many as may be needed. */
    private static void write(Database database, AtomicBoolean done) {
        Queue<Double> waits = new ConcurrentLinkedQueue<>();
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            for (long due = System.nanoTime(), number = 0; !done.get(); due += PERIOD, number++) {
                long early = due - System.nanoTime();
                if (early > 0) {
                    LockSupport.parkNanos(early);
                }
                String name = "small " + number;
                long asked = due;
                people.execute(() -> {
                    database.write(transaction ->
                            transaction.execute("insert into follower (name, revision) values (?, 0)", name));
                    waits.add((System.nanoTime() - asked) / 1e6);
                });
            }
        }
        List<Double> sorted = waits.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%,d small writes, milliseconds: median %.1f, 99th percentile %.1f, maximum %.1f%n",
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100),
                sorted.getLast());
    }
}
