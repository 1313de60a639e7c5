package dev.broadsheet.vote;

/**
 * The votes for a paper.
 *
 * @param counted of people here
 * @param uncounted of people here whose votes are shown but not counted: authors of the paper, suspended people
 * @param imported of its best appearance on an imported list
 */
public record VoteCount(int counted, int uncounted, int imported) {
    /** Of a paper without any. */
    public static final VoteCount NONE = new VoteCount(0, 0, 0);

    /** What is shown and what lists are ordered by. */
    public int total() {
        return counted + imported;
    }
}
