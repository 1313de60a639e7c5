package dev.broadsheet.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.testing.Browser;
import dev.broadsheet.testing.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search page over the real index: 100 papers on rivers, the i-th with i votes. */
class SearchPagesTest {
    private static final Pattern TITLE = Pattern.compile("dir=\"auto\">(?:<mark>)?Rivers?(?:</mark>)?, part (\\d+)<");
    private static final Pattern NEXT = Pattern.compile("class=\"later\" href=\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.searching(folder, SearchPagesTest::fill);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void fill(Catalogue catalogue) {
        catalogue.write(writer -> {
            for (int i = 1; i <= 100; i++) {
                MetadataBuilder paper = Metadata.titled("River, part " + i)
                        .abstractText("Of water.")
                        .authors(List.of(Author.named("Ada Presswell")))
                        .categories(
                                switch (i % 4) {
                                    case 0 -> List.of("hep-th", "cs.CL");
                                    case 1 -> List.of("cell biology");
                                    case 2 -> List.of("cs.LG");
                                    default -> List.of("cs.CL");
                                })
                        .published(PartialDate.of(LocalDate.of(2020 + i % 5, 3, 1 + i % 28)));
                if (i % 10 == 0) {
                    paper.link(Link.to(Link.Kind.CODE, "https://example.org/code"));
                }
                long number = writer.add(paper.build(), Instant.EPOCH);
                writer.appear(
                        number, new Appearance("huggingface", LocalDate.of(2026, 8, 21), i, i, 100 - i, null, null));
            }
            return 0;
        });
    }

    @Test
    void pagesFollowOneAnotherWhilePapersArrive(@TempDir Path other) {
        try (TestServer busy = TestServer.searching(other, SearchPagesTest::fill)) {
            List<String> seen = new ArrayList<>();
            @Nullable String path = "/papers?q=river&sort=votes";
            int pages = 0;
            while (path != null && pages < 10) {
                String body = busy.get(path).body();
                pages++;
                assertThat(body).contains(pages == 1 ? "100 papers, most votes first" : "First page");
                seen.addAll(parts(body));
                path = next(body);
                int arrived = pages;
                busy.catalogue()
                        .write(writer -> writer.add(
                                Metadata.titled("River, part " + 1000 * arrived).build(), Instant.EPOCH));
                busy.catchUp();
            }
            assertThat(pages).isEqualTo(4);
            assertThat(seen)
                    .hasSize(100)
                    .doesNotHaveDuplicates()
                    .startsWith("100", "99")
                    .endsWith("1");
        }
    }

