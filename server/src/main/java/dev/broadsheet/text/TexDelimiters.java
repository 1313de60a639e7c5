package dev.broadsheet.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds formulas between delimiters, and tells a dollar that opens one from a dollar that is money.
 * Remembers where each closing delimiter comes next, so that a text full of opening ones is still
 * read in linear time. Offsets asked for must not fall.
 */
final class TexDelimiters {
    /** Longer texts between delimiters are an accident: a dollar of one sentence meeting one of another. */
    private static final int LONGEST = 4000;

    private static final int MOST_WORDS = 2;
    private static final Set<String> ENVIRONMENTS =
            Set.of("equation", "equation*", "align", "align*", "gather", "gather*");
    private static final String BEGIN = "\\begin{";

    private final String source;
    private final int[] dollars;
    private final Map<String, Integer> next = new HashMap<>();

    /** A formula: its content from {@code start} to {@code end}, the text going on at {@code after}. */
    record Formula(int start, int end, int after, boolean display) {}

    TexDelimiters(String source) {
        this.source = source;
        this.dollars = unescapedDollars(source);
    }

    /** The formula whose opening delimiter stands here, or null. */
    @Nullable Formula at(int here) {
        if (source.charAt(here) == '$') {
            return betweenDollars(here);
        }
        if (source.startsWith("\\(", here)) {
            return until("\\)", here + 2, false);
        }
        if (source.startsWith("\\[", here)) {
            return until("\\]", here + 2, true);
        }
        return source.startsWith(BEGIN, here) ? environment(here) : null;
    }

    private @Nullable Formula environment(int here) {
        int close = source.indexOf('}', here, Math.min(source.length(), here + BEGIN.length() + 10));
        if (close < 0 || !ENVIRONMENTS.contains(source.substring(here + BEGIN.length(), close))) {
            return null;
        }
        String end = "\\end{" + source.substring(here + BEGIN.length(), close) + "}";
        Formula formula = until(end, close + 1, true);
        return formula == null ? null : new Formula(here, formula.after(), formula.after(), true);
    }

    private @Nullable Formula until(String closing, int start, boolean display) {
        int end = next.getOrDefault(closing, -1);
        if (end < start && end != Integer.MAX_VALUE) {
            int found = source.indexOf(closing, start);
            end = found < 0 ? Integer.MAX_VALUE : found;
            next.put(closing, end);
        }
        if (end - start > LONGEST || source.substring(start, end).isBlank()) {
            return null;
        }
        return new Formula(start, end, end + closing.length(), display);
    }

    private @Nullable Formula betweenDollars(int here) {
        int index = Arrays.binarySearch(dollars, here);
        if (index < 0 || index + 1 == dollars.length) {
            return null;
        }
        int second = dollars[index + 1];
        if (second > here + 1) {
            return isFormula(here + 1, second) ? new Formula(here + 1, second, second + 1, false) : null;
        }
        // Three and more in a row are how people write "expensive".
        boolean row = (index > 0 && dollars[index - 1] == here - 1)
                || (index + 2 < dollars.length && dollars[index + 2] == second + 1);
        if (!row && index + 3 < dollars.length && dollars[index + 3] == dollars[index + 2] + 1) {
            int end = dollars[index + 2];
            boolean formula = end - second <= LONGEST
                    && !source.substring(second + 1, end).isBlank();
            return formula ? new Formula(second + 1, end, end + 2, true) : null;
        }
        return null;
    }

    /** Whether a formula and not a sum of money stands between two dollars. */
    private boolean isFormula(int start, int end) {
        if (end - start > LONGEST) {
            return false;
        }
        String content = source.substring(start, end);
        if (content.isBlank() || hasBlankLine(content)) {
            return false;
        }
        if (content.chars().anyMatch(c -> "\\^_=<>".indexOf(c) >= 0)) {
            return words(content, 3) <= MOST_WORDS;
        }
        boolean digitFollows = end + 1 < source.length() && isDigit(source.charAt(end + 1));
        if (digitFollows || !hasBalancedParentheses(content)) {
            return false;
        }
        String stripped = content.strip();
        boolean startsWithDigit = isDigit(stripped.charAt(0));
        int words = words(content, 2);
        boolean padded = stripped.length() < content.length();
        if (padded && (startsWithDigit || words > 0 || !Character.isLetter(stripped.charAt(0)))) {
            return false;
        }
        boolean spaced = stripped.chars().anyMatch(Character::isWhitespace);
        if (spaced && (words >= MOST_WORDS || (startsWithDigit && words > 0))) {
            return false;
        }
        char before = start < 2 ? ' ' : source.charAt(start - 2);
        boolean amounts = content.chars().noneMatch(Character::isLetter);
        // A currency stands before its sum: US$5. A figure of one digit there is an index: CrI$3$.
        boolean sum = Character.isLetter(before) && startsWithDigit && stripped.length() > 1;
        return !sum && !(isDigit(before) && amounts);
    }

    /** Runs of at least so many letters that no backslash begins and no brace encloses. */
    private static int words(String content, int letters) {
        int words = 0;
        int depth = 0;
        int run = 0;
        boolean command = false;
        for (int i = 0; i <= content.length(); i++) {
            char c = i < content.length() ? content.charAt(i) : ' ';
            if (Character.isLetter(c)) {
                run++;
                continue;
            }
            if (run >= letters && !command && depth <= 0) {
                words++;
            }
            run = 0;
            command = c == '\\';
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return words;
    }

    private static boolean hasBalancedParentheses(String content) {
        int depth = 0;
        for (int i = 0; i < content.length() && depth >= 0; i++) {
            char c = content.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return depth == 0;
    }

    private static boolean hasBlankLine(String content) {
        boolean lineIsBlank = false;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '\n') {
                if (lineIsBlank) {
                    return true;
                }
                lineIsBlank = true;
            } else if (!Character.isWhitespace(c)) {
                lineIsBlank = false;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int[] unescapedDollars(String source) {
        int[] found = new int[16];
        int count = 0;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '$') {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
