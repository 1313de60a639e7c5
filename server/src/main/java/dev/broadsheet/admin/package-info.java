/**
 * The pages of those who run the place, below {@code /admin}: people, the settings in force, jobs, the audit log. They
 * show what the rooms say and call what the rooms do; it must not decide anything that a room could.
 */
@NullMarked
@ApplicationModule(
        displayName = "Administration",
        allowedDependencies = {"installation", "database", "jobs", "room", "site", "account"})
package dev.broadsheet.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
