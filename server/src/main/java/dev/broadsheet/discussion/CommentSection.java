package dev.broadsheet.discussion;

import dev.broadsheet.site.NamedLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comments of a paper as its page shows them to one reader.
 *
 * @param paper the paper's number
 * @param count how many everybody can see
 * @param comments in the order of reading
 * @param order the other order; null where there is nothing to order
 * @param pages the pages before and after this one
 * @param locked whether a moderator closed the discussion
 * @param reader what the reader may do
 */
public record CommentSection(
        long paper,
        int count,
        List<CommentView> comments,
        @Nullable NamedLink order,
        List<NamedLink> pages,
        boolean locked,
        Rights reader) {

    /**
     * What a reader may do here.
     *
     * @param write whether they may say something
     * @param why they may not, as a whole sentence; empty where they may or need to sign in
     * @param moderate whether they may open and close the discussion
     */
    record Rights(boolean write, String why, boolean moderate) {}

    /** Whether a browser has formulas to set. */
    public boolean hasMathematics() {
        return comments.stream().anyMatch(CommentView::mathematics);
    }
}
