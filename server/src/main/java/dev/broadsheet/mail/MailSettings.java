package dev.broadsheet.mail;

import dev.broadsheet.installation.Secret;
import dev.broadsheet.installation.SettingsReader;
import java.util.Locale;

/**
 * Who sends mails, and in whose name.
 *
 * @param host of the SMTP server; empty for the outbox folder
 * @param user empty where the server asks for none
 * @param from the sender's address, with a name or without: {@code Broadsheet <papers@example.org>}
 */
public record MailSettings(String host, int port, String user, Secret password, Encryption encryption, String from) {
    private static final String NOBODY = "Broadsheet <broadsheet@localhost>";

    /** How the way to the server is kept secret. */
    public enum Encryption {
        /** It begins in the clear and must change over. */
        STARTTLS(587),
        /** From the first byte. */
        TLS(465),
        /** Not at all: for a server on this machine. */
        NONE(25);

        private final int usualPort;

        Encryption(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    /** {@code mail.from} and what stands below {@code mail.smtp.}. */
    public static MailSettings read(SettingsReader settings) {
        Encryption encryption = encryption(settings);
        String host = settings.text("mail.smtp.host", "");
        String from = settings.text("mail.from", "");
        if (from.isEmpty() && !host.isEmpty()) {
            settings.mistake("mail.from", "is needed where mail.smtp.host is set: the address that mails come from");
        } else if (!from.isEmpty() && !Sender.isSound(from)) {
            settings.mistake("mail.from", "needs an address such as Broadsheet <papers@example.org>");
        }
        return new MailSettings(
                host,
                settings.number("mail.smtp.port", encryption.usualPort, 1, 65_535),
                settings.text("mail.smtp.user", ""),
                settings.secret("mail.smtp.password"),
                encryption,
                Sender.isSound(from) ? from : NOBODY);
    }

    private static Encryption encryption(SettingsReader settings) {
        String word = settings.text("mail.smtp.tls", "starttls");
        for (Encryption encryption : Encryption.values()) {
            if (encryption.name().toLowerCase(Locale.ROOT).equals(word)) {
                return encryption;
            }
        }
        settings.mistake("mail.smtp.tls", "is starttls, tls or none, not \"" + word + "\"");
        return Encryption.STARTTLS;
    }
}
