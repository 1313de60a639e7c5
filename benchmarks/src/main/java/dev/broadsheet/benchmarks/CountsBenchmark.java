package dev.broadsheet.benchmarks;

import dev.broadsheet.ingest.IngestReport;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.program.Program;
import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.source.Format;
import dev.broadsheet.source.types.FileSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Changed counts of votes and comments beside an import: how many a second are written and shown by searches, how far
 * searches are behind, and what it costs the import. The file is imported twice: alone, then beside the counts.
 *
 * <p>{@code benchmarks/run CountsBenchmark FILE [COUNTS_A_SECOND]}
 */
public final class CountsBenchmark {
    private static final int BATCHES_A_SECOND = 10;
    private static final long SEED = 20261128;
    private static final LocalDate DAY = LocalDate.of(2026, 8, 21);

    private CountsBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path file = Path.of(arguments[0]);
        int aSecond = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        System.out.println("| counts a second asked | records a second | counts a second written"
                + " | lag of searches: median s | 99th percentile s | shown at the end after s |");
        System.out.println("|---|---|---|---|---|---|");
        run(file, 0);
        run(file, aSecond);
    }

    private static void run(Path file, int aSecond) throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("broadsheet-benchmark");
        try (Program program = Program.open(folder);
                ExecutorService importing = Executors.newSingleThreadExecutor()) {
            SearchRoom search = program.indexing();
            Counting counting = new Counting(program, search, aSecond / BATCHES_A_SECOND);
            long started = System.nanoTime();
            Future<IngestReport> report = importing.submit(
                    () -> program.ingest().run(FileSources.open(file, Format.AUTO), at -> {}, () -> false));
            while (!report.isDone()) {
                counting.step();
            }
            double seconds = seconds(started);
            long records = report.get().counts().records();
            long ended = System.nanoTime();
            search.catchUp();
            double late = seconds(ended);
            counting.look();
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %,.0f | %,.0f | %.1f | %.1f | %.1f |%n",
                    aSecond,
                    records / seconds,
                    counting.written / seconds,
                    counting.lag(0.5),
                    counting.lag(0.99),
                    late);
        } finally {
            Folders.delete(folder);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Counts anew at an even pace, and notes when searches show it. */
    private static final class Counting {
        private final Program program;
        private final SearchRoom search;
        private final int batch;
        private final Random random = new Random(SEED);
        private final Deque<Batch> hidden = new ArrayDeque<>();
        private final List<Double> lags = new ArrayList<>();
        private List<Long> papers = List.of();
        private long steps;
        private long written;

        Counting(Program program, SearchRoom search, int batch) {
            this.program = program;
            this.search = search;
            this.batch = batch;
        }

        void step() throws InterruptedException {
            long started = System.nanoTime();
            if (steps++ % BATCHES_A_SECOND == 0) {
                papers = program.database()
                        .read(sql -> sql.sql(
                                        "select number from paper where merged_into is null order by number desc limit 100000")
                                .query(Long.class)
                                .list());
            }
            if (batch > 0 && !papers.isEmpty()) {
                program.catalogue().write(writer -> {
                    for (int i = 0; i < batch; i++) {
                        long paper = papers.get(random.nextInt(papers.size()));
                        writer.appear(
                                paper,
                                new Appearance(
                                        "huggingface",
                                        DAY,
                                        1,
                                        random.nextInt(10_000),
                                        random.nextInt(100),
                                        null,
                                        null));
                    }
                    return batch;
                });
                written += batch;
                hidden.add(new Batch(program.catalogue().latestRevision(), System.nanoTime()));
            }
            look();
            long rest = 1_000 / BATCHES_A_SECOND - Math.round(1_000 * seconds(started));
            if (rest > 0) {
                Thread.sleep(rest);
            }
        }

        void look() {
            long shown = search.state().indexedRevision();
            while (!hidden.isEmpty() && hidden.peek().revision <= shown) {
                lags.add(seconds(hidden.remove().at));
            }
        }

        double lag(double share) {
            Collections.sort(lags);
            return lags.isEmpty() ? 0 : lags.get((int) Math.min(lags.size() - 1L, Math.round(share * lags.size())));
        }
    }

    /**
     * Counts that were written.
     *
     * @param revision the catalogue's with them
     * @param at when, by the clock of {@link System#nanoTime}
     */
    private record Batch(long revision, long at) {}
}
