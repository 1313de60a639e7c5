package dev.broadsheet.search.query;

import dev.broadsheet.search.query.Condition.Part;
import dev.broadsheet.search.query.Token.Or;
import dev.broadsheet.search.query.Token.Test;
import dev.broadsheet.search.query.Token.Text;
import java.util.List;

/**
 * Tells a text that was pasted, or a question as one asks people, from a query with signs: there a
 * quotation mark quotes and a dash is a dash. Fields and OR are nobody's prose.
 */
final class Prose {
    /** Plain words that nobody types beside conditions. */
    static final int MANY_WORDS = 10;

    /** Plain words that with a full stop or a question mark behind them are a sentence. */
    static final int FEW_WORDS = 3;

    private Prose() {}

    static boolean is(String query, List<Token> tokens) {
        return isBibTex(query) || (isLong(query, tokens) && tokens.stream().noneMatch(Prose::isDeliberate));
    }

    private static boolean isLong(String query, List<Token> tokens) {
        long words = tokens.stream().filter(Text.class::isInstance).count();
        boolean sentence = query.endsWith(".") || query.endsWith("?");
        return words > (sentence ? FEW_WORDS : MANY_WORDS);
    }

    private static boolean isDeliberate(Token token) {
        return token instanceof Or || (token instanceof Test test && isField(test.condition()));
    }

    private static boolean isField(Condition condition) {
        return switch (condition) {
            case Condition.Not not -> isField(not.condition());
            case Condition.Phrase phrase -> phrase.part() != Part.ANYWHERE;
            case Condition.Words words -> words.part() != Part.ANYWHERE;
            default -> true;
        };
    }

    /** An entry of a bibliography; its quotation marks and signs are its own. */
    private static boolean isBibTex(String query) {
        int name = 1;
        while (name < query.length() && Character.isLetter(query.charAt(name))) {
            name++;
        }
        return query.startsWith("@") && name > 1 && query.startsWith("{", name);
    }
}
