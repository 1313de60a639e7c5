package dev.broadsheet.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.broadsheet.installation.Digest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A stand-in on loopback for Adoptium's register and the place of its files. The JDK it serves is two scripts: its
 * {@code java} prints what it was asked to run.
 */
final class JdkRegister implements AutoCloseable {
    private final HttpServer server;
    private final byte[] archive;
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private volatile String checksum;
    private volatile boolean breakingOff;

    /** @param home where in the archive the JDK's home is: on macOS it is not at the top. */
    JdkRegister(Path folder, String home) throws IOException, InterruptedException {
        archive = archive(folder, home);
        checksum = Digest.hex(archive, 32);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/latest/" + BareMachine.JAVA + "/hotspot", this::answer);
        server.createContext("/jdk.tar.gz", this::send);
        server.start();
    }

    String address() {
        return place() + "/latest";
    }

    /** What was asked of the register: the queries of its addresses. */
    List<String> questions() {
        return questions;
    }

    void namesTheChecksum(String sum) {
        checksum = sum;
    }

    void breaksOffTheDownload() {
        breakingOff = true;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String place() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        questions.add(Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), ""));
        // The form of Adoptium's answer, with an installer, which has a checksum and a link too.
        byte[] answer =
                """
                [
                  {
                    "binary": {
                      "architecture": "x64",
                      "image_type": "jdk",
                      "installer": {
                        "checksum": "%s",
                        "link": "%s/jdk.pkg",
                        "name": "jdk.pkg"
                      },
                      "package": {
                        "checksum": "%s",
                        "checksum_link": "%2$s/jdk.tar.gz.sha256.txt",
                        "download_count": 12,
                        "link": "%2$s/jdk.tar.gz",
                        "name": "jdk.tar.gz",
                        "size": %d
                      },
                      "project": "jdk"
                    },
                    "release_name": "jdk-99+1"
                  }
                ]
                """.formatted("0".repeat(64), place(), checksum, archive.length).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void send(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, archive.length);
        exchange.getResponseBody().write(breakingOff ? Arrays.copyOf(archive, archive.length / 2) : archive);
        exchange.close();
    }

    private static byte[] archive(Path folder, String home) throws IOException, InterruptedException {
        Path jdk = folder.resolve("jdk-99+1").resolve(home);
        BareMachine.script(jdk.resolve("bin/java"), """
                #!/usr/bin/env bash
                echo "ran: $*"
                while [ $# -gt 0 ]; do
                  if [ "$1" = --destination ]; then mkdir -p "$2"; fi
                  shift
                done
                """);
        BareMachine.script(jdk.resolve("bin/javac"), "#!/usr/bin/env bash\n");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"99.0.1\"\n");
        Path file = folder.resolve("jdk.tar.gz");
        int code = new ProcessBuilder("tar", "-czf", file.toString(), "-C", folder.toString(), "jdk-99+1")
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("tar ended with " + code);
        }
        return Files.readAllBytes(file);
    }
}
