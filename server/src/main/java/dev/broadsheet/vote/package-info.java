/**
 * Votes for papers: one of a person for a paper, taken back by the same button; how many there are and which of them
 * count; and accounts that vote together, for moderators to look at. It must not know lists, their order or trending.
 */
@NullMarked
@ApplicationModule(
        displayName = "Votes",
        allowedDependencies = {"installation", "database", "room", "jobs", "site", "address", "account", "paper"})
package dev.broadsheet.vote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
