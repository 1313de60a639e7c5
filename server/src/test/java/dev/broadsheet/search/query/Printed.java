package dev.broadsheet.search.query;

import dev.broadsheet.search.query.Condition.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A query made up at random, printed, beside what it must be understood as. */
final class Printed {
    private static final List<String> WORDS =
            List.of("graph", "state-of-the-art", "O(n)", "l_p", "é", "or", "x:y", "α");

    private final Random random;
    private final StringBuilder query = new StringBuilder();
    private final List<String> text = new ArrayList<>();
    private final List<List<Condition>> conditions = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();

    Printed(Random random) {
        this(random, 3);
    }

    private Printed(Random random, int depth) {
        this.random = random;
        int alternatives = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
        for (int i = 0; i < alternatives; i++) {
            query.append(i == 0 ? "" : " OR ");
            alternative(depth);
        }
    }

    String query() {
        return query.toString();
    }

    /** As a whole query. */
    ParsedQuery meaning() {
        boolean none = conditions.size() == 1 && conditions.getFirst().isEmpty();
        if (none) {
            return new ParsedQuery(query.toString(), null);
        }
        Condition condition = conditions.size() == 1 ? all(conditions.getFirst()) : group();
        return new ParsedQuery(String.join(" ", text), condition);
    }

    /** As a part of a query. */
    private Condition group() {
        List<Condition> alternatives = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            List<Condition> held = new ArrayList<>(conditions.get(i));
            if (!plain.get(i).isEmpty()) {
                held.addFirst(new Condition.Words(Part.ANYWHERE, plain.get(i)));
            }
            alternatives.add(all(held));
        }
        return alternatives.size() == 1 ? alternatives.getFirst() : new Condition.Any(alternatives);
    }

    private static Condition all(List<Condition> held) {
        return held.size() == 1 ? held.getFirst() : new Condition.All(held);
    }

    private void alternative(int depth) {
        List<Condition> held = new ArrayList<>();
        List<String> words = new ArrayList<>();
        int pieces = 1 + random.nextInt(3);
        for (int i = 0; i < pieces; i++) {
            query.append(i == 0 ? "" : " ");
            boolean negated = random.nextInt(4) == 0;
            int kind = random.nextInt(depth > 0 ? 7 : 6);
            if (kind < 2 && !negated) {
                String word = word();
                query.append(word);
                words.add(word);
                text.add(word);
            } else if (kind == 6) {
                group(depth, negated, held, words);
            } else {
                query.append(negated ? "-" : "");
                Condition condition = test(kind, negated);
                held.add(negated ? new Condition.Not(condition) : condition);
            }
        }
        conditions.add(held);
        plain.add(String.join(" ", words));
    }

    private void group(int depth, boolean negated, List<Condition> held, List<String> words) {
        Printed group = new Printed(random, depth - 1);
        query.append(negated ? "-(" : "(").append(group.query).append(")");
        boolean mereWords =
                group.conditions.size() == 1 && group.conditions.getFirst().isEmpty();
        if (mereWords && !negated) {
            words.addAll(group.text);
        } else {
            held.add(negated ? new Condition.Not(group.group()) : group.group());
        }
        if (!negated) {
            text.addAll(group.text);
        }
    }

    private Condition test(int kind, boolean negated) {
        String word = word();
        return switch (kind) {
            case 0, 1 -> {
                query.append(word);
                yield new Condition.Words(Part.ANYWHERE, word);
            }
            case 2 -> {
                query.append('"').append(word).append(" (OR)\"");
                order(word + " (OR)", negated);
                yield new Condition.Phrase(Part.ANYWHERE, word + " (OR)");
            }
            case 3 -> {
                query.append("TITLE:").append(word);
                order(word, negated);
                yield new Condition.Words(Part.TITLE, word);
            }
            case 4 -> {
                query.append("author:\"").append(word).append(", J.\"");
                yield new Condition.By(word + ", J.");
            }
            default -> {
                query.append("has:code");
                yield new Condition.WithCode();
            }
        };
    }

    private void order(String words, boolean negated) {
        if (!negated) {
            text.add(words);
        }
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
