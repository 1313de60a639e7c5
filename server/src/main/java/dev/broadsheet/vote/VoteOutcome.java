package dev.broadsheet.vote;

/** What became of a vote. */
public enum VoteOutcome {
    /** It was cast or taken back. */
    CHANGED,
    /** It was so already. */
    UNCHANGED,
    /** There is no such paper. */
    NO_PAPER,
    /** The person may not vote: suspended or gone, or their role does not allow it. */
    NOT_ALLOWED
}
