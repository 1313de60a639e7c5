package dev.broadsheet.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.SearchRoom;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A data folder that any released Broadsheet left opens, upgrades and serves. The folders are kept as SQL text in
 * {@code released/FORM}; each new form adds one, and none is ever edited.
 */
abstract class ReleasedSchemaContract {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    private Path folder;

    /** The name of the files with this database's text. */
    abstract String dialect();

    /** A connection to the database of this test. */
    abstract Connection connect(Path folder) throws SQLException;

    /** The settings that lead a program there. */
    abstract String settings();

    @ParameterizedTest
    @ValueSource(strings = "V1")
    void onlyTheNewerMigrationsRun(String form) throws Exception {
        String left = leave(form);

        open().close();

        try (Connection connection = connect(folder);
                Statement statement = connection.createStatement();
                ResultSet first = statement.executeQuery(
                        "select installed_on, checksum from flyway_schema_history where version = '1'")) {
            assertThat(first.next()).isTrue();
            assertThat(left).contains(first.getString("installed_on")).contains(first.getString("checksum"));
            assertThat(first.next()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "V1")
    void papersAndListsAreServed(String form) throws Exception {
        leave(form);

        try (Program program = open()) {
            int port = program.serve("localhost", 0).port();

            assertThat(get(port, "/papers/2611.00101"))
                    .contains("Tides in Small Harbours", "Mira Oduya", "Émile Roux", "Two buoys are enough.")
                    .contains("10.5555/tides.101", "12 stars", "57 votes", "Ada K");
            assertThat(get(port, "/papers/2611.00102"))
                    .contains("Lanterns That Learn to Wait", "王伟", "First version.", "Version 2.")
                    .contains("Lanterns That Wait");
            assertThat(get(port, "/papers/merged-5")).contains("Zeppelins over Quartz Meadows");
            assertThat(get(port, "/papers/date/2026-11-25"))
                    .contains("2 papers", "Tides in Small Harbours", "Lanterns That Learn to Wait")
                    .contains("cs.LG: 2 announced, all here", "cs.CL: 1 announced, all here");
            assertThat(get(port, "/papers/date/2026-11-26")).contains("1 paper", "A Map of Footpaths Drawn by Sheep");
            assertThat(get(port, "/api/daily_papers?date=2026-11-25")).contains("\"id\":\"2611.00102\"");
            assertThat(get(port, "/status.json")).contains("\"papers\":9");
            assertThat(get(port, "/status/arxiv.json"))
                    .contains("\"completeDays\":3", "\"missingPapers\":0", "\"outcome\":\"FINISHED\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "V1")
    void theSearchIndexIsBuiltFromIt(String form) throws Exception {
        leave(form);

        try (Program program = open()) {
            SearchRoom search = program.indexing();
            search.catchUp();
            int port = program.serve("localhost", 0).port();

            assertThat(search.state().indexed()).isEqualTo(9);
            assertThat(search.state().embedded()).isEqualTo(8);
            assertThat(get(port, "/papers?q=buoys+harbour&ranking=words")).contains("/papers/2611.00101");
            assertThat(get(port, "/papers?q=ferry+bell&ranking=words")).contains("/papers/b-w5qhsbgfas");
            assertThat(get(port, "/papers/2611.00101"))
                    .contains("Related by meaning")
                    .contains("Weather Vanes and Honest Forecasts");
        }
    }

    /** Puts the folder there as the release left it, without its index, which may always be deleted. */
    private String leave(String form) throws IOException, SQLException {
        String resource = "/released/" + form + "/" + dialect() + ".sql";
        String text;
        try (InputStream stream =
                Objects.requireNonNull(ReleasedSchemaContract.class.getResourceAsStream(resource), resource)) {
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (Connection connection = connect(folder);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(text);
        }
        Files.writeString(
                folder.resolve("broadsheet.properties"), settings() + "source.arxiv.categories = cs.LG cs.CL\n");
        return text;
    }

    private Program open() {
        return Program.open(
                folder, ProgramOptions.usual().withEnvironment(Map.of()).withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port + path);
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return response.body();
        }
    }
}
