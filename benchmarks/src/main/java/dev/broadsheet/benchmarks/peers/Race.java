package dev.broadsheet.benchmarks.peers;

import dev.broadsheet.benchmarks.Spread;
import dev.broadsheet.benchmarks.peers.Worker.State;
import dev.broadsheet.benchmarks.peers.Worker.Timed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All peers in each of their ways, round about, and the tables of it. */
final class Race {
    private static final int ONE = 1;
    private static final int MANY = 8;
    private static final int WARM_UP_SECONDS = 10;

    private final Map<PeerKind, WorkerProcess> workers;
    private final Path queries;
    private final int rounds;
    private final int seconds;
    private final Map<Entrant, List<Round>> results = new LinkedHashMap<>();

    Race(Map<PeerKind, WorkerProcess> workers, Path queries, int rounds, int seconds) {
        this.workers = workers;
        this.queries = queries;
        this.rounds = rounds;
        this.seconds = seconds;
        for (Way way : Way.values()) {
            workers.forEach((kind, worker) -> {
                if (worker.ways().contains(way)) {
                    results.put(new Entrant(kind, way, worker), new ArrayList<>());
                }
            });
        }
    }

    void run() throws IOException {
        for (Entrant entrant : results.keySet()) {
            entrant.warmUp(queries, seconds);
        }
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("round %d of %d%n", round, rounds);
            for (Map.Entry<Entrant, List<Round>> entry : results.entrySet()) {
                Entrant entrant = entry.getKey();
                Timed one = entrant.worker.time(entrant.way, queries, ONE, seconds);
                Timed many = entrant.worker.time(entrant.way, queries, MANY, seconds);
                entry.getValue().add(new Round(one, many));
            }
        }
        printTimes();
        printSizes();
    }

    private void printTimes() {
        System.out.printf(
                "| ms, or queries a second (lowest–highest of the rounds) | computed | 1 client: median | 99th percentile | a second"
                        + " | %d clients: median | 99th percentile | a second |%n|---|---|---|---|---|---|---|---|%n",
                MANY);
        results.forEach((entrant, its) -> System.out.printf(
                "| %s: %s | %s | %s | %s | %s | %s | %s | %s |%n",
                entrant.way,
                entrant.kind,
                spread(its, round -> round.one.computedMillis()),
                spread(its, round -> round.one.times().median()),
                spread(its, round -> round.one.times().ninetyNinth()),
                spread(its, round -> round.one.times().perSecond()),
                spread(its, round -> round.many.times().median()),
                spread(its, round -> round.many.times().ninetyNinth()),
                spread(its, round -> round.many.times().perSecond())));
    }

    private void printSizes() throws IOException {
        System.out.printf(
                "%n| MB | resident: server | resident: client or all in one | index on disk | and the texts |%n"
                        + "|---|---|---|---|---|%n");
        for (Map.Entry<PeerKind, WorkerProcess> entry : workers.entrySet()) {
            State state = entry.getValue().state();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %,d | %,d | %,d |%n",
                    entry.getKey(),
                    state.servers() == 0 ? "–" : String.format(Locale.ROOT, "%,d", state.servers() / 1_000_000),
                    state.worker() / 1_000_000,
                    state.disk().index() / 1_000_000,
                    state.disk().all() / 1_000_000);
        }
    }

    private static Spread spread(List<Round> rounds, ToDoubleFunction<Round> value) {
        return new Spread(rounds.stream().mapToDouble(value).toArray());
    }

    private record Round(Timed one, Timed many) {}

    private record Entrant(PeerKind kind, Way way, WorkerProcess worker) {
        void warmUp(Path queries, int seconds) throws IOException {
            long started = System.nanoTime();
            do {
                worker.time(way, queries, MANY, seconds);
            } while ((System.nanoTime() - started) / 1e9 < WARM_UP_SECONDS);
        }
    }
}
