package dev.broadsheet.search.query;

import dev.broadsheet.search.query.Condition.Part;
import dev.broadsheet.search.query.Token.Close;
import dev.broadsheet.search.query.Token.Open;
import dev.broadsheet.search.query.Token.Or;
import dev.broadsheet.search.query.Token.Test;
import dev.broadsheet.search.query.Token.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a query into pieces, reading each character a bounded number of times. Signs are syntax only
 * where a word could begin: "state-of-the-art", "f(x)" and 5" are words. For one query, one thread.
 */
final class Lexer {
    /** So many conditions are understood; what follows is words. */
    static final int MOST_CONDITIONS = 64;

    private final String query;
    private final List<Token> tokens = new ArrayList<>();
    private int here;

    private int conditions;

    /** Parentheses that words have opened and not closed yet, as in "O(n log n)". */
    private int openInWords;

    /** Whether it is known that no quote is closed any more. */
    private boolean quotesEnded;

    Lexer(String query) {
        this.query = query;
    }

    List<Token> read() {
        while (here < query.length()) {
            if (Character.isWhitespace(query.charAt(here))) {
                here++;
            } else {
                piece();
            }
        }
        return tokens;
    }

    /** Reads one piece; something but white space stands here. */
    private void piece() {
        int start = here;
        if (at(here) == ')' && openInWords == 0) {
            here++;
            tokens.add(new Close());
            return;
        }
        int open = openInWords;
        boolean negated = at(here) == '-' && isBeginning();
        Token syntax = conditions < MOST_CONDITIONS ? syntax(negated) : null;
        if (syntax == null) {
            here = start;
            openInWords = open;
            tokens.add(new Text(word()));
        } else {
            tokens.add(syntax);
            if (!(syntax instanceof Text || (syntax instanceof Open && !negated))) {
                conditions++;
            }
        }
    }

    /** What the signs here mean, or null where they mean nothing; they have to be read again then. */
    private @Nullable Token syntax(boolean negated) {
        if (negated) {
            here++;
        }
        int start = here;
        if (at(here) == '(') {
            here++;
            return new Open(negated);
        }
        if (isOr() && !negated) {
            here += 2;
            return new Or();
        }
        int open = openInWords;
        String phrase = quoted();
        if (phrase != null && phrase.isBlank()) {
            return new Text(query.substring(start, here));
        }
        Test test = phrase != null ? Test.holds(Part.ANYWHERE, phrase, true) : field();
        if (test == null && negated) {
            here = start;
            openInWords = open;
            test = excluded();
        }
        return test == null || !negated ? test : test.negated();
    }

    /** The word that is not to be held, or null where the sign before it is part of the text. */
    private @Nullable Test excluded() {
        char first = at(here);
        String word = word();
        boolean sign = word.isEmpty() || first == '-' || isQuote(first);
        return sign ? null : Test.holds(Part.ANYWHERE, word, false);
    }

    /** The field that begins here, or null. */
    private @Nullable Test field() {
        int colon = here;
        while (colon - here < Field.LONGEST && isLetter(at(colon))) {
            colon++;
        }
        Field field = at(colon) == ':' ? Field.named(query.substring(here, colon)) : null;
        if (field == null) {
            return null;
        }
        here = colon + 1;
        String value = quoted();
        if (value != null) {
            return field.of(value, true);
        }
        return isQuote(at(here)) ? null : field.of(word(), false);
    }

    private boolean isOr() {
        char behind = at(here + 2);
        return query.startsWith("OR", here) && (behind == '\0' || behind == ')' || Character.isWhitespace(behind));
    }

    /** Whether a word could begin here: not behind a quotation mark, say. */
    private boolean isBeginning() {
        return here == 0 || Character.isWhitespace(query.charAt(here - 1)) || query.charAt(here - 1) == '(';
    }

    /** What stands between the quotation mark here and the next, or null where none begins or it is not closed. */
    private @Nullable String quoted() {
        if (!isQuote(at(here)) || quotesEnded) {
            return null;
        }
        int end = here + 1;
        while (end < query.length() && !isQuote(query.charAt(end))) {
            end++;
        }
        if (end == query.length()) {
            quotesEnded = true;
            return null;
        }
        String inside = query.substring(here + 1, end);
        here = end + 1;
        return inside;
    }

    /** What stands before white space or a parenthesis that no word opened. */
    private String word() {
        int start = here;
        while (here < query.length() && !Character.isWhitespace(query.charAt(here))) {
            char c = query.charAt(here);
            if (c == ')' && openInWords == 0) {
                break;
            }
            openInWords += c == '(' ? 1 : c == ')' ? -1 : 0;
            here++;
        }
        return query.substring(start, here);
    }

    /** Straight or as printed; phones write the latter. */
    private static boolean isQuote(char c) {
        return c == '"' || c == '\u201C' || c == '\u201D' || c == '\u201E';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private char at(int index) {
        return index < query.length() ? query.charAt(index) : '\0';
    }
}
