package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own, as a user has it. */
class ServeProcessTest {
    private static final long PATIENCE = TimeUnit.MINUTES.toMillis(2);

    @TempDir
    private Path folder;

    private Process server;
    private String address;
    private String editor;

    @BeforeEach
    void start() throws IOException {
        server = process("serve", "--demo", "--port", "0").start();
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String ready = out.readLine();
        assertThat(ready).startsWith("Broadsheet is ready at http://localhost:");
        address = ready.substring("Broadsheet is ready at ".length());
        editor = out.readLine();
    }

    @AfterEach
    void kill() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    @Test
    void theDemonstrationIsReadyWhenItSaysSo() throws IOException, InterruptedException {
        assertThat(get("/papers")).contains("19 June 2026");
        assertThat(editor).contains("sign in as its editor", address + "/link/");
        assertThat(get(editor.substring(editor.indexOf("/link/")))).contains("This link signs you in, once.");
        assertThat(get("/papers/date/2026-06-10")).contains("2606.10651");
        assertThat(get("/papers?q=video+diffusion")).contains("/papers/2606.");
        assertThat(get("/api/daily_papers?date=2026-06-10")).contains("\"id\":\"2606.10651\"");
    }

    @Test
    void whatAnotherProcessImportsIsSoonFound() throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("late.jsonl"),
                "{\"id\": \"2601.00007\", \"title\": \"Zeppelins over Quartz Meadows\", \"abstract\": \"Airships.\"}\n");

        Process importing = process("import", file.toString()).start();

        assertThat(importing.waitFor()).isZero();
        awaitThat("/papers?q=zeppelins+quartz", "/papers/2601.00007");
    }

    @Test
    void aSecondServerOnTheFolderSaysSoAndStops() throws IOException, InterruptedException {
        Process second = process("serve", "--port", "0").start();
        String err = new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(err).contains("Another Broadsheet server is already using the data folder");
    }

    @Test
    void killedItStartsAgainWithEverything() throws IOException, InterruptedException {
        server.destroyForcibly().waitFor();

        start();

        assertThat(get("/papers/date/2026-06-10")).contains("2606.10651");
        assertThat(get("/status.json")).contains("\"papers\":150");
    }

    @Test
    void theStatusOnTheCommandLineIsTheServersOwn() throws IOException, InterruptedException {
        Process status = process("status", "--json").start();
        String told = new String(status.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(status.waitFor()).isZero();
        assertThat(folder.resolve("data/server.address")).content().isEqualTo(address);
        assertThat(told).contains("\"papers\":150").contains("\"embeddedPerSecond\"");
    }

    @Test
    void toldToStopItStopsByItself() throws InterruptedException {
        server.destroy();

        assertThat(server.waitFor(PATIENCE, TimeUnit.MILLISECONDS)).isTrue();
        assertThat(server.exitValue()).isEqualTo(143);
    }

    private void awaitThat(String path, String text) throws IOException, InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE;
        String page = get(path);
        while (!page.contains(text) && System.currentTimeMillis() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
            page = get(path);
        }
        assertThat(page).contains(text);
    }

    private String get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return response.body();
        }
    }

    private ProcessBuilder process(String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.broadsheet.Broadsheet"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        return new ProcessBuilder(command);
    }
}
