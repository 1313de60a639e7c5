package dev.broadsheet.vote;

/**
 * The counted votes of a paper by how old the accounts were that gave them.
 *
 * @param older from accounts that were not new at that moment
 * @param newer from accounts that were
 */
public record AccountAges(int older, int newer) {
    /** Of a paper without any. */
    public static final AccountAges NONE = new AccountAges(0, 0);
}
