package dev.broadsheet.source.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Link;
import dev.broadsheet.source.Harvested;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.LiveSourceContract;
import dev.broadsheet.source.ScriptedFetcher;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.http.Fetcher;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
final class HuggingfaceSourceTest extends LiveSourceContract {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 3);

    private static String entry(String id, String title, int votes) {
        return """
                {"paper":{"id":"%s","title":"%s","summary":"We study tides.","upvotes":%d,"publishedAt":"2026-09-01T00:00:00.000Z",
                "submittedOnDailyAt":"2026-09-03T00:00:00.000Z","authors":[{"name":"Mira Oduya","hidden":false}]},
                "publishedAt":"2026-08-31T20:00:00.000Z","title":"%s","numComments":2,"submittedBy":{"name":"adak","fullname":"Ada K"}}
                """.formatted(id, title, votes, title);
    }

    private static String list(String... entries) {
        return "[" + String.join(",", entries) + "]";
    }

    private static String page(int from, int count) {
        return list(IntStream.range(from, from + count)
                .mapToObj(i -> entry("2609.%05d".formatted(i), "Tide " + i, 500 - i))
                .toArray(String[]::new));
    }

    private static ScriptedFetcher service(String list) {
        return new ScriptedFetcher(NOW)
                .json("[]", "/api/daily_papers?")
                .json(list, "/api/daily_papers?date=2026-09-03&limit=100&p=0");
    }

    @Override
    protected LiveSource source(SourceOptions options, Fetcher fetcher, Clock clock) {
        return HuggingfaceSource.of(options, fetcher, clock);
    }

    @Override
    protected LocalDate from() {
        return DAY;
    }

    @Override
    protected LocalDate until() {
        return DAY;
    }

    @Override
    protected ScriptedFetcher good() {
        return service(list(entry("2609.00001", "Spring tide", 42), entry("2609.00002", "Neap tide", 7)));
    }

    @Override
    protected Set<String> names() {
        return Set.of("2609.00001", "2609.00002");
    }

    @Override
    protected ScriptedFetcher empty() {
        return service("[]");
    }

    @Override
    protected List<String> otherDocuments() {
        return List.of("null", "17", "\"a text\"", "{}", "{\"error\":\"no\"}", "<a/>", "\0\0", "[".repeat(100_000));
    }

    @Override
    protected ScriptedFetcher endless() {
        return new ScriptedFetcher(NOW).json(page(0, 100), "/api/daily_papers?");
    }

    @Override
    protected @Nullable ScriptedFetcher fewerThanItSays() {
        return null;
    }

    @Override
    protected ScriptedFetcher untitled() {
        return service(list(entry("2609.00001", "Spring tide", 42), entry("2609.00002", "", 7)));
    }

    @Override
    protected List<ScriptedFetcher> hostile() {
        return List.of(
                service(list("7", "null", "[]", "{}", "{\"paper\":[]}", "{\"paper\":{\"id\":{},\"title\":\"T\"}}")),
                service(list(entry("2609.00001", "Spring tide", -42))),
                service(list(entry("2609.00001", "Spring tide", 42).replace("2026-09-03", "2026-09-02"))),
                service(list(entry("2609.00001", "Spring tide", 42).replace("2026-09-03T", "9999999-99"))),
                service(list(entry("no id at all", "Spring tide", 42).replace(":42", ":1e400"))));
    }

    @Override
    protected ScriptedFetcher single() {
        return new ScriptedFetcher(NOW).json("""
                {"id":"2609.00001","title":"Spring tide","summary":"We study tides.","upvotes":45,
                "publishedAt":"2026-09-01T00:00:00.000Z","submittedOnDailyAt":"2026-09-03T00:00:00.000Z",
                "authors":[{"name":"Mira Oduya","hidden":false}],"projectPage":"https://tides.example.org/",
                "githubRepo":"https://github.com/tides/spring","githubStars":31,"ai_summary":"Tides rise.",
                "ai_keywords":["tides","moon"],"linkedModels":[],"numTotalModels":0}
                """, "/api/papers/2609.00001");
    }

    @Override
    protected String singleName() {
        return "2609.00001";
    }

    @Test
    void readsPlacesVotesAndSubmitters() {
        assertThat(read(good()).getFirst().record("2609.00002").appearances())
                .containsExactly(new Appearance("huggingface", DAY, 2, 7, 2, "adak", "Ada K"));
    }

    @Test
    void aSinglePaperTellsItsCodeButNotItsPlace() {
        SourceRecord record = Harvested.of(
                        over(single()).records(List.of("2609.00001")).orElseThrow(), null)
                .record("2609.00001");
        assertThat(record.metadata().links())
                .containsExactlyInAnyOrder(
                        new Link(Link.Kind.CODE, "https://github.com/tides/spring", 31),
                        Link.to(Link.Kind.PROJECT, "https://tides.example.org/"));
        assertThat(record.metadata().synopsis()).isEqualTo("Tides rise.");
        assertThat(record.metadata().keywords()).containsExactly("tides", "moon");
        assertThat(record.appearances()).isEmpty();
    }

    @Test
    void anotherSinglePaperThanAskedForIsNotTaken() {
        for (String answer : List.of("[]", "null", "{\"error\":\"no\"}", "{\"id\":\"2609.00002\",\"title\":\"T\"}")) {
            ScriptedFetcher service = new ScriptedFetcher(NOW).json(answer, "/api/papers/");
            Harvested harvested =
                    Harvested.of(over(service).records(List.of("2609.00001")).orElseThrow(), null);
            assertThat(harvested.problem()).hasMessageContaining("2609.00001");
            assertThat(harvested.items()).isEmpty();
        }
    }

    @Test
    void aSinglePaperWithoutATitleIsRejected() {
        ScriptedFetcher service = new ScriptedFetcher(NOW).json("{\"id\":\"2609.00001\"}", "/api/papers/");
        Harvested harvested =
                Harvested.of(over(service).records(List.of("2609.00001")).orElseThrow(), null);
        assertThat(harvested.problem()).isNull();
        assertThat(harvested.rejects()).hasSize(1);
    }

    @Test
    void readsUntilAPageIsNotFull() {
        ScriptedFetcher service = new ScriptedFetcher(NOW)
                .json(page(0, 100), "p=0")
                .json(page(99, 100), "p=1")
                .json(page(199, 1), "p=2");
        Harvested harvested = read(service).getFirst();
        assertThat(harvested.problem()).isNull();
        assertThat(harvested.names()).hasSize(200);
        assertThat(harvested.tallies())
                .singleElement()
                .satisfies(tally -> assertThat(tally.expected()).isEqualTo(200));
        assertThat(harvested.records().stream()
                        .map(record -> record.appearances().getFirst().position())
                        .collect(Collectors.toSet()))
                .hasSize(200);
    }

    @Test
    void theListOfAnotherDayIsNotCounted() {
        Harvested harvested = read(hostile().get(2)).getFirst();
        assertThat(harvested.problem()).hasMessageContaining("2026-09-02");
    }

    @Test
    void aDayThatHasNotBegunIsNotAskedFor() {
        ScriptedFetcher service = good();
        Harvested harvested = Harvested.of(
                over(service)
                        .changes(LocalDate.of(2026, 9, 11), LocalDate.of(2026, 9, 11))
                        .getFirst(),
                null);
        assertThat(harvested.items()).isEmpty();
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void weekendsAreQuietAndDaysEndInTheEveningOfNewYork() {
        assertThat(DailyListCalendar.INSTANCE.quiet(LocalDate.of(2026, 9, 5))).contains("Saturday");
        assertThat(DailyListCalendar.INSTANCE.quiet(DAY)).isEmpty();
        assertThat(DailyListCalendar.INSTANCE.settled(DAY)).isEqualTo(Instant.parse("2026-09-04T01:30:00Z"));
    }
}
