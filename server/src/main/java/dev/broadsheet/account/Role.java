package dev.broadsheet.account;

import java.util.Locale;

/** What a person may do. Each role may do all that those before it may. */
public enum Role {
    /** Reads what only signed-in people may read, keeps settings; does not act in public. */
    READER,
    /** Submits, votes and writes. */
    MEMBER,
    /** Places, holds back and removes papers, confirms authors. */
    CURATOR,
    /** Hides what others wrote, locks discussions, suspends people. */
    MODERATOR,
    /** Everything. */
    ADMIN;

    /** Whether this role may do what the other may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** As it is written for people and stored: {@code member}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a stored word. */
    static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
