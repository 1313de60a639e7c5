package dev.broadsheet.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * LaTeX's ways to write letters, as the letters. Mathematics and other commands stay as they are.
 * Done here because JBibTeX's printer knows few accents and drops the others without a word.
 */
public final class LatexAccents {
    /** Accents as the marks that Unicode combines with the letter before them. */
    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry("`", "\u0300"),
            Map.entry("'", "\u0301"),
            Map.entry("^", "\u0302"),
            Map.entry("~", "\u0303"),
            Map.entry("=", "\u0304"),
            Map.entry("u", "\u0306"),
            Map.entry(".", "\u0307"),
            Map.entry("\"", "\u0308"),
            Map.entry("h", "\u0309"),
            Map.entry("r", "\u030a"),
            Map.entry("H", "\u030b"),
            Map.entry("v", "\u030c"),
            Map.entry("d", "\u0323"),
            Map.entry("c", "\u0327"),
            Map.entry("k", "\u0328"),
            Map.entry("b", "\u0331"));

    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ss", "ß"),
            Map.entry("ae", "æ"),
            Map.entry("AE", "Æ"),
            Map.entry("oe", "œ"),
            Map.entry("OE", "Œ"),
            Map.entry("aa", "å"),
            Map.entry("AA", "Å"),
            Map.entry("o", "ø"),
            Map.entry("O", "Ø"),
            Map.entry("l", "ł"),
            Map.entry("L", "Ł"),
            Map.entry("i", "ı"),
            Map.entry("j", "ȷ"),
            Map.entry("dh", "ð"),
            Map.entry("DH", "Ð"),
            Map.entry("th", "þ"),
            Map.entry("TH", "Þ"),
            Map.entry("dj", "đ"),
            Map.entry("DJ", "Đ"),
            Map.entry("ng", "ŋ"),
            Map.entry("NG", "Ŋ"));

    private static final String DOTLESS = "\\\\[ij](?![A-Za-z])\\s*+";
    private static final String LETTER = "\\p{L}\\p{M}*+";
    private static final String IN_BRACES = "\\s*+\\{\\s*+(?:" + LETTER + "|" + DOTLESS + ")\\s*+\\}";
    private static final String COMMAND = "\\\\(?:[`'^\"~=.](?:" + IN_BRACES + "|\\s*+" + DOTLESS + "|" + LETTER + ")"
            + "|[uvHcdbrkh](?:" + IN_BRACES + "|\\s*+" + DOTLESS + "|\\s++" + LETTER + ")"
            + "|(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j|dh|DH|th|TH|dj|DJ|ng|NG)(?![A-Za-z])(?:\\{\\}|\\s++)?+)";
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
        String mark = MARKS.get(parts.group(1));
        if (mark == null) {
            return LETTERS.get(parts.group(1));
        }
        String base = parts.group(2).replaceAll("[{}\\\\\\s]", "");
        return Normalizer.normalize(base + mark, Normalizer.Form.NFC);
    }
}
