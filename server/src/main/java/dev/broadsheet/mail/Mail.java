package dev.broadsheet.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person.
 *
 * @param to an address, see {@link #isAddress}; empty for a mail to nobody, which is dropped when its turn comes: it is
 *     written where the time that an answer takes must not tell whether there was somebody to write to
 * @param subject one line
 * @param text what it says, in plain text
 * @param html the same in HTML; null for plain text alone
 * @param headers further ones by name, {@code List-Unsubscribe} for instance
 */
public record Mail(
        String to, String subject, String text, @Nullable String html, Map<String, String> headers) {
    /** Characters of an address, as the protocol has it. */
    private static final int LONGEST_ADDRESS = 254;

    public Mail {
        subject = subject.replaceAll("\\s+", " ");
        headers = Map.copyOf(headers);
    }

    /** One in plain text. */
    public static Mail of(String to, String subject, String text) {
        return new Mail(to, subject, text, null, Map.of());
    }

    /** Whether a text can be the address of a mailbox. */
    public static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && AddressSyntax.isSound(text);
    }
}
