package dev.broadsheet.search.vector;

import dev.broadsheet.installation.Digest;
import dev.broadsheet.paper.Paper;
import java.util.List;

/**
 * The texts by which a paper is found. A title that only repeats how the abstract begins (some
 * sources have none of their own) is not said twice.
 */
public final class PaperText {
    private static final int HASH_BYTES = 16;

    private PaperText() {}

    /** What is embedded: title and abstract as two sentences. */
    public static String forMeaning(Paper paper) {
        String title = paper.metadata().title();
        String text = paper.metadata().abstractText();
        if (text.isBlank()) {
            return title;
        }
        return text.startsWith(title) ? text : title + ". " + text;
    }

    /** What is found by words: the title, and what the abstract says beyond it. */
    public static List<String> forWords(Paper paper) {
        String title = paper.metadata().title();
        String text = paper.metadata().abstractText();
        boolean repeats = text.startsWith(title)
                && (text.length() == title.length() || !Character.isLetterOrDigit(text.charAt(title.length())));
        return List.of(title, repeats ? text.substring(title.length()) : text);
    }

    /** What {@link #forMeaning} is compared by, to see whether stored vectors still belong to it. */
    public static String hash(String text) {
        return Digest.hex(text, HASH_BYTES);
    }
}
