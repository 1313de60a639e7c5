package dev.broadsheet.source.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.broadsheet.source.HostRule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers as it is told, one answer after the other; the last one for ever. */
final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedDeque<Script> scripts = new ConcurrentLinkedDeque<>();
    private final List<Headers> requests = new CopyOnWriteArrayList<>();
    private final List<URI> addresses = new CopyOnWriteArrayList<>();

    interface Script {
        void answer(HttpExchange exchange) throws IOException;
    }

    ScriptedServer(Script... script) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        scripts.addAll(List.of(script));
        server.start();
    }

    static Script text(String body) {
        return status(200, body, "Content-Type", "Text/Plain; charset=UTF-8");
    }

    static Script status(int status, String body, String... headers) {
        return bytes(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Script bytes(int status, byte[] body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    void then(Script script) {
        scripts.add(script);
    }

    String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    URI at(String path) {
        return URI.create("http://" + host() + path);
    }

    HostRule rule(Duration pause, int perDay) {
        return new HostRule(host(), pause, perDay, true);
    }

    /** Rules that allow this server, without pause or quota. */
    Map<String, HostRule> allowed() {
        return Map.of(host(), rule(Duration.ZERO, 0));
    }

    /** The headers of each request, in order. */
    List<Headers> requests() {
        return requests;
    }

    List<URI> addresses() {
        return addresses;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestHeaders());
            addresses.add(exchange.getRequestURI());
            Script script = scripts.size() > 1 ? scripts.poll() : scripts.peek();
            script.answer(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
