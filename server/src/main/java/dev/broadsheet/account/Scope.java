package dev.broadsheet.account;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an API key may do for its person, of what that person may do. */
public enum Scope {
    READ("read what you can read"),
    VOTE("vote and take votes back"),
    SUBMIT("submit papers"),
    COMMENT("write comments"),
    /** All of the above, and what no other scope names. */
    ADMIN("do all that your role allows, but for changing your account");

    private final String meaning;

    Scope(String meaning) {
        this.meaning = meaning;
    }

    /** As it is written for people and stored: {@code vote}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it allows, after "This key may". */
    public String meaning() {
        return meaning;
    }

    /** The scope of a word; empty where it is none. */
    public static Optional<Scope> of(String word) {
        return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }
}
