package dev.broadsheet.source.record;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** That a paper is withdrawn often stands in no field for it, but in its title, comments or abstract. */
public final class Withdrawal {
    private static final String SAYS_SO =
            "\\b(?:this|the) (?:paper|article|submission|manuscript|work|preprint|note) (?:has been|have been|is|was|is being)"
                    + " (?:temporarily |now )?withdrawn\\b|\\bwithdrawn by (?:the )?(?:author|arxiv|submitter)";
    private static final Pattern IN_COMMENTS =
            Pattern.compile(SAYS_SO + "|^\\W*(?:paper |article )?withdrawn\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_ABSTRACT = Pattern.compile(SAYS_SO, Pattern.CASE_INSENSITIVE);

    /** Stands in each of these patterns. */
    private static final String SIGN = "withdrawn";

    private static final Pattern BEFORE_TITLE =
            Pattern.compile("^\\W*(?:RETRACTED|WITHDRAWN|REMOVED)(?: ARTICLE| PAPER)?\\W*:.*", Pattern.DOTALL);

    private Withdrawal() {}

    /** Whether publishers have marked the paper as retracted in front of its title. */
    public static boolean isMarked(String title) {
        return BEFORE_TITLE.matcher(title).matches();
    }

    /** arXiv has no field for it. */
    public static boolean isSaid(@Nullable String comments, String abstractText) {
        return (comments != null && IN_COMMENTS.matcher(comments).find())
                || (mentions(abstractText) && IN_ABSTRACT.matcher(abstractText).find());
    }

    /** Spares nearly every abstract the search by pattern, which takes a tenth of an import otherwise. */
    private static boolean mentions(String text) {
        for (int i = 0; i + SIGN.length() <= text.length(); i++) {
            char c = text.charAt(i);
            if ((c == 'w' || c == 'W') && text.regionMatches(true, i, SIGN, 0, SIGN.length())) {
                return true;
            }
        }
        return false;
    }
}
