package dev.broadsheet.paper;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A title reduced to what two printings of it have in common: letters and digits of any script in
 * lower case, without accents, TeX commands, punctuation and spaces' kinds.
 */
public final class TitleKey {
    private static final Pattern TEX_COMMAND = Pattern.compile("\\\\([a-zA-Z]+)\\*?|\\\\[^a-zA-Z]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** PostgreSQL's index takes 2,700 bytes a row; 400 characters are at most 1,200 bytes. */
    private static final int LONGEST_INDEXED = 400;

    private TitleKey() {}

    /** The key; words are parted by one space, and it is empty where the title has neither letter nor digit. */
    public static String of(String title) {
        String key = ofPlainAscii(title);
        return key != null ? key : ofAny(title);
    }

    /**
     * The part of a key that databases store and are asked for; titles that are as long as a text
     * must not burst an index. Who finds papers by it compares the whole keys.
     */
    public static String indexed(String key) {
        if (key.length() <= LONGEST_INDEXED) {
            return key;
        }
        boolean splitsPair = Character.isHighSurrogate(key.charAt(LONGEST_INDEXED - 1));
        return key.substring(0, splitsPair ? LONGEST_INDEXED - 1 : LONGEST_INDEXED);
    }

    /**
     * The key of a title of ASCII letters without TeX commands, which most are; null for others. An
     * import asks for the keys of millions of names, so this shortcut is worth its lines.
     */
    private static @Nullable String ofPlainAscii(String title) {
        StringBuilder key = new StringBuilder(title.length());
        boolean gap = false;
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            if (c > '~' || c == '\\') {
                return null;
            }
            boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (word) {
                if (gap && !key.isEmpty()) {
                    key.append(' ');
                }
                gap = false;
                key.append(c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
            } else if (c != '{' && c != '}' && c != '$') {
                gap = true;
            }
        }
        return key.toString();
    }

    /** The same for any title. */
    static String ofAny(String title) {
        // A command's own name stays ("\alpha" and "alpha" are printings of one title), but not of
        // those that only change the letters' look.
        String text = TEX_COMMAND.matcher(title).replaceAll(match -> {
            String name = match.group(1);
            return name == null || isLook(name) ? "" : Matcher.quoteReplacement(" " + name);
        });
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_WORD.matcher(plain.replaceAll("[{}$]", "").toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private static boolean isLook(String command) {
        return switch (command) {
            case "mathcal",
                    "mathbb",
                    "mathbf",
                    "mathrm",
                    "mathit",
                    "mathsf",
                    "mathfrak",
                    "mathscr",
                    "text",
                    "textit",
                    "textbf",
                    "textsc",
                    "textrm",
                    "texttt",
                    "emph",
                    "it",
                    "bf",
                    "rm",
                    "sc",
                    "tt",
                    "em",
                    "boldsymbol",
                    "bm",
                    "operatorname",
                    "ensuremath",
                    "mbox",
                    "left",
                    "right",
                    "big",
                    "Big",
                    "displaystyle" -> true;
            default -> false;
        };
    }
}
