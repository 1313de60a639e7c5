package dev.broadsheet.benchmarks.peers;

import dev.broadsheet.benchmarks.SampleQueries;
import dev.broadsheet.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Broadsheet, OpenSearch, PostgreSQL and a bare Lucene searcher on the same papers, vectors and
 * queries: how fast they answer one client and eight, what they take in memory and on disk, and how good
 * their answers are where a collection has judgements.
 *
 * <p>{@code benchmarks/peers DATA WORK [--judged COLLECTION --cache VECTORS]}: DATA is a data folder, WORK
 * one for what the peers make of it, which is made once. Every peer runs in processes of its own, all at
 * once, and one at a time is asked; the rounds alternate between them. Ten papers are asked for. Where a
 * peer takes vectors of queries, making them is part of the time.
 */
@Command(name = "benchmarks/peers", mixinStandardHelpOptions = true)
final class PeersBenchmark implements Callable<Integer> {
    @Parameters(index = "0", description = "A data folder; its index is built anew.")
    private Path data = Path.of("");

    @Parameters(index = "1", description = "A folder for what the peers make of it.")
    private Path work = Path.of("");

    @Option(names = "--queries", defaultValue = "300", description = "How many (default: ${DEFAULT-VALUE}).")
    private int queries;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "How many (default: ${DEFAULT-VALUE}); 0 to judge only.")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "30",
            description = "After which a round of one peer asks no further query (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--judged", description = "A judged collection as of eval; may be given several times.")
    private List<Path> judged = new ArrayList<>();

    @Option(names = "--cache", description = "The folder of vectors of eval.")
    private @Nullable Path cache;

    private PeersBenchmark() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PeersBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Files.createDirectories(work);
        if (rounds > 0) {
            race();
        }
        if (!judged.isEmpty()) {
            Judging.run(judged, cache == null ? work.resolve("vectors") : cache);
        }
        return 0;
    }

    private void race() throws IOException, InterruptedException {
        Path asked = work.resolve("queries.json");
        sample(asked);
        Map<PeerKind, WorkerProcess> workers = new EnumMap<>(PeerKind.class);
        try {
            for (PeerKind kind : PeerKind.values()) {
                Path folder = work.resolve(kind.name().toLowerCase(Locale.ROOT));
                WorkerProcess.prepare(kind, data, folder);
                workers.put(kind, WorkerProcess.open(kind, data, folder));
            }
            new Race(workers, asked, rounds, seconds).run();
        } finally {
            for (WorkerProcess worker : workers.values()) {
                worker.close();
            }
        }
    }

    private void sample(Path file) throws IOException {
        try (Program program = Program.open(data)) {
            List<String> texts = SampleQueries.of(program.catalogue(), queries);
            Files.writeString(file, JsonService.MAPPER.writeValueAsString(texts));
        }
        AtomicLong papers = new AtomicLong();
        AtomicLong embedded = new AtomicLong();
        IndexedPapers.read(data, batch -> {
            papers.addAndGet(batch.size());
            embedded.addAndGet(
                    batch.stream().filter(paper -> paper.vector() != null).count());
        });
        System.out.printf(
                Locale.ROOT,
                "%,d papers, %,d of them with a vector; %d queries, %d rounds; a round asks no further query after %d s%n%n",
                papers.get(),
                embedded.get(),
                queries,
                rounds,
                seconds);
    }
}
