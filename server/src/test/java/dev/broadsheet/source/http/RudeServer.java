package dev.broadsheet.source.http;

import dev.broadsheet.source.HostRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that knows no rules: it writes what it likes to each connection, then closes it. */
final class RudeServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();

    interface Rudeness {
        void answer(int request, OutputStream out) throws IOException, InterruptedException;
    }

    RudeServer(Rudeness rudeness) throws IOException {
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket connection = socket.accept();
                    Thread.ofVirtual().start(() -> answer(connection, rudeness));
                } catch (IOException e) {
                    return; // closed
                }
            }
        });
    }

    /** The same text each time. */
    static RudeServer saying(String answer) throws IOException {
        return new RudeServer((request, out) -> write(out, answer));
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    URI address() {
        return URI.create("http://localhost:" + socket.getLocalPort() + "/list");
    }

    Map<String, HostRule> allowed() {
        String host = address().getRawAuthority();
        return Map.of(host, new HostRule(host, Duration.ZERO, 0, true));
    }

    int requests() {
        return requests.get();
    }

    /** How many times it could not write on, because nobody listened any more. */
    int left() {
        return left.get();
    }

    private void answer(Socket connection, Rudeness rudeness) {
        try (connection) {
            BufferedReader request =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = request.readLine();
            if (line == null) {
                return;
            }
            while (!line.isEmpty()) {
                line = request.readLine();
            }
            rudeness.answer(requests.incrementAndGet(), connection.getOutputStream());
        } catch (IOException e) {
            left.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
