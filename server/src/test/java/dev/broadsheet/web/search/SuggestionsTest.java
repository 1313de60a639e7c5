package dev.broadsheet.web.search;

import static dev.broadsheet.testing.SamplePapers.MATHEMATICS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.broadsheet.testing.Browser;
import dev.broadsheet.testing.TestServer;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search box that offers what may be meant, and the page that offers another spelling. */
class SuggestionsTest {
    @TempDir
    private static Path folder;

    private static TestServer server;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server = new TestServer(folder);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        server.close();
    }

    @Test
    void suggestionsAreASmallListInJson() {
        HttpResponse<String> titles = server.get("/suggest?q=sharper");
        assertThat(titles.statusCode()).isEqualTo(200);
        assertThat(titles.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(titles.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
        assertThat(titles.body()).startsWith("[{\"kind\":\"paper\",\"text\":\"Sharper ");
        assertThat(titles.body()).contains("\"href\":\"/papers/" + MATHEMATICS + "\"");
        assertThat(server.get("/suggest?q=mira+od").body())
                .isEqualTo("[{\"kind\":\"author\",\"text\":\"Mira Oduya\","
                        + "\"href\":\"/papers?q=author%3A%22Mira%20Oduya%22\"}]");
        assertThat(server.get("/suggest?q=stat.").body())
                .isEqualTo("[{\"kind\":\"category\",\"text\":\"stat.ML\",\"href\":\"/papers?q=cat%3Astat.ML\"}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "zzzz", "\u0000", "[a-z", "*", "\uD83D\uDE00", "<scripts>", "%"})
    void whateverNothingIsOfferedForIsAnsweredWithAnEmptyList(String typed) {
        String encoded = URLEncoder.encode(typed, StandardCharsets.UTF_8);
        assertThat(server.get("/suggest?q=" + encoded).body()).isEqualTo("[]");
        assertThat(server.get("/suggest").body()).isEqualTo("[]");
    }

    @Test
    void theListIsUsedByKeys() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = open(context);
            Locator box = page.locator("#q");
            assertThat(box.getAttribute("role")).isEqualTo("combobox");
            assertThat(box.getAttribute("aria-expanded")).isEqualTo("false");
            page.keyboard().press("/");
            page.keyboard().type("a");
            Locator options = page.locator("#q-suggestions [role=option]");
            PlaywrightAssertions.assertThat(options).not().hasCount(0);
            assertThat(box.getAttribute("aria-expanded")).isEqualTo("true");
            assertThat(box.getAttribute("aria-activedescendant")).isNull();
            int count = options.count();
            assertThat(page.locator(".search [role=status]").textContent()).isEqualTo(count + " suggestions");

            page.keyboard().press("ArrowDown");
            assertThat(box.getAttribute("aria-activedescendant"))
                    .isEqualTo(options.nth(0).getAttribute("id"));
            page.keyboard().press("ArrowUp");
            assertThat(box.getAttribute("aria-activedescendant")).isNull();
            page.keyboard().press("ArrowUp");
            assertThat(options.nth(count - 1).getAttribute("aria-selected")).isEqualTo("true");
            assertThat(page.locator("[aria-selected=true]").count()).isEqualTo(1);

            page.keyboard().press("Escape");
            PlaywrightAssertions.assertThat(page.locator("#q-suggestions")).isHidden();
            assertThat(box.getAttribute("aria-expanded")).isEqualTo("false");
            assertThat(box.inputValue()).isEqualTo("a");
            page.keyboard().press("ArrowDown");
            PlaywrightAssertions.assertThat(page.locator("#q-suggestions")).isVisible();
            page.keyboard().press("Tab");
            PlaywrightAssertions.assertThat(page.locator("#q-suggestions")).isHidden();
        }
    }

    @Test
    void enterOpensWhatIsChosenAndElseSearches() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = open(context);
            type(page, "sharper");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL("**/papers/" + MATHEMATICS);

            type(page, "mira od");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL("**/papers?q=author%3A%22Mira%20Oduya%22");

            type(page, "sharper");
            page.keyboard().press("Enter");
            page.waitForURL("**/papers?q=sharper");
        }
    }

    @Test
    void aFingerChoosesToo() {
        try (BrowserContext context = browser.chromium()
                .newContext(new NewContextOptions().setHasTouch(true).setViewportSize(390, 800))) {
            Page page = open(context);
            type(page, "sharper");
            int needed = (int) page.evaluate("() => document.documentElement.scrollWidth");
            assertThat(needed).isLessThanOrEqualTo(390);
            page.locator("#q-suggestions [role=option]").first().tap();
            page.waitForURL("**/papers/" + MATHEMATICS);
        }
    }

    @Test
    void nothingMovesWhenTheListOpens() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = open(context);
            String where = "() => JSON.stringify([...document.querySelectorAll('#q, h1, .card')]"
                    + ".map(part => part.getBoundingClientRect()))";
            Object before = page.evaluate(where);
            type(page, "sharper");
            assertThat(page.evaluate(where)).isEqualTo(before);
        }
    }

    @Test
    void anAnswerThatComesLateIsNotShown() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = open(context);
            List<Runnable> late = new ArrayList<>();
            page.route("**/suggest?q=sharper", route -> late.add(route::resume));
            page.locator("#q").focus();
            page.keyboard().type("sharper");
            page.waitForCondition(() -> !late.isEmpty());
            page.keyboard().type(" zzzz");
            page.waitForResponse("**/suggest?q=sharper%20zzzz", () -> {});
            late.forEach(Runnable::run);
            type(page, "mira od");
            PlaywrightAssertions.assertThat(page.locator("#q-suggestions [role=option]"))
                    .hasCount(1);
            PlaywrightAssertions.assertThat(page.locator("#q-suggestions [role=option]"))
                    .containsText("Mira Oduya");
        }
    }

    @Test
    void aTitleThatIsAScriptIsShownAsText() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = open(context);
            type(page, "document");
            assertThat(page.locator("#q-suggestions [role=option]").first().textContent())
                    .contains("<script>");
            assertThat(page.locator("#q-suggestions script").count()).isZero();
            assertThat(page.title()).doesNotStartWith("owned");
        }
    }

    @Test
    void theBoxBesideTheFiltersOffersThemToo() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = context.newPage();
            page.navigate(server.at("/papers?q="));
            page.locator("#filter-q").focus();
            page.keyboard().type("sharper");
            PlaywrightAssertions.assertThat(page.locator("#filter-q-suggestions [role=option]"))
                    .hasCount(1);
        }
    }

    @Test
    void anotherSpellingIsOfferedOrWasSearchedFor() {
        server.search().respells("sharpr bounds", "sharper bounds");
        assertThat(server.get("/papers?q=sharpr+bounds&category=cs.LG").body())
                .contains("Did you mean <a href=\"/papers?q=sharper%20bounds&amp;category=cs.LG\">");
        server.search().respells("sharpr", "sharper");
        assertThat(server.get("/papers?q=sharpr").body())
                .contains("No paper here holds “<bdi>sharpr</bdi>”", "/papers/" + MATHEMATICS);
        server.search().respells("<b>", "sharper\"><b>");
        assertThat(server.get("/papers?q=%3Cb%3E").body()).doesNotContain("<b>");
    }

    private static void type(Page page, String text) {
        page.locator("#q").fill("");
        page.locator("#q").focus();
        page.keyboard().type(text);
        PlaywrightAssertions.assertThat(
                        page.locator("#q-suggestions [role=option]").first())
                .isVisible();
    }

    private static Page open(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(server.at("/papers/date/2026-08-21"));
        return page;
    }
}
