package dev.broadsheet.benchmarks.peers;

import dev.broadsheet.benchmarks.Load;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The process of one peer: what runs in it, or the client of a server. Obeys {@link Order}s, one a line of
 * its standard input, with one line of JSON each, until that ends.
 *
 * <p>Arguments: {@code prepare} or {@code answer}, the peer's name, the data folder, the peer's folder.
 */
final class Worker {
    private static final int WANTED = 10;

    private final Peer peer;

    private Worker(Peer peer) {
        this.peer = peer;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        // Standard output is for the answers alone, whoever else would write there.
        PrintStream answers = System.out;
        System.setOut(System.err);
        PeerKind kind = PeerKind.valueOf(arguments[1]);
        Path data = Path.of(arguments[2]);
        Path folder = Path.of(arguments[3]);
        if (arguments[0].equals("prepare")) {
            kind.prepare(data, folder);
            return;
        }
        try (Peer peer = kind.open(data, folder);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            answers.println(JsonService.MAPPER.writeValueAsString(new State(peer.ways(), 0, 0, peer.disk())));
            Worker worker = new Worker(peer);
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                Order order = JsonService.MAPPER.readValue(line, Order.class);
                answers.println(JsonService.MAPPER.writeValueAsString(worker.obey(order)));
            }
        }
    }

    private Object obey(Order order) throws IOException, InterruptedException {
        return switch (order.task) {
            case TIME -> time(order);
            case ANSWER -> answer(order);
            case STATE ->
                new State(
                        peer.ways(),
                        Usage.resident(peer.servers()),
                        Usage.resident(List.of(ProcessHandle.current())),
                        peer.disk());
        };
    }

    private Timed time(Order order) throws IOException, InterruptedException {
        double before = computed();
        Load.Times times = Load.run(
                queries(order),
                order.clients,
                Duration.ofSeconds(order.seconds),
                query -> peer.search(order.way, query, WANTED));
        return new Timed(times, computed() - before);
    }

    /** Seconds, by the client and all servers. */
    private double computed() throws IOException {
        return Usage.seconds(List.of(ProcessHandle.current())) + Usage.seconds(peer.servers());
    }

    private List<List<String>> answer(Order order) throws IOException, InterruptedException {
        List<List<String>> answers = new ArrayList<>();
        for (String query : queries(order)) {
            answers.add(peer.search(order.way, query, WANTED));
        }
        return answers;
    }

    private static List<String> queries(Order order) throws IOException {
        return List.of(JsonService.MAPPER.readValue(Files.readString(Path.of(order.queries)), String[].class));
    }

    /** What to do. */
    enum Task {
        /** Ask all queries and tell what is {@link Timed}. */
        TIME,
        /** Ask all queries and tell the answers, a list of lists of names. */
        ANSWER,
        /** Tell the {@link State}. */
        STATE
    }

    /**
     * What is wanted.
     *
     * @param queries the file that they stand in, as one array of JSON
     * @param seconds after which no further query is asked
     */
    record Order(Task task, Way way, String queries, int clients, int seconds) {}

    /**
     * How long queries took.
     *
     * @param computed seconds that all processes of the peer computed meanwhile
     */
    record Timed(Load.Times times, double computed) {
        double computedMillis() {
            return computed * 1e3 / Math.max(1, times.sortedMillis().length);
        }
    }

    /**
     * How a peer stands.
     *
     * @param servers resident bytes of the servers it takes
     * @param worker resident bytes of the worker
     */
    record State(Set<Way> ways, long servers, long worker, Peer.Disk disk) {}
}
