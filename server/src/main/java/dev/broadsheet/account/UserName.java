package dev.broadsheet.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What user names and full names look like. */
final class UserName {
    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9]|-(?!-)){0,28}[a-z0-9]");
    private static final int LONGEST_FULL_NAME = 100;

    private UserName() {}

    /** As it is stored. */
    static String normal(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** What is wrong with one that somebody chose, as a sentence; empty if nothing is. */
    static Optional<String> complaint(String name) {
        return FORM.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("A user name has 2 to 30 letters a to z, digits and single hyphens between them.");
    }

    /** The same of a full name. */
    static Optional<String> complaintAboutFullName(String name) {
        boolean hidden =
                name.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        return name.length() > LONGEST_FULL_NAME || hidden
                ? Optional.of("A name has at most " + LONGEST_FULL_NAME + " characters, all of them visible.")
                : Optional.empty();
    }
}
