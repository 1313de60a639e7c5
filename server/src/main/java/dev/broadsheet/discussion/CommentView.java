package dev.broadsheet.discussion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment as a page shows it to one reader.
 *
 * @param indent how far to the right; deeper answers stand below one another
 * @param writer who wrote it; null where its words are not shown
 * @param answered what it answers, where that is a comment
 * @param html its words, sanitised; empty where they are not shown
 * @param note what is to be said of its state; empty where everybody can see it
 * @param rights what the reader may do with it
 */
record CommentView(
        long number,
        int indent,
        @Nullable Writer writer,
        Moment written,
        @Nullable Moment edited,
        @Nullable Answered answered,
        String html,
        boolean mathematics,
        String note,
        List<ReactionView> reactions,
        Rights rights) {

    /**
     * Who wrote it.
     *
     * @param href their page; null where they left
     * @param marks what they are to the paper: its author, its submitter
     */
    record Writer(String name, @Nullable String href, List<String> marks) {}

    /** @param exact as machines read it */
    record Moment(String words, String exact) {}

    record Answered(long number, String name) {}

    /** @param mine whether the reader reacted so */
    record ReactionView(Reaction reaction, int count, boolean mine) {}

    record Rights(boolean react, boolean reply, boolean edit, boolean report, boolean moderate) {
        static final Rights NONE = new Rights(false, false, false, false, false);
    }

    String anchor() {
        return "comment-" + number;
    }

    String href() {
        return "/comments/" + number;
    }
}
