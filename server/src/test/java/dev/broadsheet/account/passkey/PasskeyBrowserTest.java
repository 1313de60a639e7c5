package dev.broadsheet.account.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.broadsheet.account.Audit;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.installation.Json;
import dev.broadsheet.testing.Browser;
import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Passkeys in a real browser, with an authenticator that the browser plays. */
class PasskeyBrowserTest {
    @TempDir
    Path folder;

    private static Browser browser;

    private final MovableClock time = new MovableClock("2026-08-22T12:00:00Z");
    private TestServer server;
    private Person mira;
    private BrowserContext context;
    private Page page;
    private CDPSession devices;
    private String authenticator;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void start() {
        server = new TestServer(folder, Map.of(), time.in(ZoneOffset.UTC));
        mira = server.program().people().add("mira", "Mira", Role.MEMBER);
        server.program()
                .database()
                .write(transaction -> transaction.execute("update person set password = 'some' where name = 'mira'"));
        context = browser.chromium().newContext();
        page = context.newPage();
        devices = context.newCDPSession(page);
        devices.send("WebAuthn.enable");
        authenticator = addAuthenticator();
    }

    @AfterEach
    void stop() {
        context.close();
        server.close();
    }

    @Test
    void somebodyAddsAPasskeySignsInByItAndRemovesIt() {
        addPasskey("my laptop");
        assertThat(page.locator(".flash").textContent()).contains("The passkey “my laptop” is added.");
        assertThat(page.locator(".credentials").first().textContent()).contains("my laptop", "never used");

        signOut();
        page.navigate(server.at("/status"));
        assertThat(page.locator(".personal").textContent()).contains("Sign in");
        page.navigate(server.at("/sign-in?next=/account/passkeys"));
        page.getByText("Sign in with a passkey").click();
        usePasskey();
        page.waitForURL(server.at("/account/passkeys"));
        assertThat(page.locator(".personal").textContent()).contains("mira");
        assertThat(page.locator(".credentials").first().textContent()).contains("last used 22 August 2026");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove my laptop"))
                .click();
        assertThat(page.locator(".flash").textContent()).contains("The passkey is removed.");
        signOut();
        page.navigate(server.at("/sign-in/passkey"));
        usePasskey();
        assertThat(trouble()).contains("That passkey does not open anything here");
    }

    @Test
    void oneDeviceHasOnePasskeyOfOnePerson() {
        addPasskey("my laptop");

        fill("again");
        assertThat(trouble()).contains("This device has a passkey of yours already.");
        fill("my laptop");
        assertThat(trouble()).contains("You have a passkey of this name");
        assertThat(new Passkeys(server.program().database(), new Audit(clock()), clock()).of(mira))
                .hasSize(1);
    }

    @Test
    void aCopyThatHasSignedLessIsFoundOut() {
        addPasskey("my laptop");
        JsonObject which = new JsonObject();
        which.addProperty("authenticatorId", authenticator);
        JsonObject copy = devices.send("WebAuthn.getCredentials", which)
                .getAsJsonArray("credentials")
                .get(0)
                .getAsJsonObject();
        signOut();
        page.navigate(server.at("/sign-in/passkey?next=/status"));
        usePasskey();
        page.waitForURL(server.at("/status"));

        signOut();
        devices.send("WebAuthn.removeVirtualAuthenticator", which);
        authenticator = addAuthenticator();
        JsonObject added = new JsonObject();
        added.addProperty("authenticatorId", authenticator);
        added.add("credential", copy);
        devices.send("WebAuthn.addCredential", added);
        page.navigate(server.at("/sign-in/passkey"));
        usePasskey();

        assertThat(trouble()).contains("That passkey does not open anything here");
    }

    @Test
    void anAnswerHoldsForItsQuestionItsSiteAndOnce() {
        addPasskey("my laptop");
        signOut();
        AtomicReference<String> sent = new AtomicReference<>("");
        page.route("**/sign-in/passkey", route -> {
            if (route.request().method().equals("POST")) {
                sent.set(route.request().postData());
                route.abort();
            } else {
                route.resume();
            }
        });
        page.navigate(server.at("/sign-in/passkey"));
        Response options = page.waitForResponse("**/sign-in/passkey/options", this::usePasskey);
        String challenge = Json.PLAIN
                .readTree(options.text())
                .path("publicKey")
                .path("challenge")
                .asString();
        page.waitForCondition(() -> !sent.get().isEmpty());
        JsonNode answer = Json.PLAIN.readTree(sent.get()).path("credential");
        String text = answer.toString();
        String signature = answer.path("response").path("signature").asString();
        String origin = "http://localhost:" + server.port();
        RelyingParty here = new RelyingParty("localhost", origin);
        Ceremony ceremony =
                new Ceremony(new Passkeys(server.program().database(), new Audit(clock()), clock()), clock());

        assertThat(ceremony.signed(answer, here, challenge.replace(challenge.charAt(3), 'x')))
                .as("another question")
                .isEmpty();
        assertThat(ceremony.signed(answer, new RelyingParty("localhost", "http://localhost:1"), challenge))
                .as("another origin")
                .isEmpty();
        assertThat(ceremony.signed(answer, new RelyingParty("evil.example", origin), challenge))
                .as("another site")
                .isEmpty();
        for (String broken : List.of(
                text.replace(signature, signature.substring(0, 40) + "AAAA" + signature.substring(44)),
                text.replace("\"userHandle\":\"", "\"userHandle\":\"AAAA"),
                "{}",
                "null",
                "{\"id\":\"x\",\"response\":{}}")) {
            assertThat(ceremony.signed(Json.PLAIN.readTree(broken), here, challenge))
                    .as(broken)
                    .isEmpty();
        }
        assertThat(ceremony.signed(answer, here, challenge)).isPresent();
        assertThat(ceremony.signed(answer, here, challenge)).as("once more").isEmpty();
    }

    @Test
    void aQuestionIsAnsweredInTime() {
        addPasskey("my laptop");
        signOut();
        page.navigate(server.at("/sign-in/passkey"));
        page.route("**/sign-in/passkey", route -> {
            time.set("2026-08-22T12:06:00Z");
            route.resume();
        });
        usePasskey();

        assertThat(trouble()).contains("the page was open too long");
    }

    @Test
    void underAnotherAddressThePageSaysWherePasskeysWork() {
        assertThat(server.send(HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + server.port() + "/sign-in/passkey"))
                                .build())
                        .body())
                .contains("only under this site’s own address", "http://localhost:" + server.port());
    }

    private Clock clock() {
        return time.in(ZoneOffset.UTC);
    }

    private String addAuthenticator() {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject message = new JsonObject();
        message.add("options", options);
        return devices.send("WebAuthn.addVirtualAuthenticator", message)
                .get("authenticatorId")
                .getAsString();
    }

    private void addPasskey(String name) {
        dev.broadsheet.site.Cookie session = server.program().sessions().begin(mira, "127.0.0.1", "a test");
        context.addCookies(List.of(new Cookie(session.name(), session.value()).setUrl(server.at("/"))));
        page.navigate(server.at("/account/passkeys"));
        fill(name);
        page.locator(".flash").waitFor();
    }

    private void fill(String name) {
        page.getByLabel("Name").fill(name);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add a passkey"))
                .click();
    }

    private void usePasskey() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Use a passkey"))
                .click();
    }

    private String trouble() {
        page.locator("[data-trouble]:not(:empty)").waitFor();
        return page.locator("[data-trouble]").textContent();
    }

    private void signOut() {
        context.clearCookies();
    }
}
