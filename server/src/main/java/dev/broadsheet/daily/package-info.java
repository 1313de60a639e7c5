/**
 * Editions and their lists: what stood on the list of a day, a week or a month, in which order, and why a day has none;
 * who put a paper there, what curators made of it, and what of a list is new to whom. It must not know how a list is
 * shown, or how papers are searched.
 */
@NullMarked
@ApplicationModule(
        displayName = "Daily",
        allowedDependencies = {
            "installation",
            "text",
            "database",
            "jobs",
            "room",
            "site",
            "paper",
            "source",
            "ingest",
            "account"
        })
package dev.broadsheet.daily;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
