package dev.broadsheet.benchmarks;

import dev.broadsheet.account.Person;
import dev.broadsheet.ingest.IngestReport;
import dev.broadsheet.source.Format;
import dev.broadsheet.source.types.FileSources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many votes a second are accepted, each committed before it is answered, by 1 and by 16 writers that vote as fast as
 * they can while the counts are carried over. With {@code --import FILE}: how long a vote takes that is due every
 * 20 ms while the file is imported, counted from when it was due.
 *
 * <p>{@code benchmarks/run VotesBenchmark [--postgresql URL USER PASSWORD] [--import FILE] [VOTES [PAPERS [PEOPLE]]]}.
 * A PostgreSQL database must be empty.
 */
public final class VotesBenchmark {
    private static final long SEED = 20261130;
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(20);

    private VotesBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(List.of(arguments));
        List<String> target = Crowd.target(rest);
        int at = rest.indexOf("--import");
        Path file = at < 0 ? null : Path.of(rest.remove(at + 1));
        if (at >= 0) {
            rest.remove(at);
        }
        int votes = rest.isEmpty() ? 20_000 : Integer.parseInt(rest.get(0));
        int papers = rest.size() < 2 ? 10_000 : Integer.parseInt(rest.get(1));
        int people = rest.size() < 3 ? 2_000 : Integer.parseInt(rest.get(2));
        String database = target.isEmpty() ? "SQLite" : "PostgreSQL";
        try (Crowd crowd = new Crowd(target)) {
            crowd.addPapers(papers);
            crowd.addPeople(people);
            crowd.program().startJobs();
            if (file == null) {
                accept(crowd, database, votes);
            } else {
                besideAnImport(crowd, database, file);
            }
        }
    }

    private static void accept(Crowd crowd, String database, int votes) throws InterruptedException {
        System.out.println("| database | writers | votes a second | median ms | 99th percentile ms |");
        System.out.println("|---|---|---|---|---|");
        Random random = new Random(SEED);
        for (int writers : new int[] {1, 16}) {
            List<String> ballots = IntStream.range(0, votes)
                    .mapToObj(i -> random.nextInt(crowd.people().size()) + " "
                            + random.nextInt(crowd.papers().size()))
                    .toList();
            Load.Times times = Load.run(ballots, writers, PATIENCE, ballot -> cast(crowd, ballot));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %,.0f | %.2f | %.2f |%n",
                    database,
                    writers,
                    times.perSecond(),
                    times.median(),
                    times.ninetyNinth());
        }
    }

    private static void cast(Crowd crowd, String ballot) {
        int blank = ballot.indexOf(' ');
        Person person = crowd.people().get(Integer.parseInt(ballot.substring(0, blank)));
        long paper = crowd.papers().get(Integer.parseInt(ballot.substring(blank + 1)));
        crowd.program().votes().cast(person, paper, true);
    }

    private static void besideAnImport(Crowd crowd, String database, Path file) throws InterruptedException {
        Queue<Double> waits = new ConcurrentLinkedQueue<>();
        AtomicReference<@Nullable IngestReport> report = new AtomicReference<>();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        Thread importing = Thread.ofPlatform().start(() -> {
            try {
                report.set(
                        crowd.program().ingest().run(FileSources.open(file, Format.AUTO), progress -> {}, () -> false));
            } catch (IOException | RuntimeException e) {
                failure.set(e);
            }
        });
        Random random = new Random(SEED);
        try (ExecutorService voters = Executors.newFixedThreadPool(32)) {
            for (long due = System.nanoTime(); importing.isAlive(); due += PERIOD) {
                LockSupport.parkNanos(due - System.nanoTime());
                long asked = due;
                String ballot = random.nextInt(crowd.people().size()) + " "
                        + random.nextInt(crowd.papers().size());
                voters.execute(() -> {
                    cast(crowd, ballot);
                    waits.add((System.nanoTime() - asked) / 1e6);
                });
            }
        }
        importing.join();
        IngestReport done = report.get();
        if (done == null) {
            throw new IllegalStateException("the import failed", failure.get());
        }
        double[] sorted =
                waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        Load.Times times = new Load.Times(sorted, done.time().toMillis() / 1e3);
        System.out.println("| database | records a second | votes | median ms | 99th percentile ms | longest ms |");
        System.out.println("|---|---|---|---|---|---|");
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %,d | %.1f | %.1f | %.1f |%n",
                database,
                done.counts().records() / times.seconds(),
                sorted.length,
                times.median(),
                times.ninetyNinth(),
                sorted.length == 0 ? 0 : sorted[sorted.length - 1]);
    }
}
