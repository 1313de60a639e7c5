package dev.broadsheet.daily;

import java.util.Locale;

/** Who may do something in an edition. */
public enum Circle {
    /** Everybody; to act, everybody with an account. */
    ALL,
    /** Everybody whose role is member or more. */
    MEMBERS,
    /** The edition's curators and the admins. */
    CURATORS;

    /** As it is stored and chosen in forms: {@code members}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Circle of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
