package dev.broadsheet.web;

import static dev.broadsheet.testing.SamplePapers.FRIDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.search.SearchState;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.HostState;
import dev.broadsheet.testing.SamplePapers;
import dev.broadsheet.testing.SampleSource;
import dev.broadsheet.testing.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the pages say of live sources. The server's day is Saturday, 22 August 2026. */
class SourcePagesTest {
    private static final SampleSource ARXIV = SampleSource.following("cs.AI", "cs.CL");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 8, 6);
    private static final LocalDate FRIDAY_BEFORE = LocalDate.of(2026, 8, 7);

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(
                folder,
                catalogue -> {
                    SamplePapers.addTo(catalogue);
                    announce(catalogue);
                },
                List.of(ARXIV),
                () -> List.of(
                        new HostState(
                                "export.arxiv.org", Instant.parse("2026-08-22T13:30:00Z"), "HTTP 503", null, 9, 0),
                        new HostState("rss.arxiv.org", null, "", null, 9, 0)));
    }

    private static void announce(Catalogue catalogue) {
        // On Friday the 21st there is a list by votes too; of 53 announced papers one is missing.
        for (int i = 0; i < 52; i++) {
            SampleSource.announce(
                    catalogue, "cs.AI", FRIDAY, "2608.3%04d".formatted(i), Kind.NEW, "Announced, part " + i);
        }
        SampleSource.announce(catalogue, "cs.CL", FRIDAY, "2608.30003", Kind.CROSS, "Announced, part 3");
        SampleSource.announceOnly(catalogue, "cs.AI", FRIDAY, "2608.39999", Kind.NEW);
        SampleSource.count(catalogue, "cs.AI", FRIDAY, 53);
        SampleSource.count(catalogue, "cs.CL", FRIDAY, null);
        SampleSource.repair(catalogue, "2608.30007");
        // Days without a list by votes.
        SampleSource.announce(catalogue, "cs.AI", THURSDAY, "2608.40001", Kind.NEW, "News of a Thursday");
        SampleSource.announce(catalogue, "cs.AI", THURSDAY, "2607.40002", Kind.CROSS, "Guest of a Thursday");
        SampleSource.count(catalogue, "cs.AI", THURSDAY, 2);
        SampleSource.count(catalogue, "cs.CL", THURSDAY, 0);
        SampleSource.announce(catalogue, "cs.CL", FRIDAY_BEFORE, "2608.40003", Kind.NEW, "News of a Friday");
        SampleSource.run(catalogue, "BROKEN_OFF", "changes of cs: the answer ended in the middle\nfeed: HTTP 500");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theStatusPageShowsACalendarOfEachSource() {
        String page = server.get("/status").body();
        assertThat(page)
                .contains("1 of 19 days complete, 1 paper missing, last asked 22 August 2026, 06:12 UTC")
                .contains(
                        "not everything could be read",
                        "changes of cs: the answer ended in the middle",
                        "feed: HTTP 500")
                .contains("52 of 53", "1 missing", "1 repaired", "1 of 1", "21 Aug, 03:00")
                .contains("Saturday", "Sunday", "eve of Assumption Day", "not counted yet")
                .contains("nothing announced — unusual")
                .contains("export.arxiv.org rests until 22 August 2026, 13:30 UTC. Its last problem: HTTP 503")
                .doesNotContain("rss.arxiv.org");
        assertThat(page.indexOf("Sat 22 Aug"))
                .isLessThan(page.indexOf("Fri 21 Aug"))
                .isPositive();
        assertThat(page).contains("Sun 26 Jul").doesNotContain("Sat 25 Jul");
    }

    @Test
    void theTwinSaysTheSame() {
        JsonNode source = json("/status.json").get("sources").get(0);
        assertThat(source.get("title").asString()).isEqualTo("arXiv");
        assertThat(source.get("completeDays").asInt()).isEqualTo(1);
        assertThat(source.get("days")).hasSize(56);
        assertThat(source.at("/run/outcome").asString()).isEqualTo("BROKEN_OFF");
        assertThat(json("/status.json").at("/hosts/0/host").asString()).isEqualTo("export.arxiv.org");
        JsonNode friday =
                json("/status/arxiv.json?from=2026-08-21&until=2026-08-21").at("/days/0");
        assertThat(friday.get("part").asString()).isEqualTo("cs.AI");
        assertThat(friday.get("verdict").asString()).isEqualTo("MISSING");
        assertThat(friday.get("expected").asInt()).isEqualTo(53);
        assertThat(friday.get("received").asInt()).isEqualTo(52);
        assertThat(friday.get("repaired").asInt()).isEqualTo(1);
        assertThat(friday.at("/missing/0").asString()).isEqualTo("2608.39999");
        assertThat(friday.get("checkedAt").asString()).isEqualTo("2026-08-21T03:00:00Z");
    }

    @Test
    void aSourceHasAPageOfAnyDays() {
        String page =
                server.get("/status/arxiv?from=2026-08-21&until=2026-08-21").body();
        assertThat(page)
                .contains("https://arxiv.org/abs/2608.39999", "by announcement feed", "21 August 2026, 03:00 UTC")
                .contains("value=\"2026-08-21\"")
                .doesNotContain("20 August 2026");
        assertThat(server.get("/status/arxiv").body()).contains("26 July 2026").doesNotContain("25 July 2026");
        assertThat(server.get("/status/arxiv?from=2025-09-01").statusCode()).isEqualTo(200);
        assertThat(server.get("/status/nobody").statusCode()).isEqualTo(404);
        assertThat(server.get("/status/arxiv.xml").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "from=2026-02-30",
                "from=2026-08-22&until=2026-08-21",
                "from=1000-01-01",
                "until=%00",
                "from=%2B999999999-01-01"
            })
    void daysThatCannotBeShownAreExplained(String query) {
        HttpResponse<String> page = server.get("/status/arxiv?" + query);
        if (!query.contains("%00")) {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("The last four weeks are shown instead.");
        }
        HttpResponse<String> json = server.get("/status/arxiv.json?" + query);
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(new JsonMapper().readTree(json.body()).path("error").asString())
                .isNotEmpty();
    }

    @Test
    void readersSeeHowCompleteADayIs() {
        assertThat(server.get("/papers/date/2026-08-21").body())
                .contains("arXiv announced 54 in cs.AI, cs.CL; 1 of 54 is missing.")
                .contains("/status/arxiv?from=2026-08-21&amp;until=2026-08-21")
                .contains("cs.CL: 1 announced, all here");
        assertThat(server.get("/papers/date/2026-08-22").body())
                .contains("arXiv announces nothing on this day (Saturday).");
        assertThat(server.get("/papers/date/2026-08-20").body()).contains("has not been counted yet");
        assertThat(server.get("/papers/date/2026-08-06").body())
                .contains("arXiv announced 2 in cs.AI, cs.CL, all are here");
        assertThat(server.get("/papers/date/2026-08-06?category=cs.AI").body())
                .contains("arXiv announced 2 in cs.AI, all 2 are here.");
        assertThat(server.get("/papers/date/2025-01-02").body()).doesNotContain("class=\"completeness\"");
        assertThat(server.get("/papers/week/2026-W34").body()).doesNotContain("class=\"completeness\"");
    }

    @Test
    void aDayWithoutAListShowsWhatWasAnnounced() {
        String page = server.get("/papers/date/2026-08-06").body();
        assertThat(cardsOn(page)).containsExactly("2608.40001", "2607.40002");
        assertThat(page)
                .contains("2 papers", "cross-listed", "As announced", "rel=\"next\" href=\"/papers/date/2026-08-07\"");
        assertThat(server.get("/papers/week/2026-W32").body()).contains("3 papers from 2 days");
        JsonNode listed = json("/api/daily_papers?date=2026-08-06");
        assertThat(listed).hasSize(2);
        assertThat(listed.at("/0/paper/upvotes").asInt()).isZero();
        assertThat(listed.at("/0/publishedAt").asString()).isEqualTo("2026-08-06T00:00:00.000Z");
    }

    @Test
    void aDayWithAListLeadsToAllThatWasAnnounced() {
        String list = server.get("/papers/date/2026-08-21").body();
        assertThat(list).contains("8 papers", "/papers/date/2026-08-21?all=1", "All 52 papers announced on this day");
        String all = server.get("/papers/date/2026-08-21?all=1").body();
        assertThat(cardsOn(all)).hasSize(50).startsWith("2608.30051");
        assertThat(all).contains("52 papers announced", "?all=1&amp;p=1", "Only the list by votes");
        assertThat(cardsOn(server.get("/papers/date/2026-08-21?all=1&p=1").body()))
                .containsExactly("2608.30001", "2608.30000");
        assertThat(cardsOn(server.get("/papers/date/2026-08-21?all=1&category=cs.CL")
                        .body()))
                .containsExactly("2608.30003");
        assertThat(server.get("/papers/date/2026-08-21?all=1").body())
                .contains("<meta name=\"robots\" content=\"noindex\">");
    }

    @Test
    void aListIsNarrowedToACategory() {
        String page = server.get("/papers/date/2026-08-21?category=cs.CL").body();
        assertThat(cardsOn(page)).containsExactly(SamplePapers.MONEY, SamplePapers.BIDI);
        assertThat(page).contains("2 papers in cs.CL", "All categories", "aria-current=\"true\"");
        assertThat(page).contains("rel=\"prev\" href=\"/papers/date/2026-08-20?category=cs.CL\"");
        String none =
                server.get("/papers/date/2026-08-21?category=%22%3E%3Cb%3E").body();
        assertThat(none)
                .contains("No paper of this day’s list is in", "All categories")
                .doesNotContain("<b>");
    }

    @Test
    void anEmptyCatalogueSaysThatItIsBeingFilled(@TempDir Path empty) {
        try (TestServer fresh = new TestServer(empty, catalogue -> {}, List.of(ARXIV), List::of)) {
            assertThat(fresh.get("/papers").headers().firstValue("Location")).contains("/papers/date/2026-08-22");
            assertThat(fresh.get("/papers/date/2026-08-22").body())
                    .contains("The first papers are being fetched.", "arXiv will be asked in a moment.")
                    .contains("http-equiv=\"refresh\" content=\"15; url=/papers\"");
            SampleSource.run(fresh.catalogue(), null, null);
            assertThat(fresh.get("/papers/date/2026-08-22").body())
                    .contains("arXiv is being asked since 22 August 2026, 06:00 UTC.");
            assertThat(fresh.get("/status").body())
                    .contains("A run began 22 August 2026, 06:00 UTC; it is under way or was broken off.");
            SampleSource.announce(
                    fresh.catalogue(), "cs.AI", FRIDAY, "2608.30001", Kind.NEW, "The First of All Papers");
            assertThat(fresh.get("/papers").headers().firstValue("Location")).contains("/papers/date/2026-08-21");
            assertThat(fresh.get("/papers/date/2026-08-21").body())
                    .contains("The First of All Papers")
                    .doesNotContain("refresh");
        }
    }

    @Test
    void aFirstRunThatFailedSaysWhy(@TempDir Path empty) {
        try (TestServer fresh = new TestServer(
                empty,
                catalogue -> SampleSource.run(catalogue, "BROKEN_OFF", "oai.arxiv.org could not be reached."),
                List.of(ARXIV),
                List::of)) {
            assertThat(fresh.get("/papers/date/2026-08-22").body())
                    .contains(
                            "arXiv could not be read: oai.arxiv.org could not be reached. It is asked again by itself.");
        }
    }

    @Test
    void whatKeepsTheSearchFromItsWorkIsSaid(@TempDir Path other) {
        try (TestServer troubled = new TestServer(other, catalogue -> {})) {
            troubled.search().isAt(new SearchState(0, 0, 0, 0, 0, 0, 0, "The disk is full."));
            assertThat(troubled.get("/status").body()).contains("The disk is full.");
            assertThat(troubled.get("/status.json").body()).contains("\"problem\":\"The disk is full.\"");
        }
    }

    @Test
    void aPapersHistoryIsTold(@TempDir Path other) {
        try (TestServer fresh = new TestServer(
                other,
                catalogue -> {
                    long paper = catalogue.write(writer -> writer.add(
                            Metadata.titled("What Became of $x$")
                                    .withdrawn(true)
                                    .identifier(new Identifier(Identifier.Scheme.ARXIV, "2608.50001"))
                                    .build(),
                            Instant.EPOCH));
                    SampleSource.announce(catalogue, "cs.AI", FRIDAY, "2608.50001", Kind.NEW, "");
                    event(catalogue, paper, 1, "2026-08-20", "TITLE", "What Became of <i>y</i>", "What Became of $x$");
                    event(catalogue, paper, 2, "2026-08-21", "CATEGORIES", "cs.AI", "cs.AI cs.LG");
                    event(catalogue, paper, 3, "2026-08-21", "VERSION", "1", "2");
                    event(catalogue, paper, 4, "2026-08-22", "WITHDRAWN", "", "");
                },
                List.of(ARXIV),
                List::of)) {
            String page = fresh.get("/papers/2608.50001").body();
            assertThat(page)
                    .contains("20 August 2026: Title changed from", "What Became of &lt;i&gt;y&lt;/i&gt;")
                    .contains("21 August 2026: Categories changed from cs.AI to cs.AI cs.LG.")
                    .contains("Version 2 was noticed.")
                    .contains("22 August 2026: Withdrawn by its authors or by its source.")
                    .contains("This paper was withdrawn", "It was noticed on 22 August 2026.")
                    .contains("<dt>Known from</dt>", ">arXiv</dd>");
        }
        assertThat(server.get("/papers/" + SamplePapers.MATHEMATICS).body())
                .contains("19 August 2026: First version.", "20 August 2026: Version 2.");
        assertThat(server.get("/papers/" + SamplePapers.NAMES).body()).doesNotContain("id=\"history\"");
    }

    private static void event(
            Catalogue catalogue, long paper, int sequence, String day, String kind, String before, String after) {
        catalogue.write(writer -> writer.transaction()
                .execute(
                        "insert into paper_event (paper, seq, at, kind, before, after) values (?, ?, ?, ?, ?, ?)",
                        paper,
                        sequence,
                        day + "T10:00:00Z",
                        kind,
                        before,
                        after));
    }

    private static JsonNode json(String path) {
        return new JsonMapper().readTree(server.get(path).body());
    }

    private static List<String> cardsOn(String page) {
        return Pattern.compile("class=\"title\"><a href=\"/papers/([^\"]+)\"")
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
