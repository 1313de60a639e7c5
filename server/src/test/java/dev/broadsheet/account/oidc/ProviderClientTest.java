package dev.broadsheet.account.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.installation.SettingsReader;
import dev.broadsheet.testing.MovableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a provider is asked, and which settings name one. */
class ProviderClientTest {
    private static final URI CALLBACK = URI.create("http://localhost:8080/sign-in/with/test/callback");

    private final MovableClock time = new MovableClock("2026-08-22T12:00:00Z");

    @Test
    void aSlowProviderIsNotWaitedForForEver() throws IOException {
        try (ScriptedProvider slow = new ScriptedProvider(time);
                ProviderClient client = client(slow, Duration.ofMillis(200))) {
            slow.delayMillis = 60_000;

            assertThatThrownBy(() -> client.begin(attempt(), CALLBACK))
                    .isInstanceOf(OidcException.class)
                    .hasMessageContaining("no whole answer");
        }
    }

    @Test
    void theDocumentIsAskedForOnceAnHour() throws Exception {
        try (ScriptedProvider provider = new ScriptedProvider(time);
                ProviderClient client = client(provider, Duration.ofSeconds(30))) {
            client.begin(attempt(), CALLBACK);
            client.begin(attempt(), CALLBACK);
            assertThat(provider.asked).hasSize(1);

            time.set("2026-08-22T13:01:00Z");
            client.begin(attempt(), CALLBACK);
            assertThat(provider.asked).hasSize(2);
        }
    }

    @Test
    void whatIsAskedForSaysWhoAsksAndHidesTheVerifier() throws Exception {
        try (ScriptedProvider provider = new ScriptedProvider(time);
                ProviderClient client = client(provider, Duration.ofSeconds(30))) {
            Attempt attempt = attempt();

            URI address = client.begin(attempt, CALLBACK);

            assertThat(ScriptedProvider.parameters(address.getRawQuery()))
                    .containsEntry("response_type", "code")
                    .containsEntry("client_id", "broadsheet")
                    .containsEntry("redirect_uri", CALLBACK.toString())
                    .containsEntry("code_challenge_method", "S256")
                    .containsEntry("state", attempt.state())
                    .containsEntry("nonce", attempt.nonce());
            assertThat(address.toString()).doesNotContain(attempt.verifier()).doesNotContain(attempt.secret());
            assertThat(List.of(attempt.state(), attempt.nonce(), attempt.verifier()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void severalProvidersAreReadFromTheSettings() {
        List<String> mistakes = new ArrayList<>();
        Map<String, String> settings = new HashMap<>(Map.of(
                "oidc.orcid.issuer", "https://orcid.example",
                "oidc.orcid.client-id", "APP-1",
                "oidc.google.issuer", "https://accounts.example",
                "oidc.google.client-id", "2",
                "oidc.google.client-secret", "s",
                "oidc.google.hosts", "tokens.example, keys.example",
                "oidc.google.label", "Google",
                "oidc.google.link-by-email", "true"));

        List<OidcProvider> providers =
                OidcSettings.read(SettingsReader.of(settings, mistakes)).providers();

        assertThat(mistakes).isEmpty();
        assertThat(providers).extracting(OidcProvider::name).containsExactly("google", "orcid");
        assertThat(providers.getFirst().hosts()).contains("accounts.example", "tokens.example", "keys.example");
        assertThat(providers.getFirst().linkByEmail()).isTrue();
        assertThat(providers.getLast().label()).isEqualTo("orcid");
        assertThat(providers.getLast().linkByEmail()).isFalse();
        assertThat(providers.getFirst().toString()).doesNotContain("secret=s");
        assertThat(providers.getFirst().allows(URI.create("https://tokens.example/t")))
                .isTrue();
        assertThat(providers.getFirst().allows(URI.create("http://tokens.example/t")))
                .isFalse();
        assertThat(providers.getFirst().allows(URI.create("https://tokens.example:8443/t")))
                .isFalse();
        assertThat(providers.getFirst().allows(URI.create("https://x@tokens.example/t")))
                .isFalse();
        assertThat(providers.getFirst().allows(URI.create("file:///etc/passwd")))
                .isFalse();
    }

    @Test
    void whatIsMissingOrUnsafeInTheSettingsIsTold() {
        List<String> mistakes = new ArrayList<>();
        Map<String, String> settings = Map.of(
                "oidc.one.client-id", "1",
                "oidc.two.issuer", "http://192.0.2.1/",
                "oidc.two.client-id", "2",
                "oidc.two.link-by-email", "perhaps",
                "oidc.Not_A_Name.issuer", "https://x.example");

        OidcSettings.read(SettingsReader.of(settings, mistakes));

        assertThat(mistakes)
                .anySatisfy(mistake -> assertThat(mistake).isEqualTo("oidc.one.issuer: is needed"))
                .anySatisfy(mistake -> assertThat(mistake).startsWith("oidc.two.issuer: begins with https://"))
                .anySatisfy(mistake -> assertThat(mistake).startsWith("oidc.two.link-by-email: is true or false"))
                .anySatisfy(mistake -> assertThat(mistake).startsWith("oidc.not_a_name: the name of a provider"));
    }

    private Attempt attempt() {
        return Attempt.begin(time.in(ZoneOffset.UTC), "test", 0, "", "");
    }

    private ProviderClient client(ScriptedProvider provider, Duration patience) {
        OidcProvider settings = OidcSettings.read(SettingsReader.of(provider.settings(), new ArrayList<>()))
                .providers()
                .getFirst();
        return new ProviderClient(settings, time.in(ZoneOffset.UTC), patience);
    }
}
