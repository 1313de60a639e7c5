package dev.broadsheet.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.testing.SamplePapers;
import dev.broadsheet.testing.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What our search offers beyond the contract of Hugging Face's clients. */
class SearchApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.searching(folder, SamplePapers::addTo);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anAnswerIsWalkedThroughByItsLinks() {
        for (String sort : List.of("", "&sort=relevance", "&sort=date", "&sort=votes", "&sort=comments")) {
            List<String> walked = new ArrayList<>();
            @Nullable String path = "/api/papers/search?q=study+reading&limit=7" + sort;
            while (path != null) {
                HttpResponse<String> answer = server.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                walked.addAll(ids(JSON.readTree(answer.body())));
                path = next(answer);
            }
            assertThat(walked)
                    .as(sort)
                    .hasSizeGreaterThan(14)
                    .doesNotHaveDuplicates()
                    .isEqualTo(ids(json("/api/papers/search?q=study+reading&limit=120" + sort)));
        }
    }

    @Test
    void aQueryOfTwoThousandCharactersOfAnyScriptIsAnswered() {
        String query = "study+" + "%E4%B8%96".repeat(1_990);

        HttpResponse<String> answer = server.get("/api/papers/search?limit=1&q=" + query);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server.get("/papers?q=" + query).statusCode()).isEqualTo(200);
    }

    @Test
    void votesAndCommentsDecideTheOrderWhereAsked() {
        List<Integer> votes = elements(json("/api/papers/search?sort=votes")).stream()
                .map(item -> item.path("paper").path("upvotes").asInt())
                .toList();
        assertThat(votes).hasSize(31).isSortedAccordingTo((one, other) -> other - one);
        List<Integer> comments = elements(json("/api/papers/search?q=study+reading&sort=comments")).stream()
                .map(item -> item.path("numComments").asInt())
                .toList();
        assertThat(comments).isSortedAccordingTo((one, other) -> other - one);
    }

    @Test
    void clientsThatAskForNothingMoreGetNothingMore() {
        for (JsonNode item : json("/api/papers/search?q=attention+bounds")) {
            assertThat(item.has("explanation")).isFalse();
        }
        assertThat(server.get("/api/papers/search?q=attention").headers().firstValue("Link"))
                .isEmpty();
    }

    @Test
    void anExplanationAddsUp() {
        JsonNode first =
                json("/api/papers/search?q=attention+bounds&explain=true").get(0);
        JsonNode explanation = first.path("explanation");
        double points = elements(explanation.path("parts")).stream()
                .mapToDouble(part -> part.path("points").asDouble())
                .sum();
        assertThat(explanation.path("parts")).isNotEmpty();
        assertThat(points).isCloseTo(explanation.path("score").asDouble(), within(1e-9));
        assertThat(elements(explanation.path("words")).stream().map(JsonNode::asString))
                .contains("Bounds", "Attention");
        assertThat(elements(explanation.path("sentences"))).isNotEmpty();
        assertThat(json("/api/papers/search?q=2608.10001&explain=true")
                        .get(0)
                        .path("explanation")
                        .path("rule")
                        .asString())
                .isEqualTo("its identifier");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=1",
                "cursor=-1",
                "cursor=99999999999999999999",
                "cursor=%F0%9F%93%B0",
                "cursor=%00",
                "cursor=AAAA",
                "sort=fame",
                "sort=",
                "explain=perhaps",
                "limit=0",
                "limit=121"
            })
    void whatCannotBeUnderstoodIsA400WithAReason(String query) {
        HttpResponse<String> answer = server.get("/api/papers/search?q=attention&" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("error").asString()).startsWith("Invalid ");
    }

    @Test
    void aCursorOfAnotherQueryIsA400() {
        String path = Objects.requireNonNull(next(server.get("/api/papers/search?q=study+reading&limit=5")));
        assertThat(server.get(path).statusCode()).isEqualTo(200);
        // The limit may change from page to page.
        assertThat(server.get(path.replace("limit=5", "limit=3")).statusCode()).isEqualTo(200);
        for (String foreign : List.of(path.replace("study", "attention"), path + "&sort=votes", path + "A")) {
            assertThat(server.get(foreign).statusCode()).as(foreign).isEqualTo(400);
        }
        assertThat(server.get("/api/papers/search?q=study&cursor=").statusCode())
                .isEqualTo(200);
    }

    private static @Nullable String next(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Link")
                .map(link -> link.substring(server.at("").length() + 1, link.indexOf('>')))
                .orElse(null);
    }

    private static JsonNode json(String path) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<String> ids(JsonNode list) {
        return elements(list).stream()
                .map(item -> item.path("paper").path("id").asString())
                .toList();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
