package dev.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.installation.SettingsReader;
import dev.broadsheet.mail.MailSettings.Encryption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailSettingsTest {
    private final List<String> mistakes = new ArrayList<>();

    private MailSettings read(Map<String, String> values) {
        return MailSettings.read(SettingsReader.of(values, mistakes));
    }

    @Test
    void nothingIsNeeded() {
        assertThat(read(Map.of()).host()).isEmpty();
        assertThat(mistakes).isEmpty();
    }

    @Test
    void thePortIsTheUsualOneOfTheEncryption() {
        Map<String, String> server = Map.of("mail.smtp.host", "mail.example.org", "mail.from", "a@example.org");
        assertThat(read(server).port()).isEqualTo(587);
        assertThat(read(server).encryption()).isEqualTo(Encryption.STARTTLS);
        assertThat(read(Map.of("mail.smtp.tls", "tls")).port()).isEqualTo(465);
        assertThat(read(Map.of("mail.smtp.password", "hidden")).toString()).doesNotContain("hidden");
        assertThat(mistakes).isEmpty();
    }

    @Test
    void mistakesAreTold() {
        read(Map.of("mail.smtp.host", "mail.example.org", "mail.smtp.tls", "maybe"));
        read(Map.of("mail.from", "nobody"));

        assertThat(mistakes)
                .containsExactlyInAnyOrder(
                        "mail.from: is needed where mail.smtp.host is set: the address that mails come from",
                        "mail.smtp.tls: is starttls, tls or none, not \"maybe\"",
                        "mail.from: needs an address such as Broadsheet <papers@example.org>");
    }
}
