package dev.broadsheet.search;

import dev.broadsheet.paper.Paper;

/** What a searcher may be about to type. Immutable. */
public sealed interface Suggestion {
    // Any of these ends a quotation in a query.
    private static String quoted(String text) {
        return '"' + text.replaceAll("[\"“”„]", " ") + '"';
    }

    /** A paper whose title begins so, or holds words that do. */
    record Title(Paper paper) implements Suggestion {}

    /**
     * An author.
     *
     * @param name as most papers print it
     * @param papers how many
     */
    record Author(String name, int papers) implements Suggestion {
        /** What to search for to have them. */
        public String query() {
            return "author:" + quoted(name);
        }
    }

    /**
     * A category.
     *
     * @param code as it is printed
     */
    record Category(String code, int papers) implements Suggestion {
        /** What to search for to have its papers. */
        public String query() {
            return code.chars().anyMatch(Character::isWhitespace) ? "cat:" + quoted(code) : "cat:" + code;
        }
    }
}
