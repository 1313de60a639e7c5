/**
 * Running Broadsheet: what an operator asks of an installation. It must not know how its answers
 * are shown.
 */
@NullMarked
@ApplicationModule(
        displayName = "Operation",
        allowedDependencies = {
            "installation",
            "text",
            "database",
            "jobs",
            "paper",
            "source",
            "ingest",
            "search",
            "room",
            "site"
        })
package dev.broadsheet.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
