package dev.broadsheet.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list as its page shows it.
 *
 * @param count how many papers it has, in words
 * @param note why there are none, or null
 * @param categories how many papers of this page have each primary category
 * @param up the latest list, where this one is missing; null where it is not
 * @param earlier the page before this one, of a long list
 * @param later the page after this one
 */
public record ListPage(
        String heading,
        String count,
        @Nullable String note,
        @Nullable Step previous,
        @Nullable Step next,
        List<Card> cards,
        Map<String, Integer> categories,
        @Nullable Step up,
        @Nullable Step earlier,
        @Nullable Step later) {}
