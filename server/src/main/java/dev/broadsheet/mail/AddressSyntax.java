package dev.broadsheet.mail;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;

/** What mail servers take for an address. */
final class AddressSyntax {
    /** Without comments, quotes, routes and network addresses, which mailboxes of people do not have. */
    private static final EmailValidator SOUND = JMail.strictValidator().disallowQuotedIdentifiers();

    private AddressSyntax() {}

    static boolean isSound(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) || c == '"') && SOUND.isValid(text);
    }
}
