package dev.broadsheet.account;

import dev.broadsheet.account.oidc.OidcSettings;
import dev.broadsheet.installation.SettingsReader;
import java.util.Locale;

/**
 * Who may make an account.
 *
 * @param signUp whether anybody may
 * @param providers with which people may sign in
 */
public record AccountSettings(SignUp signUp, OidcSettings providers) {
    /** Who may make an account by themselves. */
    public enum SignUp {
        /** Whoever has an e-mail address. */
        OPEN,
        /** Whoever was invited. */
        INVITATION,
        /** Nobody; the command line and the first account aside. */
        CLOSED
    }

    /** {@code accounts.sign-up}, and all that lies below {@code oidc.}. */
    public static AccountSettings read(SettingsReader settings) {
        OidcSettings providers = OidcSettings.read(settings);
        String word = settings.text("accounts.sign-up", "invitation");
        for (SignUp choice : SignUp.values()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(word)) {
                return new AccountSettings(choice, providers);
            }
        }
        settings.mistake("accounts.sign-up", "is open, invitation or closed, not \"" + word + "\"");
        return new AccountSettings(SignUp.INVITATION, providers);
    }
}
