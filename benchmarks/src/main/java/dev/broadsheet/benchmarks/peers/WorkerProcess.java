package dev.broadsheet.benchmarks.peers;

import dev.broadsheet.benchmarks.peers.ChildProcess.Redirect;
import dev.broadsheet.benchmarks.peers.Worker.Order;
import dev.broadsheet.benchmarks.peers.Worker.State;
import dev.broadsheet.benchmarks.peers.Worker.Task;
import dev.broadsheet.benchmarks.peers.Worker.Timed;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A {@link Worker} as the one who gives the orders sees it. */
final class WorkerProcess implements AutoCloseable {
    private static final String HEAP = "900m";

    private final ChildProcess child;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final Set<Way> ways;

    private WorkerProcess(ChildProcess child) throws IOException {
        this.child = child;
        this.answers = child.process().inputReader(StandardCharsets.UTF_8);
        this.orders = child.process().outputWriter(StandardCharsets.UTF_8);
        this.ways = read(State.class).ways();
    }

    /** Prepares the peer where that has not been done yet; a file beside its folder tells so. */
    static void prepare(PeerKind kind, Path data, Path folder) throws IOException, InterruptedException {
        Path done = folder.resolveSibling(folder.getFileName() + ".prepared");
        if (Files.exists(done)) {
            return;
        }
        Files.createDirectories(folder);
        long started = System.nanoTime();
        Process process = start("prepare", kind, data, folder).process();
        if (process.waitFor() != 0) {
            throw new IOException(kind + " cannot be prepared");
        }
        System.err.printf("%s: prepared in %.0f s%n", kind, (System.nanoTime() - started) / 1e9);
        Files.createFile(done);
    }

    static WorkerProcess open(PeerKind kind, Path data, Path folder) throws IOException {
        return new WorkerProcess(start("answer", kind, data, folder));
    }

    private static ChildProcess start(String task, PeerKind kind, Path data, Path folder) throws IOException {
        return ChildProcess.start(
                HEAP,
                System.getProperty("java.class.path"),
                Redirect.READ,
                List.of(Worker.class.getName(), task, kind.name(), data.toString(), folder.toString()));
    }

    Set<Way> ways() {
        return ways;
    }

    Timed time(Way way, Path queries, int clients, int seconds) throws IOException {
        return order(new Order(Task.TIME, way, queries.toString(), clients, seconds), Timed.class);
    }

    String[][] answers(Way way, Path queries) throws IOException {
        return order(new Order(Task.ANSWER, way, queries.toString(), 1, 0), String[][].class);
    }

    State state() throws IOException {
        return order(new Order(Task.STATE, Way.WORDS, "", 1, 0), State.class);
    }

    private <T> T order(Order order, Class<T> answer) throws IOException {
        orders.write(JsonService.MAPPER.writeValueAsString(order));
        orders.newLine();
        orders.flush();
        return read(answer);
    }

    private <T> T read(Class<T> answer) throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("A worker has ended; its standard error tells why.");
        }
        return JsonService.MAPPER.readValue(line, answer);
    }

    @Override
    public void close() throws IOException {
        child.close();
    }
}
