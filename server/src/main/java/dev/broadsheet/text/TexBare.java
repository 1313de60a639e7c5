package dev.broadsheet.text;

import java.util.regex.Pattern;

/**
 * Finds formulas whose author forgot the dollars: {@code \alpha}, {@code \mathcal{O}(n)},
 * {@code 10^{-3}}, {@code x \in \mathbb{R}^d}. Looks ahead a bounded way from each place only.
 */
final class TexBare {
    private static final int LONGEST_GROUP = 400;
    private static final int LONGEST_ARGUMENT = 60;
    private static final int LONGEST_WORD = 12;
    private static final int LONGEST_FORMULA = 1000;
    private static final Pattern LONG_SCRIPT = Pattern.compile("([_^])(-?\\d{2,}|-\\d)");
    private static final Pattern WORD_AS_BASE = Pattern.compile("^([A-Za-z]{2,}[A-Za-z0-9]*)(?=[_^])");

    private final String source;

    TexBare(String source) {
        this.source = source;
    }

    /** Where the formula that begins here ends; {@code here} itself where none begins. */
    int end(int here) {
        int end = first(here);
        while (end > here && end - here < LONGEST_FORMULA) {
            int longer = longer(end);
            if (longer == end) {
                break;
            }
            end = longer;
        }
        return end;
    }

    /** The formula between the offsets, with the braces that its author left out. */
    String formula(int start, int end) {
        String braced = LONG_SCRIPT.matcher(source.substring(start, end)).replaceAll("$1{$2}");
        return WORD_AS_BASE.matcher(braced).replaceFirst("\\\\mathrm{$1}");
    }

    /** The end of the formula's first part. */
    private int first(int here) {
        char c = at(here);
        if (c == '\\') {
            return isMathematics(here) ? afterCommand(here) : here;
        }
        if (c == '^' || c == '_') {
            boolean group = at(here + 1) == '{' && group(here + 1, '{', '}') > here + 2;
            return group || (c == '^' && isDigit(at(here + 1))) ? scripts(here) : here;
        }
        if (!isAlphanumeric(c) || !isBoundary(here == 0 ? ' ' : at(here - 1))) {
            return here;
        }
        int word = here + 1;
        while (isAlphanumeric(at(word)) && word - here <= LONGEST_WORD) {
            word++;
        }
        boolean number = isNumber(here, word);
        boolean letter = word == here + 1 && !number;
        if (at(word) == '^' || at(word) == '_') {
            boolean braced = at(word + 1) == '{';
            boolean plausible = braced || letter || (number && at(word) == '^');
            return plausible && word - here <= LONGEST_WORD && scripts(word) > word && !isIdentifier(word)
                    ? scripts(word)
                    : here;
        }
        if (letter && at(word) == '(') {
            int close = argument(word);
            return close > word && hasMathematics(word, close) ? scripts(close) : here;
        }
        return (number || (letter && !isArticle(c))) && isJoin(skipSpaces(word)) ? word : here;
    }

    /** The end of the formula with what follows joined to it, or {@code end} where nothing does. */
    private int longer(int end) {
        int next = skipSpaces(end);
        char c = at(next);
        if (c == '\\') {
            return isMathematics(next) ? afterCommand(next) : end;
        }
        int operand = operand(next);
        if (operand > next && (next > end || isLetter(at(end - 1)))) {
            return endsInCommand(end) ? operand : end;
        }
        if ("=+-<>*/|,".indexOf(c) >= 0) {
            int after = skipSpaces(next + 1);
            if (at(after) == '\\' && isMathematics(after) && c != ',') {
                return afterCommand(after);
            }
            int value = operand(after);
            return value > after && c != ',' && at(value) != '-' ? value : end;
        }
        return end;
    }

    /** A number, or a letter by itself that is not a word of English, with its scripts. */
    private int operand(int here) {
        char c = at(here);
        if (isDigit(c)) {
            int end = here;
            while (isDigit(at(end)) || (at(end) == '.' && isDigit(at(end + 1)))) {
                end++;
            }
            return isLetter(at(end)) ? here : scripts(end);
        }
        boolean alone =
                isLetter(c) && !isAlphanumeric(at(here + 1)) && !(at(here + 1) == '.' && isLetter(at(here + 2)));
        return alone && !isArticle(c) ? scripts(here + 1) : here;
    }

