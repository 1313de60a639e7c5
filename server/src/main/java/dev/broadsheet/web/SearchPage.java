package dev.broadsheet.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as its page shows it.
 *
 * @param summary what was found, in words; null where nothing was asked
 * @param spelling another spelling of the query, or null
 * @param note what a reader must know of the answer, or null
 */
public record SearchPage(
        SearchForm form,
        @Nullable String summary,
        @Nullable RespelledQuery spelling,
        @Nullable String note,
        List<Card> cards,
        @Nullable Step earlier,
        @Nullable Step later) {}
