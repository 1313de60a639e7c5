package dev.broadsheet.web.shared;

import dev.broadsheet.site.NamedLink;
import org.jspecify.annotations.Nullable;

/**
 * The other pages of what is too long for one.
 *
 * @param earlier the page before this one, or null
 * @param later the page after this one, or null
 */
public record Pagination(
        @Nullable NamedLink earlier, @Nullable NamedLink later) {}
