package dev.broadsheet.vote;

/**
 * How many people did something, by how old their accounts were at that moment.
 *
 * @param older whose accounts were not new
 * @param newer whose accounts were
 */
public record AccountAges(int older, int newer) {
    /** Nobody. */
    public static final AccountAges NONE = new AccountAges(0, 0);

    /** All of both. */
    public AccountAges plus(AccountAges others) {
        return new AccountAges(older + others.older, newer + others.newer);
    }
}
