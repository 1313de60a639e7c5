package dev.broadsheet.text;

import dev.broadsheet.text.TexName.Part;
import java.text.Normalizer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * LaTeX's ways to write letters, as the letters. Mathematics and other commands stay as they are.
 * Done here because JBibTeX's printer knows few accents and drops the others without a word.
 */
public final class LatexAccents {
    private static final String DOTLESS = "\\\\[ij](?![A-Za-z])\\s*+";
    private static final String LETTER = "\\p{L}\\p{M}*+";
    private static final String IN_BRACES = "\\s*+\\{\\s*+(?:" + LETTER + "|" + DOTLESS + ")\\s*+\\}";
    private static final String COMMAND = "\\\\(?:" + names(Part.ACCENT, false) + "(?:" + IN_BRACES + "|\\s*+" + DOTLESS
            + "|" + LETTER + ")|" + names(Part.ACCENT, true) + "(?:" + IN_BRACES + "|\\s*+" + DOTLESS + "|\\s++"
            + LETTER
            + ")|" + names(Part.LETTER, true) + "(?![A-Za-z])(?:\\{\\}|\\s++)?+)";
    private static final Pattern WRITTEN = Pattern.compile("\\{(" + COMMAND + ")\\}|(" + COMMAND + ")");
    private static final Pattern PARTS = Pattern.compile("\\\\([A-Za-z]+|.)(.*)", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\([&%#_])");

    private LatexAccents() {}

    /** The text with letters for commands. */
    public static String toUnicode(String text) {
        return text.indexOf('\\') < 0 ? text : outsideMathematics(text, LatexAccents::letters);
    }

    /** Also without the braces that protect capitals and without escapes. */
    public static String plain(String text) {
        return outsideMathematics(text, part -> unprotected(letters(part)));
    }

    private static String outsideMathematics(String text, UnaryOperator<String> change) {
        StringBuilder result = new StringBuilder(text.length());
        int from = 0;
        while (true) {
            int open = dollar(text, from);
            String mark = open >= 0 && text.startsWith("$$", open) ? "$$" : "$";
            int close = open < 0 ? -1 : dollar(text, open + mark.length());
            if (close < 0) {
                return result.append(change.apply(text.substring(from))).toString();
            }
            int end = text.startsWith(mark, close) ? close + mark.length() : close + 1;
            result.append(change.apply(text.substring(from, open))).append(text, open, end);
            from = end;
        }
    }

    /** The next dollar sign that is not escaped, or -1. */
    private static int dollar(String text, int from) {
        int index = text.indexOf('$', from);
        while (index > 0 && text.charAt(index - 1) == '\\') {
            index = text.indexOf('$', index + 1);
        }
        return index;
    }

    private static String letters(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        String letters = lettersOnce(text);
        // An accent upon another one ("\'{\^e}") finds its letter in the second round.
        return letters.indexOf('\\') < 0 ? letters : lettersOnce(letters);
    }

    private static String lettersOnce(String text) {
        return WRITTEN.matcher(text).replaceAll(match -> {
            String letter = letter(match.group(1) != null ? match.group(1) : match.group(2));
            return Matcher.quoteReplacement(letter != null ? letter : match.group());
        });
    }

    private static String unprotected(String text) {
        String unescaped = ESCAPED.matcher(text).replaceAll("$1");
        // A brace after a command belongs to it.
        return unescaped.indexOf('\\') >= 0 ? unescaped : unescaped.replaceAll("[{}]", "");
    }

    private static @Nullable String letter(String command) {
        Matcher parts = PARTS.matcher(command);
        if (!parts.matches()) {
            return null;
        }
        TexName name = TexName.of(parts.group(1));
        if (name.accents() != Part.ACCENT) {
            return name.accents() == Part.LETTER ? name.shown() : null;
        }
        String base = parts.group(2).replaceAll("[{}\\\\\\s]", "");
        return Normalizer.normalize(base + name.shown(), Normalizer.Form.NFC);
    }

    /** A pattern for the names of letters or of accents that are, or are not, letters themselves. */
    private static String names(Part part, boolean letters) {
        return TexName.all().stream()
                .filter(name ->
                        name.accents() == part && Character.isLetter(name.name().charAt(0)) == letters)
                .map(name -> Pattern.quote(name.name()))
                .sorted()
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
