/**
 * What has been rising over days: one published formula, the numbers it is computed from, and the order that follows.
 * It reads what other rooms keep of papers and follows the catalogue's changes; it writes nothing, and it must not know
 * how a page looks.
 */
@NullMarked
@ApplicationModule(
        displayName = "Trending",
        allowedDependencies = {
            "installation",
            "room",
            "paper",
            "ingest",
            "account",
            "authorship",
            "vote",
            "discussion",
            "daily"
        })
package dev.broadsheet.trending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
