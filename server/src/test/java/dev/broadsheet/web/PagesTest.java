package dev.broadsheet.web;

import static dev.broadsheet.testing.SamplePapers.BIDI;
import static dev.broadsheet.testing.SamplePapers.CROWD;
import static dev.broadsheet.testing.SamplePapers.HOSTILE;
import static dev.broadsheet.testing.SamplePapers.HUGE;
import static dev.broadsheet.testing.SamplePapers.MATHEMATICS;
import static dev.broadsheet.testing.SamplePapers.NAMES;
import static dev.broadsheet.testing.SamplePapers.OLD;
import static dev.broadsheet.testing.SamplePapers.TWICE;
import static dev.broadsheet.testing.SamplePapers.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.installation.ProgramVersion;
import dev.broadsheet.search.SearchState;
import dev.broadsheet.testing.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final String DAY = "/papers/date/2026-08-21";

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
    void thePapersAreTheLatestDay() {
        assertThat(location("/")).isEqualTo("/papers");
        assertThat(location("/papers")).isEqualTo(DAY);
        assertThat(location("/papers/week")).isEqualTo("/papers/week/2026-W34");
        assertThat(location("/papers/month")).isEqualTo("/papers/month/2026-08");
    }

    @Test
    void aDayIsInOrderOfVotesThenOfPlace() {
        HttpResponse<String> page = server.get(DAY);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>Friday, 21 August 2026</h1>").contains("8 papers");
        assertThat(cardsOn(page.body()))
                .containsExactly(CROWD, MATHEMATICS, HOSTILE, "2608.10004", WITHDRAWN, HUGE, NAMES, BIDI);
    }

    @Test
    void previousAndNextSkipDaysWithoutAList() {
        String monday = server.get("/papers/date/2026-08-17").body();
        assertThat(monday).contains("rel=\"prev\" href=\"/papers/date/2026-08-13\"");
        assertThat(monday).contains("rel=\"next\" href=\"/papers/date/2026-08-18\"");
        assertThat(server.get("/papers/date/2026-08-13").body()).doesNotContain("rel=\"prev\"");
        assertThat(server.get(DAY).body()).doesNotContain("rel=\"next\"");
    }

    @Test
    void aWeekHasEachPaperOnceByItsBestDay() {
        String week = server.get("/papers/week/2026-W34").body();
        assertThat(week).contains("<h1>Week 34 of 2026</h1>");
        List<String> cards = cardsOn(week);
        assertThat(cards).doesNotHaveDuplicates().contains(TWICE).startsWith(CROWD, MATHEMATICS);
        // 30 votes on its better day, 8 on the other: among the papers with about 30.
        assertThat(cards.indexOf(TWICE)).isLessThan(cards.indexOf(HOSTILE));
        assertThat(server.get("/papers/month/2026-08").body()).contains("29 papers from 6 days");
    }

    @Test
    void whatIsTrendingIsOnePageBesideDayWeekAndMonth() {
        String page = server.get("/papers/trending").body();
        assertThat(page).contains("<h1>Trending</h1>", "2 working days of age take one away");
        assertThat(cardsOn(page)).hasSize(28).startsWith(CROWD, MATHEMATICS).doesNotContain(BIDI);
        assertThat(page).containsPattern("href=\"/papers/trending\"[^>]*aria-current=\"page\"");
        assertThat(server.get(DAY).body()).contains("href=\"/papers/trending\"");
        assertThat(server.get("/papers/trending?p=7").body())
                .contains("The list ends before this page.", "href=\"/papers/trending\"");
    }

    @Test
    void aPaperSaysWhyItStandsWhereItStands() {
        assertThat(server.get("/papers/" + CROWD).body())
                .contains("It has place 1.", "Why it stands where it stands", "votes counted elsewhere")
                .contains("the logarithm to base 2 of 1 + 11.400", "first on a list, 21 August 2026")
                .contains("/api/papers/" + CROWD + "/trending");
        assertThat(server.get("/papers/" + BIDI).body()).contains("It is not on the list.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/papers/date/2026-08-22; This is a Saturday. Lists appear from Monday to Friday.",
                "/papers/date/2026-08-14; No list is known for this day.",
                "/papers/date/2026-01-02; The first list is of Thursday, 13 August 2026.",
                "/papers/date/2026-08-24; There is no list for this day yet.",
                "/papers/week/2026-W40; There is no list for this week yet.",
                "/papers/month/2020-01; The first list is of Thursday, 13 August 2026."
            })
    void aDayWithoutAListSaysWhy(String path, String reason) {
        HttpResponse<String> page = server.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(reason).contains("Read the latest list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/papers/date/2026-13-40", "/papers/date/yesterday", "/papers/date/2026-8-1", "/papers/week/2026-34",
                "/papers/week/2025-W53", "/papers/month/2026-13", "/papers/date/0000-01-01", "/papers/date/%00",
                "/papers/date/+2026-08-21", "/papers/month/99999999999"
            })
    void aMalformedDateIsExplainedOnAPageOfTheSameDesign(String path) {
        HttpResponse<String> page = server.get(path);
        assertThat(page.statusCode()).isEqualTo(400);
        if (!path.contains("%00")) {
            assertThat(page.body()).contains("is written as").contains("class=\"nameplate\"");
        }
    }

    @Test
    void aPaperPageHasAllThatIsKnown() {
        String page = server.get("/papers/" + MATHEMATICS).body();
        assertThat(page)
                .contains("<span class=\"math\">\\ell_p</span>")
                .contains("data-display=\"true\"")
                .contains("Erdős")
                .contains("https://arxiv.org/abs/" + MATHEMATICS, "https://arxiv.org/pdf/" + MATHEMATICS)
                .contains("https://doi.org/10.5555/12345678", "Code, 1,234 stars", "https://example.org/bounds")
                .contains("v1 of 19 August 2026, v2 of 20 August 2026")
                .contains(
                        "CC BY 4.0",
                        "on the list of Hugging Face",
                        "cs.LG, stat.ML",
                        "12 pages, 3 figures",
                        "J. Invented Res. 7 (2026) 1-12")
                .contains("https://orcid.org/0000-0002-1825-0097")
                .contains("/papers/date/2026-08-21", "57 votes, 3 comments", "submitted by <bdi>Ada K</bdi>")
                .contains("@article{oduya2026sharper,");
        assertThat(server.get("/papers/" + WITHDRAWN).body()).contains("This paper was withdrawn");
        assertThat(server.get("/papers/" + NAMES).body())
                .contains("A summary by the editors, not the authors’ abstract.", "李明", "محمد الأمين");
        assertThat(server.get("/papers/2608.20000").body()).contains("Related by meaning");
    }

    @Test
    void everyWrittenFormLeadsToTheOneAddress() {
        for (String form : List.of(
                "arXiv:" + MATHEMATICS + "v2",
                MATHEMATICS + "v1",
                "https://arxiv.org/abs/" + MATHEMATICS,
                "10.48550/arXiv." + MATHEMATICS,
                "10.5555/12345678",
                "10.5555%2F12345678")) {
            HttpResponse<String> answer = server.get("/papers/" + form);
            assertThat(answer.statusCode()).as(form).isEqualTo(301);
            assertThat(answer.headers().firstValue("Location")).as(form).contains("/papers/" + MATHEMATICS);
        }
        assertThat(server.get("/papers/" + OLD).statusCode()).isEqualTo(200);
        assertThat(server.get("/papers/hep-th%2F9901001").statusCode()).isEqualTo(200);
        assertThat(location("/papers/" + OLD + "v3.bib")).isEqualTo("/papers/" + OLD + ".bib");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/papers/1234.56789",
                "/papers/nothing",
                "/papers/a/b/c/d",
                "/papers/%20",
                "/papers/1234.56789.bib",
                "/papers/%3Cscript%3E",
                "/papers/b-aaaaaaaaaa",
                "/papers/%F0%9F%93%B0"
            })
    void anUnknownPaperIsA404WithASearchBox(String path) {
        HttpResponse<String> page = server.get(path);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("No paper here by that name", "role=\"search\"")
                .doesNotContain("<script>");
    }

    @Test
    void theCitationIsAFileToo() {
        HttpResponse<String> file = server.get("/papers/" + MATHEMATICS + ".bib");
        assertThat(file.headers().firstValue("Content-Type")).contains("text/x-bibtex;charset=UTF-8");
        assertThat(file.body()).startsWith("@article{oduya2026sharper,\n  title = {{Sharper $\\ell_p$ Bounds");
    }

    @Test
    void aPaperIsMarkdownToo() {
        HttpResponse<String> file = server.get("/papers/" + MATHEMATICS + ".md");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("text/markdown;charset=UTF-8");
        assertThat(file.body())
                .startsWith("# Sharper $\\ell_p$ Bounds")
                .contains(
                        "Mira Oduya, Tomas Rehn", "- Published: 19 August 2026", "https://arxiv.org/abs/" + MATHEMATICS)
                .contains("## Abstract", "$$\\sum_{i=1}^{n}", "- Identifiers: arxiv:2608.10001, doi:10.5555/12345678");
        HttpResponse<String> asked = server.get("/papers/" + MATHEMATICS, "Accept", "text/markdown");
        assertThat(asked.body()).isEqualTo(file.body());
        assertThat(asked.headers().allValues("Vary")).contains("Accept");
        assertThat(server.get("/papers/" + MATHEMATICS, "Accept", "text/html,*/*;q=0.8")
                        .body())
                .startsWith("<!doctype html>");
        assertThat(server.get("/papers/" + MATHEMATICS, "Accept", "no/such/type,,;")
                        .statusCode())
                .isEqualTo(200);
        assertThat(location("/papers/" + OLD + "v3.md")).isEqualTo("/papers/" + OLD + ".md");
        assertThat(server.get("/papers/" + NAMES + ".md").body())
                .contains("李明", "A summary by the editors, not the authors’ abstract.");
    }

    @Test
    void anUnknownPaperAsMarkdownIsA404InWords() {
        for (HttpResponse<String> answer : List.of(
                server.get("/papers/1234.56789.md"), server.get("/papers/1234.56789", "Accept", "text/markdown"))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/markdown;charset=UTF-8");
            assertThat(answer.body()).isEqualTo("No paper here by that name.\n");
        }
    }

    @Test
    void hostileTextIsNoMarkdown() {
        String markdown = server.get("/papers/" + HOSTILE + ".md").body();
        assertThat(markdown)
                .startsWith("# \\<script\\>document.title='owned'\\</script\\> & \"quotes\"")
                .contains("\\<b\\>Bold\\</b\\> Author", "\\<img src=x")
                .doesNotContainPattern("(?<!\\\\)<(script|img|b|/textarea)");
    }

    @Test
    void searchFindsAndMarks() {
        HttpResponse<String> page = server.get("/papers?q=attention+bounds");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(cardsOn(page.body())).startsWith(MATHEMATICS);
        assertThat(page.body()).contains("<mark>Attention</mark>", "value=\"attention bounds\"");
    }

    @Test
    void anIdentifierInTheSearchBoxLeadsToThePaper() {
        assertThat(location("/papers?q=arXiv:" + MATHEMATICS + "v1")).isEqualTo("/papers/" + MATHEMATICS);
        assertThat(location("/papers?q=https%3A%2F%2Farxiv.org%2Fabs%2Fhep-th%2F9901001"))
                .isEqualTo("/papers/" + OLD);
    }

    @Test
    void filtersNarrowAndMistakesInThemAreExplained() {
        assertThat(cardsOn(server.get("/papers?q=reading+small&category=cs.AI").body()))
                .isNotEmpty()
                .allMatch(id -> id.startsWith("2608.2"));
        HttpResponse<String> mistake = server.get("/papers?q=reading&from=31.12.2025&until=2026-02-30");
        assertThat(mistake.statusCode()).isEqualTo(200);
        assertThat(mistake.body())
                .contains("The first day, “31.12.2025”, is not a date.", "The last day, “2026-02-30”, is not a date.")
                .contains("value=\"31.12.2025\"");
        assertThat(server.get("/papers?q=reading&from=2026-02-01&until=2026-01-01")
                        .body())
                .contains("is later than the last day");
        assertThat(server.get("/papers?q=zzzz&category=cs.AI").body())
                .contains("No paper here matches with these filters");
        assertThat(server.get("/papers?q=").body()).contains("Write what you look for");
    }

    @Test
    void searchTellsThatMeaningIsStillBeingRead() {
        assertThat(server.get("/papers?q=reading").body()).contains("still being read for their meaning");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%00", "%F0%9F%93%B0", "%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "((((", "$$$", "%5C", "%25"})
    void noQueryBreaksThePage(String query) {
        HttpResponse<String> page = server.get("/papers?q=" + query);
        assertThat(page.statusCode()).isIn(200, 400);
        assertThat(page.body()).doesNotContain("<script>alert");
    }

    @Test
    void hostileTextIsText() {
        for (String path : List.of(DAY, "/papers/" + HOSTILE, "/papers?q=quotes")) {
            String body = server.get(path).body();
            assertThat(body).doesNotContain("<script>document", "<img src=x", "<b>Bold", "</textarea><script>");
            assertThat(body).contains("&lt;script&gt;");
        }
        // A browser must not take the citation for a page.
        HttpResponse<String> citation = server.get("/papers/" + HOSTILE + ".bib");
        assertThat(citation.headers().firstValue("Content-Type")).contains("text/x-bibtex;charset=UTF-8");
        assertThat(citation.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(citation.body()).contains("document.title='owned'", "\\& \"quotes\"", "O'Brien \\& Sons");
    }

    @Test
    void aHugeAbstractStaysOnItsOwnPage() {
        assertThat(server.get(DAY).body().length()).isLessThan(100_000);
        assertThat(server.get("/papers/" + HUGE).body().length()).isGreaterThan(100_000);
    }

    @Test
    void aCrowdOfAuthorsIsFoldedAndAllOfItIsThere() {
        String day = server.get(DAY).body();
        assertThat(day).contains("<summary>and 595 more</summary>", "Author Number600");
        assertThat(server.get("/papers/" + CROWD).body())
                .contains("Author Number600")
                .doesNotContain("<summary>and");
    }

    @Test
    void pagesLoadMathematicsOnlyWhereThereIsSome() {
        assertThat(server.get(DAY).body()).contains("katex.min.js");
        assertThat(server.get("/papers/date/2026-08-13").body()).doesNotContain("katex");
        assertThat(server.get("/status").body()).doesNotContain("katex");
    }

    @Test
    void filesAreKeptForEver() {
        String day = server.get(DAY).body();
        for (String pattern :
                List.of("href=\"(/static/site\\.css\\?v=\\w+)\"", "src=\"(/webjars/katex/[^\"]+\\.js)\"")) {
            String address = Pattern.compile(pattern)
                    .matcher(day)
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            HttpResponse<String> file = server.get(address);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        }
    }

    @Test
    void filesWithoutAVersionAreAskedForAgain() {
        for (String address : List.of(
                "/static/fonts/inter-latin-400-normal.woff2",
                "/static/favicon.svg",
                "/static/site.css",
                "/static/site.js")) {
            HttpResponse<String> file = server.get(address);
            assertThat(file.statusCode()).as(address).isEqualTo(200);
            assertThat(file.headers().allValues("Cache-Control")).as(address).containsExactly("no-cache");
            String tag = file.headers().firstValue("ETag").orElseThrow();
            assertThat(server.get(address, "If-None-Match", tag).statusCode())
                    .as(address)
                    .isEqualTo(304);
        }
    }

    @Test
    void onlyTheFilesAreServed() {
        assertThat(server.get("/static/../application.properties").statusCode()).isIn(400, 404);
        assertThat(server.get("/static/%2e%2e/db/migration/common/V1__catalogue.sql")
                        .statusCode())
                .isIn(400, 404);
    }

    @Test
    void anUnchangedPageIsNotSentAgain() {
        String tag = server.get(DAY).headers().firstValue("ETag").orElseThrow();
        assertThat(server.get(DAY, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(server.get(DAY).headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void pagesAreCompressed() {
        assertThat(server.get(DAY, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .contains("gzip");
    }

    @Test
    void everyAnswerForbidsForeignContent() {
        for (String path : List.of(DAY, "/nothing", "/papers/x", "/status.json", "/static/site.css", "/api/papers/x")) {
            assertThat(server.get(path)
                            .headers()
                            .firstValue("Content-Security-Policy")
                            .orElseThrow())
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(server.get(path).headers().firstValue("X-Content-Type-Options"))
                    .contains("nosniff");
        }
    }

    @Test
    void onlyReadingIsAllowed() {
        URI day = URI.create(server.at(DAY));
        assertThat(server.send(HttpRequest.newBuilder(day)
                                .method("HEAD", BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send(HttpRequest.newBuilder(day)
                                .POST(BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(405);
        assertThat(server.get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void theStatusPageAndItsTwinSayTheSame() {
        String page = server.get("/status").body();
        assertThat(page)
                .contains("31</span> papers held", "6 daily lists", "24 of 32 papers can be found by meaning (75%)")
                .contains("8 wait; at 2.0 papers a second that takes less than a minute")
                .contains("cs.CV", ProgramVersion.current());
        String json = server.get("/status.json").body();
        assertThat(json)
                .contains(
                        "\"papers\":31",
                        "\"version\":\"" + ProgramVersion.current() + "\"",
                        "\"percent\":75",
                        "\"secondsLeft\":4");
    }

    @Test
    void aStatusWithNothingToDoSaysSo(@TempDir Path empty) {
        try (TestServer fresh = new TestServer(empty, catalogue -> {})) {
            fresh.search().isAt(new SearchState(0, 0, 0, 0, 0, 0, 0));
            assertThat(fresh.get("/status").body()).contains("0</span> papers held", "No daily lists by votes yet");
            assertThat(fresh.get("/papers").headers().firstValue("Location")).contains("/papers/date/2026-08-22");
            assertThat(fresh.get("/papers/date/2026-08-22").body()).contains("This catalogue has no lists yet.");
            assertThat(fresh.get("/papers/week/2026-W34").statusCode()).isEqualTo(200);
            assertThat(fresh.get("/papers?q=anything").body()).contains("No paper here matches");
        }
    }

    private static String location(String path) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(path).isBetween(300, 399);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static List<String> cardsOn(String page) {
        return Pattern.compile("class=\"title\"><a href=\"/papers/([^\"]+)\"")
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
