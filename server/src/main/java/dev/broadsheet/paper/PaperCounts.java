package dev.broadsheet.paper;

/**
 * What is counted of a paper: what its {@linkplain Appearance#best best} appearance on an imported list has, and what
 * the community here adds to it.
 *
 * @param votes not negative
 * @param comments not negative
 */
public record PaperCounts(int votes, int comments) {
    /** Of a paper of which nothing is counted. */
    public static final PaperCounts NONE = new PaperCounts(0, 0);

    static PaperCounts of(Appearance appearance) {
        return new PaperCounts(appearance.votes(), appearance.comments());
    }

    PaperCounts plus(PaperCounts others) {
        return new PaperCounts(votes + others.votes, comments + others.comments);
    }
}
