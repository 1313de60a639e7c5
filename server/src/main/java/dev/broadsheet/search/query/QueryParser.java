package dev.broadsheet.search.query;

import dev.broadsheet.search.query.Condition.Part;
import dev.broadsheet.search.query.Token.Close;
import dev.broadsheet.search.query.Token.Open;
import dev.broadsheet.search.query.Token.Or;
import dev.broadsheet.search.query.Token.Test;
import dev.broadsheet.search.query.Token.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Understands queries. Whatever is no syntax is words: there are no mistakes. The time taken grows
 * with the length only.
 *
 * <pre>
 * query       = alternative { "OR" alternative }
 * alternative = { word | [-] test | [-] "(" query ")" }
 * test        = word (negated only) | '"' phrase '"' | field ":" ( word | '"' phrase '"' )
 * </pre>
 */
public final class QueryParser {
    private final List<Token> tokens;
    private int next;

    private QueryParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @param query one line of valid text */
    public static ParsedQuery parse(String query) {
        List<Token> tokens = new Lexer(query).read();
        if (Prose.is(query, tokens)) {
            return new ParsedQuery(query, null);
        }
        QueryParser parser = new QueryParser(Parentheses.matched(tokens));
        List<Alternative> alternatives = parser.alternatives();
        Condition condition = alternatives.size() == 1 ? alternatives.getFirst().conditions() : any(alternatives);
        if (condition == null) {
            return new ParsedQuery(query, null);
        }
        StringJoiner text = new StringJoiner(" ");
        alternatives.forEach(alternative -> alternative.words.forEach(text::add));
        return new ParsedQuery(text.toString(), condition);
    }

    private List<Alternative> alternatives() {
        List<Alternative> alternatives = new ArrayList<>();
        Alternative current = new Alternative();
        alternatives.add(current);
        for (; next < tokens.size() && !(tokens.get(next) instanceof Close); next++) {
            switch (tokens.get(next)) {
                case Or or -> {
                    if (current.isEmpty() || !isFollowed()) {
                        current.add("OR");
                    } else {
                        current = new Alternative();
                        alternatives.add(current);
                    }
                }
                case Text text -> current.add(text.text());
                case Test test -> current.add(test);
                case Open open -> {
                    next++;
                    current.add(alternatives(), open.negated());
                }
                case Close close -> throw new IllegalStateException("the loop ends before it");
            }
        }
        return alternatives;
    }

    /** Whether something stands behind this OR that it could part from what stands before. */
    private boolean isFollowed() {
        Token following = next + 1 < tokens.size() ? tokens.get(next + 1) : new Close();
        return !(following instanceof Or || following instanceof Close);
    }

    private static Condition any(List<Alternative> alternatives) {
        return new Condition.Any(alternatives.stream().map(Alternative::all).toList());
    }

    /** What stands between two ORs. */
    private static final class Alternative {
        /** The words that the answers are ordered by. */
        private final List<String> words = new ArrayList<>();

        private final StringJoiner plain = new StringJoiner(" ");
        private final List<Condition> conditions = new ArrayList<>();

        void add(String text) {
            words.add(text);
            plain.add(text);
        }

        void add(Test test) {
            conditions.add(test.condition());
            if (!test.words().isEmpty()) {
                words.add(test.words());
            }
        }

        /** Parentheses about mere words mean nothing, unless these are not to be held. */
        void add(List<Alternative> group, boolean negated) {
            Alternative first = group.getFirst();
            if (group.size() == 1 && first.conditions.isEmpty() && !negated) {
                first.words.forEach(this::add);
                return;
            }
            Condition condition = group.size() == 1 ? first.all() : QueryParser.any(group);
            conditions.add(negated ? new Condition.Not(condition) : condition);
            if (!negated) {
                group.forEach(alternative -> words.addAll(alternative.words));
            }
        }

        boolean isEmpty() {
            return plain.length() == 0 && conditions.isEmpty();
        }

        /** What must hold beside the plain words, or null. */
        @Nullable Condition conditions() {
            return switch (conditions.size()) {
                case 0 -> null;
                case 1 -> conditions.getFirst();
                default -> new Condition.All(conditions);
            };
        }

        /** What must hold, the plain words included. */
        Condition all() {
            if (plain.length() == 0) {
                return conditions.size() == 1 ? conditions.getFirst() : new Condition.All(conditions);
            }
            Condition held = new Condition.Words(Part.ANYWHERE, plain.toString());
            if (conditions.isEmpty()) {
                return held;
            }
            List<Condition> all = new ArrayList<>(conditions);
            all.addFirst(held);
            return new Condition.All(all);
        }
    }
}
