package dev.broadsheet.web;

import static dev.broadsheet.testing.SamplePapers.CROWD;
import static dev.broadsheet.testing.SamplePapers.FRIDAY;
import static dev.broadsheet.testing.SamplePapers.HOSTILE;
import static dev.broadsheet.testing.SamplePapers.HUGE;
import static dev.broadsheet.testing.SamplePapers.MATHEMATICS;
import static dev.broadsheet.testing.SamplePapers.MONEY;
import static dev.broadsheet.testing.SamplePapers.NAMES;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.testing.Browser;
import dev.broadsheet.testing.SamplePapers;
import dev.broadsheet.testing.SampleSource;
import dev.broadsheet.testing.TestServer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages in a real browser. */
class BrowserTest {
    private static final String DAY = "/papers/date/2026-08-21";
    private static final List<String> PAGES = List.of(
            DAY,
            "/papers/week/2026-W34",
            "/papers/" + MATHEMATICS,
            "/papers/" + CROWD,
            "/papers/" + HOSTILE,
            "/papers/" + HUGE,
            "/papers/" + NAMES,
            "/papers?q=reading+attention",
            "/papers?q=x&from=never",
            "/papers/date/2026-08-22",
            "/papers/unknown",
            "/papers/date/2026-08-06",
            DAY + "?all=1&category=cs.AI",
            "/status",
            "/status/arxiv");

