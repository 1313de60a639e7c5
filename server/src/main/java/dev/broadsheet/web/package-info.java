/**
 * The pages: which addresses there are, what stands on each page, and the server that sends them.
 * It must not know how papers are stored, found or put in order.
 */
@NullMarked
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"installation", "text", "database", "paper", "daily", "search", "source", "ingest", "ops"
        })
package dev.broadsheet.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
