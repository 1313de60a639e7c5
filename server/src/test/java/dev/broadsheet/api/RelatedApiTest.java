package dev.broadsheet.api;

import static dev.broadsheet.testing.SamplePapers.MATHEMATICS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RelatedApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of a category that others are of too. */
    private static final String ONE = "2608.20000";

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersByAddressAndByBodyAreTheSame() throws Exception {
        HttpResponse<String> asked =
                server.get("/api/papers/related?like=" + ONE + "&unlike=" + MATHEMATICS + "&limit=3");
        HttpResponse<String> posted =
                post("{\"like\": [\"" + ONE + "\"], \"unlike\": [\"" + MATHEMATICS + "\"], \"limit\": 3}");

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(posted.body()).isEqualTo(asked.body());
        JsonNode papers = JSON.readTree(asked.body());
        assertThat(papers.size()).isBetween(1, 3);
        assertThat(papers.get(0).path("similarity").asDouble()).isEqualTo(0.5);
        assertThat(papers.get(0).path("paper").path("id").asString())
                .isNotIn(ONE, MATHEMATICS)
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"like\": \"x\"}",
                "{\"like\": [1]}",
                "{\"like\": []}",
                "{\"like\": [\"2608.20000\"], \"limit\": 0}",
                "{\"like\": [\"2608.20000\"], \"limit\": \"many\"}",
                "{\"like\": [\"2608.20000\"], \"sort\": \"size\"}"
            })
    void aBodyThatIsNoQuestionIsRefusedWithAReason(String body) throws Exception {
        HttpResponse<String> answer = post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("error").asString()).startsWith("Invalid ");
    }

    @Test
    void aHugeBodyIsRefused() throws Exception {
        assertThat(post("{\"like\": [\"" + "x".repeat(1_000_000) + "\"]}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPaperThatIsNotHereIsNamed() throws Exception {
        assertThat(server.get("/api/papers/related?like=nobody").statusCode()).isEqualTo(404);
        assertThat(post("{\"like\": [\"" + ONE + "\", \"nobody\"]}").body()).contains("nobody");
        assertThat(server.get("/api/papers/related").statusCode()).isEqualTo(400);
    }

    @Test
    void aFormIsToldThatJsonIsWanted() {
        HttpResponse<String> answer = server.send(HttpRequest.newBuilder(URI.create(server.at("/api/papers/related")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("{\"like\": [\"" + ONE + "\"]}"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Content-Type: application/json");
    }

    private static HttpResponse<String> post(String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.at("/api/papers/related")))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
