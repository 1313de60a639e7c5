/**
 * Papers, and the catalogue that is the truth about them: metadata, identifiers in any written
 * form, the lists a paper has stood on, and revision numbers that followers read. It must not know
 * where papers come from, how they are searched, or how they are shown.
 */
@NullMarked
@ApplicationModule(
        displayName = "Paper",
        allowedDependencies = {"installation", "text", "database"})
package dev.broadsheet.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
