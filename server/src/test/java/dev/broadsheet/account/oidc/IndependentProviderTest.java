package dev.broadsheet.account.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.broadsheet.testing.Browser;
import dev.broadsheet.testing.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Signing in with a provider that others wrote: npm's {@code oidc-provider}, in a process of Node. Skipped, saying why,
 * where there is no Node or where npm cannot bring the package.
 */
class IndependentProviderTest {
    private static final String PACKAGE = "oidc-provider@8.8.1";
    private static final Path PLACE = Path.of("target", "oidc-provider");

    @TempDir
    static Path folder;

    private static Process provider;
    private static TestServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(succeeds("node", "--version"), "there is no Node on this machine");
        if (!Files.exists(PLACE.resolve("node_modules").resolve("oidc-provider"))) {
            Files.createDirectories(PLACE);
            assumeTrue(
                    succeeds("npm", "install", "--prefix", PLACE.toString(), "--no-audit", "--no-fund", PACKAGE),
                    "npm cannot bring " + PACKAGE);
        }
        int port = freePort();
        Path script = PLACE.resolve("provider.mjs");
        Files.write(script, resource("/oidc/provider.mjs"));
        provider = new ProcessBuilder("node", script.getFileName().toString(), String.valueOf(port))
                .directory(PLACE.toFile())
                .redirectError(PLACE.resolve("provider.log").toFile())
                .start();
        BufferedReader said = provider.inputReader(StandardCharsets.UTF_8);
        assertThat(said.readLine()).isEqualTo("listening");
        server = new TestServer(
                folder,
                Map.of(
                        "accounts.sign-up", "open",
                        "oidc.node.issuer", "http://127.0.0.1:" + port,
                        "oidc.node.client-id", "broadsheet",
                        "oidc.node.client-secret", "a-secret-of-the-test",
                        "oidc.node.label", "The Institute"),
                Clock.systemUTC());
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
        if (provider != null) {
            provider.destroy();
        }
    }

    @Test
    void somebodySignsInComesBackAndLinksAnotherIdentity() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = context.newPage();
            signIn(page, "mira");
            assertThat(page.locator(".personal").textContent()).contains("mira");
            assertThat(server.program().people().byName("mira"))
                    .hasValueSatisfying(person -> assertThat(person.fullName()).isEqualTo("Mira of the Institute"));

            // At the provider somebody else is signed in now.
            context.clearCookies(new BrowserContext.ClearCookiesOptions().setDomain("127.0.0.1"));
            page.navigate(server.at("/account/identities"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Link The Institute"))
                    .click();
            agree(page, "second");
            page.waitForURL(server.at("/account/identities"));
            assertThat(page.locator(".credentials").first().textContent())
                    .contains("mira@institute.example", "second@institute.example");
        }
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = context.newPage();
            signIn(page, "second");
            assertThat(page.locator(".personal").textContent()).contains("mira");
        }
    }

    @Test
    void whoGivesUpAtTheProviderIsNotSignedIn() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = context.newPage();
            page.navigate(server.at("/sign-in"));
            page.getByText("Sign in with The Institute").click();
            page.getByText("Cancel").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("The Institute did not let you in");
        }
    }

    private static void signIn(Page page, String login) {
        page.navigate(server.at("/sign-in"));
        page.getByText("Sign in with The Institute").click();
        agree(page, login);
        page.waitForURL(address -> address.startsWith(server.at("/")) && !address.contains("/sign-in"));
    }

    /** On the provider's own pages. */
    private static void agree(Page page, String login) {
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill("anything");
        page.locator("button[type=submit]").click();
        page.getByText("Continue").click();
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (var file = IndependentProviderTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
