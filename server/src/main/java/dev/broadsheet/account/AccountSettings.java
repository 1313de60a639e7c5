package dev.broadsheet.account;

import dev.broadsheet.installation.SettingsReader;
import java.util.Locale;

/**
 * Who may make an account.
 *
 * @param signUp whether anybody may
 */
public record AccountSettings(SignUp signUp) {
    /** Who may make an account by themselves. */
    public enum SignUp {
        /** Whoever has an e-mail address. */
        OPEN,
        /** Whoever was invited. */
        INVITATION,
        /** Nobody; the command line and the first account aside. */
        CLOSED
    }

    /** {@code accounts.sign-up}. */
    public static AccountSettings read(SettingsReader settings) {
        String word = settings.text("accounts.sign-up", "invitation");
        for (SignUp choice : SignUp.values()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(word)) {
                return new AccountSettings(choice);
            }
        }
        settings.mistake("accounts.sign-up", "is open, invitation or closed, not \"" + word + "\"");
        return new AccountSettings(SignUp.INVITATION);
    }
}
