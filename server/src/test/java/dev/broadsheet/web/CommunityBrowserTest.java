package dev.broadsheet.web;

import static dev.broadsheet.testing.SamplePapers.FRIDAY;
import static dev.broadsheet.testing.SamplePapers.MATHEMATICS;
import static dev.broadsheet.testing.SamplePapers.MONEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.testing.Browser;
import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.Outbox;
import dev.broadsheet.testing.SampleSource;
import dev.broadsheet.testing.TestServer;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People who meet on the pages, each in a browser of their own. */
class CommunityBrowserTest {
    private static final String PASSWORD = "ink and paper and time";

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static Browser browser;
    private static Person admin;
    private static int signedUp;

    @BeforeAll
    static void start() {
        server = new TestServer(
                folder,
                Map.of("accounts.sign-up", "open"),
                new MovableClock("2026-08-21T12:00:00Z").in(ZoneOffset.UTC));
        for (String paper : List.of("2608.40001", "2608.40002")) {
            SampleSource.announce(server.catalogue(), "cs.AI", FRIDAY, paper, Kind.NEW, "On no list yet: " + paper);
        }
        // Letters leave by a job.
        server.program().startJobs();
        admin = server.program().people().add("editor", "Edith Editor", Role.ADMIN);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        server.close();
    }

    @ParameterizedTest(name = "{0} pixels wide, scripts: {1}")
    @CsvSource({"1440, true, 2608.40001", "390, false, 2608.40002"})
    void twoPeopleSignUpSubmitVoteReplyAndSeeEachOthersWork(int width, boolean scripts, String paper) {
        String mira = "mira" + width;
        String tomas = "tomas" + width;
        try (BrowserContext hers = context(width, scripts);
                BrowserContext his = context(width, scripts)) {
            Page she = signedUp(hers, mira);
            Page he = signedUp(his, tomas);

            she.navigate(server.at("/papers/submit"));
            she.getByLabel("Paper", new Page.GetByLabelOptions().setExact(true)).fill(paper);
            she.getByLabel("Why should others read it?").fill("It is about us.");
            button(she, "Submit").click();
            assertThat(she.locator("main").innerText()).contains("The paper stands on the list of");

            he.navigate(server.at("/papers/" + paper));
            assertThat(he.locator("main").innerText()).contains(mira);
            assertThat(votes(he)).isEqualTo("false");
            he.locator("main form[action='/papers/" + paper + "/vote'] button")
                    .first()
                    .click();
            he.waitForFunction(
                    scripts ? "() => document.querySelector('main [aria-pressed=true]') !== null" : "() => true");
            assertThat(votes(he)).isEqualTo("true");
            he.getByLabel("Your comment").fill("Does it hold for $n = 1$? @" + mira + " will know.");
            button(he, "Comment").click();
            assertThat(he.locator(".comment .words").last().innerText()).contains("will know");

            she.navigate(server.at("/notices"));
            assertThat(she.locator("main").innerText()).contains(tomas);
            she.navigate(server.at("/papers/" + paper));
            assertThat(she.locator("main").innerText()).contains(tomas, "will know");
            Locator question = she.locator("article.comment", new Page.LocatorOptions().setHasText("will know"));
            question.locator("summary").first().click();
            question.getByLabel("Your answer to " + tomas).fill("It does.");
            question.locator("form.writing button").click();

            he.navigate(server.at("/notices"));
            assertThat(he.locator("main").innerText()).contains(mira);
            he.navigate(server.at("/papers/" + paper));
            assertThat(he.locator("main").innerText()).contains("It does.");
            assertThat(fits(he)).as("nothing is cut off on the right").isTrue();
        }
    }