    private static final LocalDate THURSDAY = LocalDate.of(2026, 8, 6);
    private static final List<String> PARTS = List.of("cs.AI", "cs.CL", "physics.flu-dyn", "stat.ML");

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server = new TestServer(
                folder,
                catalogue -> {
                    SamplePapers.addTo(catalogue);
                    for (int i = 0; i < PARTS.size(); i++) {
                        String part = PARTS.get(i);
                        SampleSource.announce(catalogue, part, THURSDAY, "2608.4000" + i, Kind.NEW, "News in " + part);
                        SampleSource.announce(catalogue, part, FRIDAY, "2608.4100" + i, Kind.NEW, "News in " + part);
                        SampleSource.announceOnly(catalogue, part, FRIDAY, "2608.4200" + i, Kind.CROSS);
                        SampleSource.count(catalogue, part, FRIDAY, 2);
                    }
                    SampleSource.run(catalogue, "BROKEN_OFF", "feed: " + "averyveryverylongword".repeat(10));
                },
                List.of(new SampleSource(PARTS)),
                List::of);
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
    void mathematicsIsSet() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = open(context, "/papers/" + MATHEMATICS);
            assertThat(page.locator("h1 .katex").count()).isEqualTo(3);
            assertThat(page.locator(".abstract .katex-display").count()).isEqualTo(1);
            assertThat(page.locator(".math:not([data-set])").count()).isZero();
            assertThat(page.locator(".katex-error").count()).isZero();
            assertThat(page.locator(".katex math").first().textContent()).contains("ℓ");
        }
    }

    @Test
    void aLoneDollarIsLeftAlone() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = open(context, "/papers/" + MONEY);
            assertThat(page.locator("h1").textContent()).isEqualTo("Training for $5: Small Models from $5 to $10");
            assertThat(page.locator(".abstract").textContent())
                    .isEqualTo("It costs $5, or US$ 3 million at most; $100 buys 50% more.");
        }
    }

    @Test
    void everyPageLoadsFromHereOnlyAndWithoutComplaint() {
        List<String> complaints = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        try (BrowserContext context = browser.chromium().newContext()) {
            context.onRequest(request -> {
                if (!request.url().startsWith(server.at("/"))) {
                    foreign.add(request.url());
                }
            });
            context.onConsoleMessage(message -> {
                // Chromium reports the status of a page that is meant to be a 404 as an error.
                if (!message.text().contains("status of 404")) {
                    complaints.add(message.text() + " at " + message.location());
                }
            });
            context.onWebError(error -> complaints.add(error.error()));
            for (String path : PAGES) {
                open(context, path).close();
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(foreign).isEmpty();
    }

    @Test
    void withoutJavaScriptEverythingIsThere() {
        try (BrowserContext context =
                browser.chromium().newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(server.at(DAY));
            assertThat(page.locator(".card").count()).isEqualTo(8);
            assertThat(page.locator(".card .math").first().textContent()).isEqualTo("\\ell_p");
            page.locator(".card summary").first().click();
            assertThat(page.getByText("Author Number600").isVisible()).isTrue();
            page.locator("a[rel=prev]").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Thursday, 20 August 2026");
            page.locator("#q").fill("attention bounds");
            page.locator(".masthead button").click();
            assertThat(page.locator(".card .title mark").allTextContents()).contains("Attention");
            page.locator(".card .title a").first().click();
            assertThat(page.url()).isEqualTo(server.at("/papers/" + MATHEMATICS));
            assertThat(page.locator("button[data-copy]").isVisible()).isFalse();
            assertThat(page.locator(".keys-hint").isVisible()).isFalse();
        }
    }

    @Test
    void theKeysWork() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = open(context, DAY);
            page.keyboard().press("j");
            page.keyboard().press("j");
            assertThat(page.locator(".card.chosen .title a").getAttribute("href"))
                    .isEqualTo("/papers/" + MATHEMATICS);
            page.keyboard().press("k");
            assertThat(page.locator(".card.chosen .title a").getAttribute("href"))
                    .isEqualTo("/papers/" + CROWD);
            page.keyboard().press("?");
            assertThat(page.locator("dialog").textContent()).contains("previous list");
            page.keyboard().press("Escape");
            page.keyboard().press("/");
            page.keyboard().type("j/?");
            assertThat(page.locator("#q").inputValue()).isEqualTo("j/?");
            page.locator("h1").click();
            page.keyboard().press("[");
            page.waitForURL("**/papers/date/2026-08-20");
            page.keyboard().press("]");
            page.waitForURL("**" + DAY);
            page.keyboard().press("j");
            page.keyboard().press("o");
            page.waitForURL("**/papers/" + CROWD);
            page.goBack();
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForURL("**/papers/" + CROWD);
        }
    }

    @Test
    void theKeysCanBeSwitchedOffAndOnAgain() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = open(context, DAY);
            page.locator("button[data-keys]").click();
            page.getByLabel("Use these keys").uncheck();
            page.keyboard().press("Escape");
            for (String key : List.of("j", "/", "?", "[")) {
                page.keyboard().press(key);
            }
            assertThat(page.locator(".card.chosen, #q:focus, dialog[open]").count())
                    .isZero();
            page.reload();
            assertThat(page.url()).isEqualTo(server.at(DAY));
            page.keyboard().press("j");
            assertThat(page.locator(".card.chosen").count()).isZero();
            page.locator("button[data-keys]").click();
            assertThat(page.getByLabel("Use these keys").isChecked()).isFalse();
            page.getByLabel("Use these keys").check();
            page.getByText("Close").click();
            page.keyboard().press("j");
            assertThat(page.locator(".card.chosen").count()).isEqualTo(1);
        }
    }

    @Test
    void bracketsWorkOnKeyboardsThatComposeThem() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = open(context, DAY);
            for (String others :
                    List.of("key: 'j', altKey: true", "key: 'j', ctrlKey: true", "key: '[', metaKey: true")) {
                press(page, others);
            }
            assertThat(page.locator(".card.chosen").count()).isZero();
            press(page, "key: '[', ctrlKey: true, altKey: true, modifierAltGraph: true");
            page.waitForURL("**/papers/date/2026-08-20");
            press(page, "key: ']', altKey: true");
            page.waitForURL("**" + DAY);
        }
    }

    private static void press(Page page, String event) {
        page.evaluate("() => { document.body.dispatchEvent(" + "new KeyboardEvent('keydown', { " + event
                + ", bubbles: true, cancelable: true })); }");
    }

    @Test
    void theCitationIsCopied() {
        try (BrowserContext context = browser.chromium()
                .newContext(new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")))) {
            Page page = open(context, "/papers/" + MATHEMATICS);
            page.locator("button[data-copy]").click();
            page.getByText("Copied").waitFor();
            assertThat(page.evaluate("() => navigator.clipboard.readText()"))
                    .asString()
                    .startsWith("@article{oduya2026sharper");
        }
    }

    @Test
    void aScriptInATitleDoesNotRun() {
        try (BrowserContext context = browser.chromium().newContext()) {
            List<String> dialogs = new ArrayList<>();
            Page page = context.newPage();
            page.onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            for (String path : List.of(DAY, "/papers/" + HOSTILE, "/papers?q=quotes")) {
                page.navigate(server.at(path));
                assertThat(page.title()).doesNotStartWith("owned");
                assertThat(page.locator("a[href^='javascript']").count()).isZero();
                assertThat(page.locator("main img, main script").count()).isZero();
            }
            assertThat(dialogs).isEmpty();
        }
    }

    @Test
    void nothingHasToBeScrolledSideways() {
        try (BrowserContext context = browser.chromium().newContext()) {
            for (String path : PAGES) {
                Page page = open(context, path);
                for (int width : List.of(1440, 820, 390, 320)) {
                    page.setViewportSize(width, 900);
                    int needed = (int) page.evaluate("() => document.documentElement.scrollWidth");
                    assertThat(needed).as("%s at %d", path, width).isLessThanOrEqualTo(width);
                }
                page.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void wordsStandOutFromThePaper(ColorScheme scheme) {
        try (BrowserContext context = browser.chromium().newContext(new NewContextOptions().setColorScheme(scheme))) {
            Page page = open(context, DAY);
            for (String pair : List.of(
                    "ink/paper",
                    "soft/paper",
                    "press/paper",
                    "press-on/press",
                    "mark-ink/mark",
                    "trouble/paper",
                    "ink/raised")) {
                int slash = pair.indexOf('/');
                double ratio = contrast(page, pair.substring(0, slash), pair.substring(slash + 1));
                assertThat(ratio).as("%s in %s", pair, scheme).isGreaterThanOrEqualTo(4.5);
            }
            assertThat(contrast(page, "edge", "paper")).as("edges of controls").isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void everyPageHasAnOutlineAndLandmarks() {
        try (BrowserContext context = browser.chromium().newContext()) {
            for (String path : PAGES) {
                Page page = open(context, path);
                assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
                assertThat(page.locator("main").count()).as(path).isEqualTo(1);
                assertThat(page.locator("html[lang]").count()).as(path).isEqualTo(1);
                assertThat(page.locator("input:not([type=hidden])").all())
                        .as(path)
                        .allSatisfy(input -> assertThat(page.locator("label[for='" + input.getAttribute("id") + "']")
                                        .count())
                                .isEqualTo(1));
                page.keyboard().press("Tab");
                assertThat(page.evaluate("() => document.activeElement.className"))
                        .as(path)
                        .isEqualTo("skip");
                page.close();
            }
        }
    }

    @Test
    void onPaperOnlyThePapersArePrinted() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = open(context, DAY);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".masthead .search").isVisible()).isFalse();
            assertThat(page.locator(".card .title").first().isVisible()).isTrue();
        }
    }

    private static Page open(BrowserContext context, String path) {
        Page page = context.newPage();
        page.navigate(server.at(path));
        return page;
    }

    /** The contrast of two of our colours, by WCAG 2.2's definition of relative luminance. */
    private static double contrast(Page page, String foreground, String background) {
        double one = luminance(page, foreground);
        double other = luminance(page, background);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Page page, String colour) {
        String hex = ((String) page.evaluate(
                        "name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim()",
                        colour))
                .substring(1);
        double[] weights = {0.2126, 0.7152, 0.0722};
        double luminance = 0;
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
            luminance += weights[i] * (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return luminance;
    }
}
