package dev.broadsheet.trending;

import dev.broadsheet.installation.SettingsReader;

/**
 * The parameters of the formula.
 *
 * @param doublingDays a paper that is so many working days older needs twice the support for the same place; at least 1
 * @param newAccountDays for so many days after it was made an account is new
 * @param newAccountPercent of a vote or a comment, what one from a new account weighs
 * @param commentPercent of a vote, what somebody weighs who commented
 * @param importedPercent of a vote, what a vote weighs that another place counted
 * @param perSubmitter so many papers of one submitter stand on a page at most; at least 1
 */
public record TrendingSettings(
        int doublingDays,
        int newAccountDays,
        int newAccountPercent,
        int commentPercent,
        int importedPercent,
        int perSubmitter) {
    /** What is used where nothing is set. */
    public static final TrendingSettings USUAL = new TrendingSettings(2, 7, 25, 50, 20, 3);

    /** The settings {@code trending.…}. */
    public static TrendingSettings read(SettingsReader all) {
        SettingsReader settings = all.under("trending.");
        return new TrendingSettings(
                settings.number("doubling-days", USUAL.doublingDays, 1, 60),
                settings.number("new-account-days", USUAL.newAccountDays, 0, 365),
                settings.number("new-account-percent", USUAL.newAccountPercent, 0, 100),
                settings.number("comment-percent", USUAL.commentPercent, 0, 100),
                settings.number("imported-percent", USUAL.importedPercent, 0, 100),
                settings.number("per-submitter", USUAL.perSubmitter, 1, 50));
    }
}