    @Test
    void anAdminRemovesASpammerAndThePageIsClean() {
        try (BrowserContext theirs = context(1440, true);
                BrowserContext hers = context(1440, true)) {
            Page spammer = signedUp(theirs, "bargain");
            spammer.navigate(server.at("/papers/" + MATHEMATICS));
            spammer.getByLabel("Your comment").fill("Cheap shoes for everybody, today only");
            button(spammer, "Comment").click();

            Page editor = signedIn(hers, admin);
            editor.navigate(server.at("/papers/" + MATHEMATICS));
            assertThat(editor.locator("main").innerText()).contains("Cheap shoes");
            editor.locator(".comment", new Page.LocatorOptions().setHasText("Cheap shoes"))
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Moderate"))
                    .click();
            editor.getByLabel("Reason")
                    .or(editor.locator("input[name=reason]"))
                    .first()
                    .fill("sells shoes");
            editor.getByRole(
                            AriaRole.BUTTON,
                            new GetByRoleOptions().setName(Pattern.compile("Suspend.*hide", Pattern.CASE_INSENSITIVE)))
                    .click();

            editor.navigate(server.at("/papers/" + MATHEMATICS));
            spammer.navigate(server.at("/papers/" + MATHEMATICS));
            assertThat(server.visitor().get("/papers/" + MATHEMATICS).body()).doesNotContain("Cheap shoes");
            assertThat(server.visitor().get("/log").body())
                    .contains("sells shoes")
                    .doesNotContain("Cheap shoes");
            assertThat(spammer.getByLabel("Your comment").count()).isZero();
        }
    }

    /** Of pages at which no room's own test looks in a browser. */
    @ParameterizedTest(name = "{0} pixels wide, dark: {1}")
    @CsvSource({"1440, false", "390, true"})
    void noPageHasABarrier(int width, boolean dark) {
        List<String> barriers = new ArrayList<>();
        try (BrowserContext anybodys = context(width, dark, true);
                BrowserContext hers = context(width, dark, true)) {
            Page anybody = anybodys.newPage();
            for (String path : List.of("/sign-in", "/reset-password", "/log", "/papers/" + MONEY)) {
                barriers.addAll(barriers(anybody, path));
            }
            Page editor = signedIn(hers, admin);
            for (String path : List.of(
                    "/papers/" + MATHEMATICS,
                    "/notices",
                    "/moderation",
                    "/admin",
                    "/admin/people",
                    "/admin/people/editor",
                    "/admin/invitations",
                    "/admin/settings",
                    "/admin/jobs",
                    "/admin/audit")) {
                barriers.addAll(barriers(editor, path));
            }
        }
        assertThat(barriers).isEmpty();
    }

    private static List<String> barriers(Page page, String path) {
        int status = page.navigate(server.at(path)).status();
        List<String> found = new ArrayList<>();
        if (status != 200) {
            found.add(path + " answers " + status);
        }
        if (!fits(page)) {
            found.add(path + " is wider than the window");
        }
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(rule -> found.add(path + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml())
                                .limit(2)
                                .toList()));
        return found;
    }

    private static boolean fits(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
    }

    private static BrowserContext context(int width, boolean scripts) {
        return context(width, false, scripts);
    }

    private static BrowserContext context(int width, boolean dark, boolean scripts) {
        return browser.chromium()
                .newContext(new NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setJavaScriptEnabled(scripts));
    }

    private static Locator button(Page page, String words) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(words).setExact(true));
    }

    private static String votes(Page page) {
        return page.locator("main [aria-pressed]").first().getAttribute("aria-pressed");
    }

    private static Page signedIn(BrowserContext context, Person person) {
        String cookie = server.visitor(person).cookies().replaceAll(".*(broadsheet-session)=([^;]+).*", "$2");
        context.addCookies(List.of(new Cookie("broadsheet-session", cookie).setUrl(server.at("/"))));
        return context.newPage();
    }

    private static Page signedUp(BrowserContext context, String name) {
        Page page = context.newPage();
        page.navigate(server.at("/sign-up"));
        page.getByLabel("E-mail address").fill(name + "@example.org");
        button(page, "Send the link").click();
        page.navigate(server.at(new Outbox(folder).last(++signedUp).link()));
        page.getByLabel("User name").fill(name);
        page.getByLabel("Password").fill(PASSWORD);
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator(".personal").innerText()).contains(name);
        return page;
    }
}
