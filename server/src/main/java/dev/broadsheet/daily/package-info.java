/**
 * The daily list and its sums: what stood on the list of a day, a week or a month, in which order,
 * and why a day has none. It must not know how a list is shown, or how papers are searched.
 */
@NullMarked
@ApplicationModule(
        displayName = "Daily",
        allowedDependencies = {"installation", "text", "paper", "source", "ingest"})
package dev.broadsheet.daily;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