    private int afterCommand(int here) {
        int end = nameEnd(here);
        if (at(end) == '[' && source.startsWith("\\sqrt", here)) {
            end = Math.max(end, group(end, '[', ']'));
        }
        for (int groups = 0; groups < 3 && at(end) == '{'; groups++) {
            int close = group(end, '{', '}');
            if (close == end) {
                break;
            }
            end = close;
        }
        end = scripts(end);
        return at(end) == '(' ? scripts(Math.max(end, argument(end))) : end;
    }

    private int scripts(int here) {
        int end = here;
        while (at(end) == '^' || at(end) == '_') {
            int after = end + 1;
            char c = at(after);
            int close = after;
            if (c == '{') {
                close = group(after, '{', '}');
            } else if (c == '\\' && isMathematics(after)) {
                close = nameEnd(after);
            } else if (isDigit(c) || (c == '-' && isDigit(at(after + 1)))) {
                close++;
                while (isDigit(at(close))) {
                    close++;
                }
            } else if (isLetter(c) || c == '*' || c == '+' || c == '-' || c == '\'') {
                close = after + 1;
            }
            if (close == after) {
                return end;
            }
            end = close;
        }
        return end;
    }

    /** Behind the bracket that closes the one here; {@code here} where none does. */
    private int group(int here, char open, char close) {
        int depth = 0;
        int last = Math.min(source.length(), here + LONGEST_GROUP);
        for (int i = here; i < last; i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return i + 1;
            } else if (c == '$') {
                return here;
            }
        }
        return here;
    }

    /** Behind the parenthesis that closes the one here, if no prose stands between them. */
    private int argument(int here) {
        int close = group(here, '(', ')');
        if (close == here || close - here > LONGEST_ARGUMENT) {
            return here;
        }
        int letters = 0;
        boolean command = false;
        for (int i = here; i < close; i++) {
            char c = source.charAt(i);
            if (!isLetter(c)) {
                letters = 0;
                command = c == '\\';
            } else if (++letters > 2 && !command) {
                return here;
            }
        }
        return close;
    }

    private boolean hasMathematics(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = source.charAt(i);
            if (c == '^' || c == '_' || (c == '\\' && isMathematics(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an underscore belongs to a name as programs have them ({@code a_variable}). */
    private boolean isIdentifier(int underscore) {
        return isLetter(at(underscore + 1)) && isAlphanumeric(at(underscore + 2));
    }

    private boolean isMathematics(int backslash) {
        int end = nameEnd(backslash);
        return end > backslash + 1
                && TexName.of(source.substring(backslash + 1, end)).isMathematics();
    }

    private boolean isJoin(int backslash) {
        return at(backslash) == '\\'
                && TexName.of(source.substring(backslash + 1, nameEnd(backslash)))
                                .prose()
                        == TexName.Part.JOIN;
    }

    /** Whether the text before ends in a command without an argument, which asks for an operand. */
    private boolean endsInCommand(int end) {
        int start = end;
        while (start > 0 && end - start < 20 && isLetter(source.charAt(start - 1))) {
            start--;
        }
        return start > 0 && source.charAt(start - 1) == '\\';
    }

    // Longer than any command we know is not looked at: a text of letters must not be read again and again.
    private int nameEnd(int backslash) {
        int end = backslash + 1;
        while (isLetter(at(end)) && end - backslash < 24) {
            end++;
        }
        return end;
    }

    private int skipSpaces(int here) {
        int end = here;
        while (end - here < 4 && Character.isWhitespace(at(end))) {
            end++;
        }
        return end;
    }

    private boolean isNumber(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isDigit(source.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBoundary(char before) {
        return Character.isWhitespace(before) || "([{,;:=+-*<>|~–—\"“".indexOf(before) >= 0;
    }

    private static boolean isArticle(char c) {
        return c == 'a' || c == 'A' || c == 'I';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAlphanumeric(char c) {
        return isLetter(c) || isDigit(c);
    }

    private char at(int index) {
        return index < source.length() ? source.charAt(index) : '\0';
    }
}
