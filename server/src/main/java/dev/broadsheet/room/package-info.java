/**
 * The shape of a room: what each gives to the program, so that the program's table of contents is a list. It must not
 * know any room.
 */
@NullMarked
@ApplicationModule(
        displayName = "Room",
        allowedDependencies = {"jobs", "site"})
package dev.broadsheet.room;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
