/**
 * Places papers come from, one folder each: turns foreign records into metadata. It must not know
 * how or where papers are stored, nor what else is known of them. Here stand the types that all folders
 * and other rooms share; only the folder {@code types} knows all the others.
 */
@NullMarked
@ApplicationModule(
        displayName = "Source",
        allowedDependencies = {"installation", "text", "paper"})
package dev.broadsheet.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
