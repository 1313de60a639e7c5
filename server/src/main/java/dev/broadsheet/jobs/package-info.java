/**
 * Work that comes again and again while a server runs: every so often, or at a time of day in a time zone; on one
 * server of several. A room declares its jobs as {@link dev.broadsheet.jobs.Job}s. It must not know what any job does.
 */
@NullMarked
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {"database"})
package dev.broadsheet.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
