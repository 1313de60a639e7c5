package dev.broadsheet.search.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a paper must fulfil to be an answer at all; it says nothing about the order. Immutable. */
public sealed interface Condition {
    /** Each of these, at least one. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** At least one of these. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(Condition condition) implements Condition {}

    /** Holds all of the text's words, in any order; stop words do not count. */
    record Words(Part part, String text) implements Condition {}

    /** Holds the text's words beside one another, in this order. */
    record Phrase(Part part, String text) implements Condition {}

    /** Has an author of this name: any part of it, whatever the accents, with initials, in either order. */
    record By(String author) implements Condition {}

    /** Is of this category; {@code cs.*} stands for all of an archive. */
    record Category(String code) implements Condition {}

    /** Is of one of these categories, as they are written but for case; {@code cs.*} stands for all of an archive. */
    record InCategories(Set<String> codes) implements Condition {
        public InCategories {
            codes = Set.copyOf(codes);
        }
    }

    /** Is known by one of these sources. */
    record FromSources(Set<String> sources) implements Condition {
        public FromSources {
            sources = Set.copyOf(sources);
        }
    }

    /** Is of one of these days, both included; null is open. */
    record Days(@Nullable LocalDate from, @Nullable LocalDate until) implements Condition {}

    /** Has an address of its code. */
    record WithCode() implements Condition {}

    /** Bears this identifier: an arXiv number with or without version, a DOI, an address. */
    record Named(String identifier) implements Condition {}

    /** Where words are looked for. */
    enum Part {
        ANYWHERE,
        TITLE,
        ABSTRACT
    }
}
