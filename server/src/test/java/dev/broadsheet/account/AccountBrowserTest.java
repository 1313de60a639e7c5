package dev.broadsheet.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.broadsheet.testing.Browser;
import dev.broadsheet.testing.TestServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the first link to the last farewell in a real browser, each page looked at by axe. */
class AccountBrowserTest {
    private static final String PASSWORD = "a fine long password";

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server = new TestServer(folder, Map.of("accounts.sign-up", "open"), Clock.systemUTC());
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"390, LIGHT, true", "390, DARK, false", "1440, LIGHT, false", "1440, DARK, true"})
    void somebodyComesAndGoes(int width, ColorScheme scheme, boolean scripts) {
        String name = "mira" + width + (scripts ? "s" : "n");
        String link =
                server.program().moderation().invite(null, Role.MEMBER, "").orElseThrow();
        try (BrowserContext context = browser.chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setJavaScriptEnabled(scripts)
                        .setColorScheme(scheme))) {
            Page page = context.newPage();
            for (String path : List.of("/sign-in", "/sign-up", "/reset-password", "/account", "/link/none")) {
                page.navigate(server.at(path));
                check(page, scripts);
            }
            page.navigate(link);
            check(page, scripts);
            page.locator("#field-name").fill(name);
            page.locator("#field-password").fill(PASSWORD);
            page.locator("main button[type=submit]").click();
            assertThat(page.locator(".flash").innerText()).contains("Welcome, " + name);
            check(page, scripts);

            page.locator("#field-full_name").fill("Mira Lund");
            page.locator("text=Save the profile").click();
            assertThat(page.locator(".flash").innerText()).contains("saved");
            page.locator("#field-old_password").fill("not the one");
            page.locator("#field-password").fill(PASSWORD);
            page.locator("text=Change the password").click();
            assertThat(page.locator("#help-old_password").innerText()).contains("not your password");
            check(page, scripts);

            page.navigate(server.at("/sign-out"));
            check(page, scripts);
            page.locator("main button[type=submit]").click();
            page.navigate(server.at("/sign-in"));
            page.locator("#field-login").fill(name);
            page.locator("#field-password").fill(PASSWORD);
            page.locator("main button[type=submit]").first().click();
            assertThat(page.locator(".personal").innerText()).contains(name);

            page.navigate(server.at("/account/delete"));
            check(page, scripts);
            page.locator("#words-stay").check();
            page.locator("#field-password").fill(PASSWORD);
            page.locator("text=Delete my account").click();
            assertThat(page.locator(".flash").innerText()).contains("deleted");
        }
    }

    /** Axe itself is a script. */
    private static void check(Page page, boolean scripts) {
        if (scripts) {
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as(page.url())
                    .isEmpty();
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(page.url())
                .isEqualTo(true);
        assertThat(page.locator("h1").count()).as(page.url()).isEqualTo(1);
    }
}
