/**
 * The command line: one file for each command, and the parts they share. It puts the other rooms
 * together, each command only those it needs; no other room may know it.
 */
@NullMarked
@ApplicationModule(displayName = "Command line")
package dev.broadsheet.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
