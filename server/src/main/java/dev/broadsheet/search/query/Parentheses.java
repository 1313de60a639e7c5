package dev.broadsheet.search.query;

import dev.broadsheet.search.query.Token.Close;
import dev.broadsheet.search.query.Token.Open;
import dev.broadsheet.search.query.Token.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Turns parentheses that have no other half, nothing between them, or too many about them into words. */
final class Parentheses {
    /** Groups within groups. */
    static final int DEEPEST = 20;

    private Parentheses() {}

    static List<Token> matched(List<Token> tokens) {
        List<Token> matched = new ArrayList<>(tokens);
        Deque<Integer> open = new ArrayDeque<>();
        int[] ends = new int[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Open) {
                open.push(i);
            } else if (tokens.get(i) instanceof Close) {
                if (open.isEmpty()) {
                    matched.set(i, new Text(")"));
                } else if (open.peek() == i - 1) {
                    toWords(matched, open.pop(), i);
                } else {
                    ends[open.pop()] = i;
                }
            }
        }
        for (int unclosed : open) {
            matched.set(unclosed, opening(matched.get(unclosed)));
        }
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (ends[i] > 0 && depth == DEEPEST) {
                toWords(matched, i, ends[i]);
            } else if (ends[i] > 0) {
                depth++;
            } else if (matched.get(i) instanceof Close) {
                depth--;
            }
        }
        return matched;
    }

    private static void toWords(List<Token> tokens, int open, int close) {
        tokens.set(open, opening(tokens.get(open)));
        tokens.set(close, new Text(")"));
    }

    private static Text opening(Token open) {
        return new Text(open instanceof Open paren && paren.negated() ? "-(" : "(");
    }
}
