/**
 * The pages, a folder each: the lists, a paper, the search, related papers, the status. {@link
 * dev.broadsheet.web.WebPages} has every address on one screen. It must not know how papers are stored, found or put
 * in order, nor how a page is sent.
 */
@NullMarked
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {
            "installation",
            "account",
            "site",
            "address",
            "text",
            "database",
            "paper",
            "vote",
            "daily",
            "discussion",
            "trending",
            "search",
            "source",
            "ingest",
            "ops",
            "room",
            "authorship",
            "following"
        })
package dev.broadsheet.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
