package dev.broadsheet.paper;

/**
 * What a follower of the catalogue learns of one paper: its state after its last change, as far as
 * the follower does not know it. See {@link Catalogue#changesAfter}.
 */
public sealed interface Change {

    /** The paper's number. */
    long number();

    /** The change's number; a follower that has taken the change in goes on after it. */
    long revision();

    /**
     * The paper is new, or anything may have changed about it: its description, its address, the
     * sources that know it, its vectors, and what lists count of it.
     */
    record Described(Paper paper) implements Change {
        @Override
        public long number() {
            return paper.number();
        }

        @Override
        public long revision() {
            return paper.revision();
        }
    }

    /**
     * Nothing changed but the lists the paper stood on and what they and the community count. This may be the first
     * list the paper ever stood on.
     *
     * @param votes of its {@link PaperCounts}
     * @param comments of the same
     */
    record Counted(long number, long revision, int votes, int comments) implements Change {}

    /**
     * The paper turned out to be another one and is gone.
     *
     * @param survivor the number of the paper it became part of, which may have become part of a third
     *     since; that is a change of its own with a greater number
     */
    record Merged(long number, long revision, long survivor) implements Change {}
}
