package dev.broadsheet.web.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.testing.Browser;
import dev.broadsheet.testing.SamplePapers;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.testing.Visitor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Editions in a real browser: for everybody, on a narrow and a wide screen, with and without scripts. */
class EditionBrowserTest {
    private static final String DAY = "/e/club/date/2026-08-22";
    private static final List<String> PAGES = List.of(
            "/editions",
            "/editions/new",
            "/e/club/settings",
            "/e/daily/settings",
            "/papers/submit",
            DAY,
            "/e/club/month/2026-08",
            "/e/club/date/2026-08-21",
            "/e/club/curate/2026-08-22",
            "/e/club/log",
            "/papers/trending",
            "/e/club/trending",
            "/papers/" + SamplePapers.MATHEMATICS);

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Browser browser;
    private static Person root;

    @BeforeAll
    static void start() {
        server = new TestServer(folder);
        browser = new Browser();
        root = server.program().people().add("root", "Ro Oter", Role.ADMIN);
        Visitor admin = server.visitor(root);
        admin.post(
                "/editions/new",
                "name",
                "A Club with a Rather Long Name of Its Own",
                "address",
                "club",
                "description",
                "What we read.",
                "curators",
                "root",
                "readers",
                "members",
                "submitters",
                "members",
                "voters",
                "curators",
                "zone",
                "Europe/Berlin",
                "rollover",
                "6",
                "weekdays",
                "saturday");
        admin.post(
                "/e/club/submit",
                "paper",
                SamplePapers.MATHEMATICS,
                "comment",
                "Between us.\n\nAnd no further.",
                "code",
                "https://example.org/code");
        admin.post(
                "/e/club/curate/2026-08-22",
                "paper",
                SamplePapers.HOSTILE,
                "action",
                "placed",
                "reason",
                "To be talked about");
        admin.post(
                "/e/club/curate/2026-08-22", "paper", SamplePapers.MONEY, "action", "held", "reason", "Whose is it?");
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    private static BrowserContext signedIn(NewContextOptions options) {
        BrowserContext context = browser.chromium().newContext(options);
        dev.broadsheet.site.Cookie session = server.program().sessions().begin(root, "127.0.0.1", "a test");
        context.addCookies(List.of(new Cookie(session.name(), session.value()).setUrl(server.at("/"))));
        return context;
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theyAreAccessibleAndNeverWiderThanTheScreen(ColorScheme scheme) {
        for (int width : List.of(390, 1440)) {
            try (BrowserContext context =
                    signedIn(new NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))) {
                Page page = context.newPage();
                for (String path : PAGES) {
                    page.navigate(server.at(path));
                    assertThat(new AxeBuilder(page).analyze().getViolations())
                            .as(path)
                            .isEmpty();
                    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                            .as(path)
                            .isEqualTo(true);
                    assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void aPaperIsSubmittedWithoutScripts() {
        try (BrowserContext context = signedIn(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(server.at(DAY));
            page.getByText("Submit a paper").click();
            page.locator("#field-paper").fill("arXiv:" + SamplePapers.CROWD);
            page.getByText("Submit", new Page.GetByTextOptions().setExact(true)).click();

            assertThat(page.url()).isEqualTo(server.at(DAY));
            assertThat(page.content())
                    .contains("The paper stands on the list of Saturday", "A Catalogue of Everything, by Everyone");
        }
    }
}
