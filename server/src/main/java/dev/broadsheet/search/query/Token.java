package dev.broadsheet.search.query;

import dev.broadsheet.search.query.Condition.Part;

/** A piece of a query. */
sealed interface Token {
    /** What begins a group. */
    record Open(boolean negated) implements Token {}

    /** What ends a group. */
    record Close() implements Token {}

    record Or() implements Token {}

    /** Plain words; what was meant as syntax and is none is words too. */
    record Text(String text) implements Token {}

    /**
     * A condition that stands by itself.
     *
     * @param words what it adds to the words that the answers are ordered by; empty for a date, say
     */
    record Test(Condition condition, String words) implements Token {
        /** Words that must be held. */
        static Test holds(Part part, String text, boolean quoted) {
            return new Test(quoted ? new Condition.Phrase(part, text) : new Condition.Words(part, text), text);
        }

        static Test of(Condition condition) {
            return new Test(condition, "");
        }

        Test negated() {
            return new Test(new Condition.Not(condition), "");
        }
    }
}
