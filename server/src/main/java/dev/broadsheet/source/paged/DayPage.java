package dev.broadsheet.source.paged;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One page of a day's list.
 *
 * @param total how many entries the service says the whole day has
 * @param entries of this page
 * @param next what to ask the next page with; null if this is the last one
 */
public record DayPage(
        int total, List<JsonNode> entries, @Nullable String next) {}