    @Test
    void theAddressOfFormerPagesLeadsToTheFirst() {
        assertThat(parts(server.get("/papers?q=river&p=2").body()))
                .isEqualTo(parts(server.get("/papers?q=river").body()))
                .hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "-1",
                "99999999999999999999",
                "%F0%9F%93%B0",
                "%00",
                "null",
                "..%2F..%2Fetc",
                "AAAA",
                "%22%3E%3Cscript%3E"
            })
    void whatIsNoCursorLeadsToTheFirstPage(String cursor) {
        HttpResponse<String> page = server.get("/papers?q=river&cursor=" + cursor);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(parts(page.body()))
                .isEqualTo(parts(server.get("/papers?q=river").body()));
        assertThat(page.body()).doesNotContain("<script>\"");
        assertThat(server.get("/papers?q=river&cursor=" + "A".repeat(6_000)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCountLeavesAsManyPapersAsItSays() {
        String body = server.get("/papers?q=river").body();
        assertThat(body)
                .contains(">hep-th</a> <span class=\"figure\">25<", ">cell biology</a> <span class=\"figure\">25<");
        assertThat(body).contains(">cs.CL</a> <span class=\"figure\">50<", ">2021</a> <span class=\"figure\">20<");
        assertThat(body).contains(">with code</a> <span class=\"figure\">10<");
        for (Count offered : counts(body)) {
            String narrowed = server.get(offered.href).body();
            assertThat(narrowed)
                    .as(offered.href)
                    .contains(offered.papers + " papers, best first")
                    .contains("(1 chosen)", ">remove<");
        }
    }

    @Test
    void filtersAloneListAllThatPass() {
        String body = server.get("/papers?q=&category=hep-th&code=1").body();
        assertThat(body).contains("5 papers, newest first", "(2 chosen)");
        assertThat(server.get("/papers?q=&sort=votes").body()).contains("100 papers, most votes first");
        // A category that is chosen can be left, not widened; a field can be narrowed.
        assertThat(body).doesNotContain("category=cs.CL");
        assertThat(server.get("/papers?q=&category=cs.*").body())
                .contains("category=cs.CL")
                .doesNotContain("category=hep-th");
        assertThat(server.get("/papers?q=").body()).contains("Write what you look for");
    }

    @Test
    void categoriesAreTypedWithCommasOrSpacesAndWordsStayTogether() {
        assertThat(server.get("/papers?q=&category=hep-th,+cell+biology").body())
                .contains("50 papers");
        assertThat(server.get("/papers?q=&category=hep-th+cs.LG").body()).contains("50 papers");
        assertThat(server.get("/papers?q=&category=cell+biology&category=cs.CL").body())
                .contains("75 papers");
        assertThat(server.get("/papers?q=&category=,%20,").body()).contains("Write what you look for");
    }

    @Test
    void moreFiltersThanAnybodyChoosesAreRefusedWithAReason() {
        StringBuilder many = new StringBuilder();
        StringBuilder spaced = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            many.append("c.").append(i).append(',');
            spaced.append("c.").append(i).append('+');
        }
        assertThat(server.get("/papers?q=river&category=" + many).body()).contains("At most 50");
        assertThat(server.get("/papers?q=river&category=" + spaced).body()).contains("At most 50");
    }

    @Test
    void aYearThatNobodyMeansIsNoDate() {
        assertThat(server.get("/papers?q=river&from=%2B999999999-01-01&until=%2B999999999-12-31")
                        .body())
                .contains("is not a date");
    }

    @Test
    void whatCannotBeUnderstoodIsSaid() {
        assertThat(server.get("/papers?q=river&sort=fame").body())
                .contains("The order is relevance, date, votes or comments, not “fame”.");
        assertThat(server.get("/papers?q=river&ranking=fame").body())
                .contains("The ranking is full, words or meaning, not “fame”.");
        assertThat(server.get("/papers?q=river&from=0000-13-01&sort=votes").body())
                .contains("is not a date");
        assertThat(server.get("/papers?q=&from=%2B999999999-12-31").statusCode())
                .isEqualTo(200);
        assertThat(server.get("/papers?q=&until=-999999999-01-01&explain=1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void reasonsAreGivenWhereTheyAreAskedFor() {
        assertThat(server.get("/papers?q=rivers").body()).doesNotContain("Why is this here?");
        String body = server.get("/papers?q=rivers&explain=1").body();
        assertThat(body).contains("Why is this here?", "It holds “River”.", "Hide why each is here", ">words</th>");
        assertThat(server.get(Objects.requireNonNull(next(body))).body())
                .contains("Why is this here?", "It holds “River”.");
        assertThat(server.get("/papers?q=%22River,+part+7%22&explain=1").body()).contains("Why is this here?");
        assertThat(server.get("/papers?q=River,+part+7&explain=1").body()).contains("The query names its title");
        assertThat(server.get("/papers?q=Ada+Presswell&explain=1").body())
                .contains("The query names one of its authors");
    }

    @Test
    void withoutJavaScriptAReaderNarrowsOrdersTurnsThePageAndGoesBack() {
        try (Browser browser = new Browser();
                BrowserContext context = browser.chromium()
                        .newContext(new NewContextOptions()
                                .setJavaScriptEnabled(false)
                                .setViewportSize(390, 800))) {
            Page page = context.newPage();
            page.navigate(server.at("/papers?q=river"));
            Locator filters = page.locator("aside .narrowing > summary");
            assertThat(page.getByText("hep-th").first().isVisible()).isFalse();
            filters.click();
            page.locator(".facet a", new Page.LocatorOptions().setHasText("cs.CL"))
                    .click();
            assertThat(page.locator(".papers .summary").first().textContent()).startsWith("50 papers");
            page.locator(".sorting a", new Page.LocatorOptions().setHasText("most votes"))
                    .click();
            assertThat(page.locator(".card .title").first().textContent()).isEqualTo("River, part 100");
            page.locator(".steps .later").click();
            assertThat(page.locator(".papers .summary").first().textContent())
                    .isEqualTo("Papers 31 to 50 of 50, most votes first");
            page.goBack();
            assertThat(page.locator(".card .title").first().textContent()).isEqualTo("River, part 100");
            page.goForward();
            page.locator(".steps a").first().click();
            assertThat(page.locator(".card .title").first().textContent()).isEqualTo("River, part 100");
            page.locator(".sorting a", new Page.LocatorOptions().setHasText("Show why"))
                    .click();
            page.locator(".why summary").first().click();
            assertThat(page.locator(".why table").first().isVisible()).isTrue();
            filters.click();
            page.locator(".facet .chosen a").click();
            assertThat(page.locator(".papers .summary").first().textContent()).startsWith("100 papers");
            assertThat(page.locator("aside").isVisible()).isTrue();
        }
    }

    @Test
    void onAWideScreenTheFiltersStandOpenAndNothingIsWiderThanTheScreen() {
        try (Browser browser = new Browser()) {
            for (int width : new int[] {320, 390, 820, 1440}) {
                try (BrowserContext context =
                        browser.chromium().newContext(new NewContextOptions().setViewportSize(width, 900))) {
                    Page page = context.newPage();
                    page.navigate(server.at("/papers?q=rivers&explain=1"));
                    page.locator(".why summary").first().click();
                    assertThat(page.locator(".facet").first().isVisible())
                            .as("%d", width)
                            .isEqualTo(width >= 1024);
                    assertThat(
                                    (Boolean)
                                            page.evaluate(
                                                    "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                            .as("%d", width)
                            .isTrue();
                }
            }
        }
    }

    private record Count(String href, int papers) {}

    private static List<Count> counts(String body) {
        Pattern count = Pattern.compile(
                "href=\"([^\"]+)\" rel=\"nofollow\" dir=\"auto\">[^<]+</a> <span class=\"figure\">(\\d+)<");
        List<Count> counts = count.matcher(body)
                .results()
                .map(found -> new Count(unescaped(found.group(1)), Integer.parseInt(found.group(2))))
                .toList();
        assertThat(counts).hasSizeGreaterThan(8);
        return counts;
    }

    private static List<String> parts(String body) {
        return TITLE.matcher(body)
                .results()
                .map((MatchResult title) -> title.group(1))
                .toList();
    }

    private static @Nullable String next(String body) {
        return NEXT.matcher(body)
                .results()
                .map(link -> unescaped(link.group(1)))
                .findFirst()
                .orElse(null);
    }

    private static String unescaped(String attribute) {
        return attribute.replace("&amp;", "&");
    }
}
