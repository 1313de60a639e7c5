package dev.broadsheet.web.vote;

import static dev.broadsheet.testing.SamplePapers.CROWD;
import static dev.broadsheet.testing.SamplePapers.MATHEMATICS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.broadsheet.account.Role;
import dev.broadsheet.testing.Browser;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.vote.VoteCount;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Voting in a real browser. */
class VoteBrowserTest {
    private static final String DAY = "/papers/date/2026-08-21";

    @TempDir
    private Path folder;

    private TestServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new TestServer(folder);
        browser = new Browser();
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void theButtonWorksInPlace() {
        try (BrowserContext context = signedIn("ada", new NewContextOptions())) {
            Page page = context.newPage();
            page.navigate(server.at(DAY));
            Locator button = button(page, CROWD);
            int before = votes(button);
            button.click();
            page.locator("form[action='/papers/" + CROWD + "/vote'] button[aria-pressed=true]")
                    .waitFor();
            assertThat(votes(button)).isEqualTo(before + 1);
            assertThat(here(CROWD)).isEqualTo(1);
            assertThat(page.url()).isEqualTo(server.at(DAY));
            button.click();
            page.locator("form[action='/papers/" + CROWD + "/vote'] button[aria-pressed=false]")
                    .waitFor();
            assertThat(votes(button)).isEqualTo(before);
            assertThat(here(CROWD)).isZero();
        }
    }

    @Test
    void theKeyVotesForTheChosenPaper() {
        try (BrowserContext context = signedIn("ada", new NewContextOptions())) {
            Page page = context.newPage();
            page.navigate(server.at(DAY));
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("u");
            page.locator("button[aria-pressed=true]").waitFor();
            assertThat(here(MATHEMATICS)).isEqualTo(1);
            page.navigate(server.at("/papers/" + CROWD));
            page.keyboard().press("u");
            page.locator(".upvoting button[aria-pressed=true]").waitFor();
            assertThat(here(CROWD)).isEqualTo(1);
        }
    }

    @Test
    void withoutJavaScriptTheButtonLeadsBack() {
        NewContextOptions options = new NewContextOptions().setJavaScriptEnabled(false);
        try (BrowserContext context = signedIn("ada", options)) {
            Page page = context.newPage();
            page.navigate(server.at(DAY));
            button(page, CROWD).click();
            assertThat(page.url()).isEqualTo(server.at(DAY));
            assertThat(button(page, CROWD).getAttribute("aria-pressed")).isEqualTo("true");
        }
    }

    @Test
    void nothingHasToBeScrolledSideways() {
        try (BrowserContext context = signedIn("ada", new NewContextOptions())) {
            for (String path : List.of(DAY, "/papers/" + MATHEMATICS, "/papers/" + CROWD + "/votes")) {
                Page page = context.newPage();
                page.navigate(server.at(path));
                for (int width : List.of(1440, 820, 390, 320)) {
                    page.setViewportSize(width, 900);
                    int needed = (int) page.evaluate("() => document.documentElement.scrollWidth");
                    assertThat(needed).as("%s at %d", path, width).isLessThanOrEqualTo(width);
                }
                page.close();
            }
        }
    }

    private BrowserContext signedIn(String name, NewContextOptions options) {
        BrowserContext context = browser.chromium().newContext(options);
        String cookies = server.visitor(name, Role.MEMBER).cookies();
        context.addCookies(Arrays.stream(cookies.split("; "))
                .map(cookie -> new Cookie(
                                cookie.substring(0, cookie.indexOf('=')), cookie.substring(cookie.indexOf('=') + 1))
                        .setUrl(server.at("/")))
                .toList());
        return context;
    }

    private static Locator button(Page page, String id) {
        return page.locator("form[action='/papers/" + id + "/vote'] button");
    }

    private static int votes(Locator button) {
        return Integer.parseInt(button.locator(".votes").textContent().replace(",", ""));
    }

    private int here(String id) {
        long number = server.catalogue().find(id).orElseThrow().number();
        return server.program()
                .votes()
                .counts(List.of(number))
                .getOrDefault(number, VoteCount.NONE)
                .counted();
    }
}
