package dev.broadsheet.vote;

import dev.broadsheet.site.Refusal;

/** What became of a vote. */
public enum VoteOutcome {
    /** It was cast or taken back. */
    CHANGED,
    /** It was so already. */
    UNCHANGED,
    /** There is no such paper. */
    NO_PAPER,
    /** The person may not vote: suspended or gone, or their role does not allow it. */
    NOT_ALLOWED;

    /**
     * Whether it changed anything.
     *
     * @throws Refusal with 403 or 404 if the vote could not be cast or taken back
     */
    public boolean require() {
        return switch (this) {
            case CHANGED -> true;
            case UNCHANGED -> false;
            case NO_PAPER -> throw Refusal.notFound("No paper here by that name");
            case NOT_ALLOWED ->
                throw Refusal.of(403, "You cannot vote", "Your account may not vote any more. Nothing was changed.");
        };
    }
}
