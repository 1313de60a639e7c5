package dev.broadsheet.api;

import static dev.broadsheet.testing.SamplePapers.BIDI;
import static dev.broadsheet.testing.SamplePapers.CROWD;
import static dev.broadsheet.testing.SamplePapers.MATHEMATICS;
import static dev.broadsheet.testing.SamplePapers.OLD;
import static dev.broadsheet.testing.SamplePapers.TWICE;
import static dev.broadsheet.testing.SamplePapers.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.testing.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules by which the official client reads our answers, one by one. */
class PapersApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter CLIENT_DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

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
    void aDayIsInOrderOfVotes() {
        JsonNode list = json("/api/daily_papers?date=2026-08-21");
        assertThat(ids(list)).hasSize(8).startsWith(CROWD, MATHEMATICS);
        List<Integer> votes = elements(list).stream()
                .map(item -> item.path("paper").path("upvotes").asInt())
                .toList();
        assertThat(votes).isSortedAccordingTo((one, other) -> other - one);
    }

    @Test
    void everyItemHasWhatTheSpecificationRequires() {
        for (JsonNode item : json("/api/daily_papers?limit=100")) {
            assertThat(item.path("title").isString()).isTrue();
            assertThat(item.path("summary").asString())
                    .isEqualTo(item.path("paper").path("summary").asString());
            assertThat(item.path("thumbnail").asString())
                    .startsWith("http://localhost:")
                    .endsWith("/static/paper.svg");
            assertThat(item.path("numComments").isInt()).isTrue();
            assertThat(item.path("isAuthorParticipating").isBoolean()).isTrue();
            assertThat(CLIENT_DATE.parse(item.path("publishedAt").asString())).isNotNull();
            JsonNode paper = item.path("paper");
            assertThat(paper.path("discussionId").asString()).matches("[0-9a-f]{24}");
            assertThat(paper.path("upvotes").isInt()).isTrue();
            assertThat(CLIENT_DATE.parse(paper.path("publishedAt").asString())).isNotNull();
            assertThat(CLIENT_DATE.parse(paper.path("submittedOnDailyAt").asString()))
                    .isNotNull();
            for (JsonNode author : paper.path("authors")) {
                assertThat(author.path("_id").asString()).matches("[0-9a-f]{24}");
                assertThat(author.path("name").isString()).isTrue();
                assertThat(author.path("hidden").isBoolean()).isTrue();
            }
            assertThat(item.toString()).doesNotContain("null");
        }
    }

    @Test
    void aSubmitterHasTheNamesTheClientLooksFor() {
        JsonNode item = json("/api/daily_papers?submitter=adak&limit=1").get(0);
        assertThat(item.path("submittedBy").path("fullname").asString()).isEqualTo("Ada K");
        assertThat(item.path("submittedBy").path("name").asString()).isEqualTo("adak");
        assertThat(item.path("submittedBy").has("user")).isFalse();
        assertThat(item.path("paper").path("submittedOnDailyBy").path("user").asString())
                .isEqualTo("adak");
        assertThat(json("/api/daily_papers?submitter=nobody")).isEmpty();
        assertThat(ids(json("/api/daily_papers?submitter=adak&date=2026-08-21")))
                .hasSize(7);
    }

    @Test
    void withoutADateTheMostRecentComeFirst() {
        JsonNode list = json("/api/daily_papers");
        assertThat(ids(list)).startsWith(CROWD, MATHEMATICS).contains(TWICE).hasSize(30);
        List<String> days = elements(list).stream()
                .map(item -> item.path("publishedAt").asString().substring(0, 10))
                .toList();
        assertThat(days).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void trendingIsByTheScoreThatAPaperExplains() {
        List<String> ids = ids(json("/api/daily_papers?sort=trending&limit=100"));
        assertThat(ids).hasSize(28).startsWith(CROWD, MATHEMATICS).doesNotContain(BIDI);
        List<Double> scores = new ArrayList<>();
        for (String id : ids) {
            JsonNode why = json("/api/papers/" + id + "/trending");
            assertThat(why.path("place").asInt()).isEqualTo(scores.size() + 1);
            scores.add(why.path("score").asDouble());
        }
        assertThat(scores).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(ids(json("/api/daily_papers?sort=trending&limit=5&p=1"))).isEqualTo(ids.subList(5, 10));
    }

    @Test
    void whoHasTheNumbersOfAPaperCanComputeItsScore() {
        JsonNode why = json("/api/papers/" + TWICE + "/trending");
        double support = elements(why.path("terms")).stream()
                .mapToDouble(term ->
                        term.path("number").asInt() * term.path("weight").asDouble())
                .sum();
        LocalDate since = LocalDate.parse(why.path("age").path("since").asString());
        // The server's day is a Saturday.
        long workingDays = since.datesUntil(LocalDate.of(2026, 8, 22))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .count();

        assertThat(why.path("age").path("workingDays").asLong()).isEqualTo(workingDays);
        assertThat(why.path("score").asDouble())
                .isCloseTo(
                        Math.log(1 + support) / Math.log(2)
                                - (double) workingDays
                                        / why.path("age").path("doublingDays").asInt(),
                        within(1e-9));
    }

    @Test
    void whatNobodySupportedHasAScoreAndNoPlace() {
        JsonNode why = json("/api/papers/" + OLD + "/trending");
        assertThat(why.has("place")).isFalse();
        assertThat(why.path("id").asString()).isEqualTo(OLD);
        assertThat(why.path("age").path("basis").asString()).isEqualTo("added");
        assertThat(why.path("support").asDouble()).isZero();
        assertThat(server.get("/api/papers/nowhere/trending").statusCode()).isEqualTo(404);
    }

    @Test
    void pagesAreCountedFromZeroAndLinked() {
        HttpResponse<String> first = server.get("/api/daily_papers?date=2026-08-21&limit=5&sort=publishedAt");
        assertThat(first.headers().firstValue("Link"))
                .contains("<" + server.at("/api/daily_papers?date=2026-08-21&limit=5&sort=publishedAt&p=1")
                        + ">; rel=\"next\"");
        List<String> all = new ArrayList<>(ids(JSON.readTree(first.body())));
        HttpResponse<String> second = server.get("/api/daily_papers?date=2026-08-21&limit=5&p=1");
        assertThat(second.headers().firstValue("Link")).isEmpty();
        all.addAll(ids(JSON.readTree(second.body())));
        assertThat(all).hasSize(8).doesNotHaveDuplicates();
        assertThat(json("/api/daily_papers?date=2026-08-21&p=100")).isEmpty();
        assertThat(json("/api/daily_papers?date=2026-08-21&p=1000000&limit=100"))
                .isEmpty();
        assertThat(ids(json("/api/daily_papers?limit=10"))).hasSize(10);
    }

    @Test
    void weeksAndMonthsLieWithinTheirDays() {
        for (JsonNode item : json("/api/daily_papers?week=2026-W34")) {
            LocalDate day = LocalDate.parse(item.path("publishedAt").asString().substring(0, 10));
            assertThat(day).isBetween(LocalDate.of(2026, 8, 17), LocalDate.of(2026, 8, 23));
        }
        assertThat(ids(json("/api/daily_papers?month=2026-08"))).hasSize(29).doesNotHaveDuplicates();
        assertThat(json("/api/daily_papers?week=2026-W33")).hasSize(4);
    }

    @Test
    void aDayWithoutAListIsAnEmptyList() {
        assertThat(json("/api/daily_papers?date=2026-08-22")).isEmpty();
        assertThat(json("/api/daily_papers?date=2026-08-23"))
                .as("a day that has begun in Kiribati, and not here")
                .isEmpty();
        assertThat(json("/api/daily_papers?date=2001-01-01")).isEmpty();
        assertThat(json("/api/daily_papers?month=2027-01")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date=2025-13-40", "date=", "date=today", "date=2026-08-24", "date=9999-01-01", "week=2026-34",
                        "month=2026",
                "sort=votes", "p=-1", "p=x", "limit=0", "limit=101", "limit=1e3", "limit=99999999999999999999"
            })
    void whatCannotBeUnderstoodIsA400WithAReason(String query) {
        HttpResponse<String> answer = server.get("/api/daily_papers?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("error").asString()).startsWith("Invalid ");
    }

    @Test
    void onePaperIsFlatAndComplete() {
        JsonNode paper = json("/api/papers/" + MATHEMATICS);
        assertThat(paper.path("id").asString()).isEqualTo(MATHEMATICS);
        assertThat(paper.path("title").asString()).contains("$\\ell_p$");
        assertThat(paper.path("githubRepo").asString()).isEqualTo("https://github.com/example/bounds");
        assertThat(paper.path("githubStars").asInt()).isEqualTo(1234);
        assertThat(paper.path("projectPage").asString()).isEqualTo("https://example.org/bounds");
        assertThat(paper.path("upvotes").asInt()).isEqualTo(57);
        assertThat(paper.path("submittedOnDailyAt").asString()).isEqualTo("2026-08-21T00:00:00.000Z");
        for (String linked : List.of("linkedModels", "linkedDatasets", "linkedSpaces")) {
            assertThat(paper.path(linked).isArray()).as(linked).isTrue();
        }
        for (String total : List.of("numTotalModels", "numTotalDatasets", "numTotalSpaces")) {
            assertThat(paper.path(total).isInt()).as(total).isTrue();
        }
        assertThat(paper.has("paper")).isFalse();
        assertThat(paper.has("comments")).isFalse();
        assertThat(json("/api/papers/" + MATHEMATICS + "?field=comments&field=submissionDeadline")
                        .path("comments")
                        .isArray())
                .isTrue();
        assertThat(json("/api/papers/" + TWICE).path("upvotes").asInt()).isEqualTo(30);
        assertThat(json("/api/papers/" + WITHDRAWN).has("withdrawnAt")).isTrue();
        assertThat(json("/api/papers/" + OLD).path("publishedAt").asString()).isEqualTo("1999-01-01T00:00:00.000Z");
        assertThat(json("/api/papers/2608.20000").path("ai_keywords")).hasSize(2);
        assertThat(json("/api/papers/2608.20000").path("ai_summary").asString()).isEqualTo("Small machines read well.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/papers/1234.56789", "/api/papers/nothing/at/all", "/api/agent-harnesses", "/api/papers/%20"
            })
    void whatIsNotHereIsA404WithAReason(String path) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).path("error").isString()).isTrue();
        assertThat(answer.headers().firstValue("X-Error-Code")).isEmpty();
    }

    @Test
    void aSearchTellsWhatMatched() {
        JsonNode list = json("/api/papers/search?q=attention+bounds&limit=2");
        JsonNode first = list.get(0);
        assertThat(first.path("paper").path("id").asString()).isEqualTo(MATHEMATICS);
        assertThat(first.path("upvoted").asBoolean(true)).isFalse();
        assertThat(first.has("submittedBy")).isFalse();
        assertThat(elements(first.path("highlightedTitle")).stream()
                        .map(part -> part.path("text").asString())
                        .collect(Collectors.joining()))
                .isEqualTo(first.path("title").asString());
        assertThat(elements(first.path("highlightedTitle")).stream()
                        .filter(part -> part.path("type").asString().equals("highlight"))
                        .map(part -> part.path("text").asString()))
                .containsExactly("Bounds", "Attention");
        assertThat(elements(first.path("highlightedSummary"))).isNotEmpty();
    }

    @Test
    void aSearchGivesAsManyAsAskedForAndNoMore() {
        assertThat(json("/api/papers/search?q=reading&limit=2")).hasSize(2);
        assertThat(json("/api/papers/search?limit=3")).hasSize(3);
        assertThat(json("/api/papers/search?q=" + "x".repeat(5000))).isEmpty();
        assertThat(server.get("/api/papers/search?q=a&limit=121").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/papers/search?q=a&limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void allPapersCanBeWalkedThrough() {
        List<String> walked = new ArrayList<>();
        String path = "/api/papers?limit=9";
        while (path != null) {
            HttpResponse<String> answer = server.get(path);
            elements(JSON.readTree(answer.body()))
                    .forEach(paper -> walked.add(paper.path("id").asString()));
            path = answer.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(server.at("").length() + 1, link.indexOf('>')))
                    .orElse(null);
        }
        assertThat(walked).hasSize(30).doesNotHaveDuplicates().endsWith(OLD);
    }

    @Test
    void theSameThingHasTheSameKeyEverywhere() {
        String key = json("/api/papers/" + CROWD).path("discussionId").asString();
        assertThat(key).hasSize(24);
        assertThat(elements(json("/api/daily_papers?date=2026-08-21")).stream()
                        .map(item -> item.path("paper"))
                        .filter(paper -> paper.path("id").asString().equals(CROWD))
                        .map(paper -> paper.path("discussionId").asString()))
                .containsExactly(key);
        assertThat(json("/api/papers/" + MATHEMATICS).path("discussionId").asString())
                .isNotEqualTo(key);
        // The first digits of the SHA-256 of "author:Mira Oduya": clients keep keys, so they never change.
        assertThat(ApiFormat.key("author", "Mira Oduya")).isEqualTo("4aa0e859404df574dc07827a");
        assertThat(ApiFormat.key("discussion", "Mira Oduya")).isNotEqualTo("4aa0e859404df574dc07827a");
    }

    @Test
    void behindAProxyAddressesAreThoseThatReadersUse() {
        HttpResponse<String> answer = server.get(
                "/api/daily_papers?date=2026-08-21&limit=5",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "papers.example.org",
                "X-Forwarded-Port",
                "443");
        assertThat(answer.headers().firstValue("Link").orElseThrow()).startsWith("<https://papers.example.org/api/");
        assertThat(JSON.readTree(answer.body()).get(0).path("thumbnail").asString())
                .isEqualTo("https://papers.example.org/static/paper.svg");
    }

    private static JsonNode json(String path) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
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
