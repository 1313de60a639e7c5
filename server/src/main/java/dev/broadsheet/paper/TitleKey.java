package dev.broadsheet.paper;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A title reduced to what two printings of it have in common: letters and digits of any script in
 * lower case, without accents, TeX commands, punctuation and spaces' kinds.
 */
public final class TitleKey {
    private static final Pattern TEX_COMMAND = Pattern.compile("\\\\([a-zA-Z]+)\\*?|\\\\[^a-zA-Z]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TitleKey() {}

    /** The key; words are parted by one space, and it is empty where the title has neither letter nor digit. */
    public static String of(String title) {
        // A command's own name stays ("\alpha" and "alpha" are printings of one title), but not of
        // those that only change the letters' look.
        String text = TEX_COMMAND.matcher(title).replaceAll(match -> {
            String name = match.group(1);
            return name == null || isLook(name) ? "" : java.util.regex.Matcher.quoteReplacement(" " + name);
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
