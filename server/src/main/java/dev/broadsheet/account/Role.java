package dev.broadsheet.account;

import java.util.Locale;

/** What a person may do. Each role may do all that those before it may. */
public enum Role {
    /** Reads what only signed-in people may read, keeps settings; does not act in public. */
    READER("you can read what only people with an account may, and keep settings."),
    /** Submits, votes and writes. */
    MEMBER("you can submit, vote and write."),
    /** Places, holds back and removes papers, confirms authors. */
    CURATOR("you can also place, hold back and remove papers, and confirm authors."),
    /** Hides what others wrote, locks discussions, suspends people. */
    MODERATOR("you can also hide what others wrote, lock discussions and suspend people."),
    /** Everything. */
    ADMIN("you can do everything.");

    private final String meaning;

    Role(String meaning) {
        this.meaning = meaning;
    }

    /** What it allows, as a sentence to whoever has it. */
    public String meaning() {
        return meaning;
    }

    /** Whether this role may do what the other may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** As it is written for people and stored: {@code member}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of a word, as it is stored and typed.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
