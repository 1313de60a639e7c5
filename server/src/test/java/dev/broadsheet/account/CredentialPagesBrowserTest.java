package dev.broadsheet.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.broadsheet.testing.Browser;
import dev.broadsheet.testing.TestServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of keys, passkeys and identities for everybody: in light and dark, on a narrow and a wide screen. */
class CredentialPagesBrowserTest {
    private static final List<String> PAGES =
            List.of("/account/keys", "/account/passkeys", "/account/identities", "/sign-in", "/sign-in/passkey");

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server = new TestServer(
                folder,
                Map.of(
                        "oidc.university.issuer", "https://login.university.example",
                        "oidc.university.client-id", "broadsheet",
                        "oidc.university.label", "The University"),
                Clock.systemUTC());
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theyAreAccessibleAndNeverWiderThanTheScreen(ColorScheme scheme) {
        Person person =
                server.program().people().add("mira-" + scheme.name().toLowerCase(Locale.ROOT), "", Role.MEMBER);
        dev.broadsheet.site.Cookie session = server.program().sessions().begin(person, "127.0.0.1", "a test");
        for (int width : List.of(390, 1440)) {
            try (BrowserContext context = browser.chromium()
                    .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                            .setViewportSize(width, 900)
                            .setColorScheme(scheme))) {
                context.addCookies(List.of(new Cookie(session.name(), session.value()).setUrl(server.at("/"))));
                Page page = context.newPage();
                page.navigate(server.at("/account/keys"));
                makeKey(page, "notebook " + width);
                check(page);
                makeKey(page, "");
                check(page);
                for (String path : PAGES) {
                    page.navigate(server.at(path));
                    check(page);
                }
            }
        }
    }

    private static void makeKey(Page page, String name) {
        page.getByLabel("Name").fill(name);
        page.locator("#field-name").evaluate("field => field.required = false");
        page.getByText("Make the key").click();
    }

    private static void check(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(page.url())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(page.url())
                .isEqualTo(true);
        assertThat(page.locator("h1").count()).isEqualTo(1);
    }
}
