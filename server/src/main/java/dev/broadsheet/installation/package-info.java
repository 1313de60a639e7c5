/**
 * The ground: one installation on one machine. Its data folder and the locks in it, errors that its operator can
 * solve, settings, the program's version, and the few tools that every room needs (digests, JSON, platform threads).
 * It must not know what a paper is, nor any room.
 */
@NullMarked
@ApplicationModule(
        displayName = "Installation",
        allowedDependencies = {})
package dev.broadsheet.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
