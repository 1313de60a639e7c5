package dev.broadsheet.web.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Shown;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.testing.Browser;
import dev.broadsheet.testing.SamplePapers;
import dev.broadsheet.testing.TestServer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People, authors and claims for everybody: in light and dark, on a narrow and a wide screen. */
class PersonPagesBrowserTest {
    private static final List<String> PAGES = List.of(
            "/people",
            "/people/mira",
            "/people/mira/upvoted",
            "/people/cleo",
            "/following",
            "/authors/mira",
            "/authors/Tomas%20Rehn",
            "/claims",
            "/claims/new?paper=" + SamplePapers.CROWD,
            "/papers/" + SamplePapers.MATHEMATICS);

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Browser browser;
    private static Person cleo;

    @BeforeAll
    static void start() {
        server = TestServer.searching(folder, SamplePapers::addTo);
        browser = new Browser();
        Person mira = server.program().people().add("mira", "Mira Oduya", Role.MEMBER);
        cleo = server.program().people().add("cleo", "Cleo Curator", Role.CURATOR);
        server.program()
                .database()
                .write(transaction ->
                        transaction.execute("update person set shows = ?", Shown.words(EnumSet.allOf(Shown.class))));
        var authorship = server.program().authorship();
        authorship.claim(mira, paper(SamplePapers.MATHEMATICS), "Mira Oduya");
        authorship.confirm(cleo, paper(SamplePapers.MATHEMATICS), mira);
        authorship.claim(mira, paper(SamplePapers.TWICE), "Ada Presswell");
        authorship.claim(mira, paper(SamplePapers.HOSTILE), "O'Brien & Sons");
        authorship.claim(cleo, paper(SamplePapers.OLD), "Ada Presswell");
        authorship.refuse(cleo, paper(SamplePapers.HOSTILE), mira, "Another person of that name");
        for (String id :
                List.of(SamplePapers.CROWD, SamplePapers.HOSTILE, SamplePapers.NAMES, SamplePapers.MATHEMATICS)) {
            server.program().votes().cast(mira, paper(id).number(), true);
        }
        server.program()
                .discussion()
                .comments()
                .write(mira, paper(SamplePapers.NAMES).number(), null, "A study that I return to again and again.");
        server.program().follows().follow(cleo, mira);
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theyAreAccessibleAndNeverWiderThanTheScreen(ColorScheme scheme) {
        dev.broadsheet.site.Cookie session = server.program().sessions().begin(cleo, "127.0.0.1", "a test");
        for (int width : List.of(390, 1440)) {
            try (BrowserContext context = browser.chromium()
                    .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                            .setViewportSize(width, 900)
                            .setColorScheme(scheme))) {
                context.addCookies(List.of(new Cookie(session.name(), session.value()).setUrl(server.at("/"))));
                Page page = context.newPage();
                for (String path : PAGES) {
                    page.navigate(server.at(path));
                    check(page);
                }
            }
        }
    }

    private static void check(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(page.url())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(page.url())
                .isEqualTo(true);
        assertThat(page.locator("h1").count()).as(page.url()).isEqualTo(1);
    }

    private static Paper paper(String id) {
        return server.catalogue().find(id).orElseThrow();
    }
}
