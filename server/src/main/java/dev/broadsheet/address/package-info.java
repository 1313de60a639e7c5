/**
 * Where papers, lists and everything else are found, for whoever links there: pages, feeds, mails, commands. It must not
 * know what is there.
 */
@NullMarked
@ApplicationModule(
        displayName = "Addresses",
        allowedDependencies = {"site", "paper", "daily"})
package dev.broadsheet.address;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
