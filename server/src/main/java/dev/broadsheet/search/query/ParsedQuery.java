package dev.broadsheet.search.query;

import org.jspecify.annotations.Nullable;

/**
 * A query as it was understood.
 *
 * @param text the words that the answers are ordered by, without syntax; empty where only a condition was given
 * @param condition what the answers must fulfil, or null
 */
public record ParsedQuery(String text, @Nullable Condition condition) {}
