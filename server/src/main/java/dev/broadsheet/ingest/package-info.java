/**
 * Getting papers in: reading a source with a cursor that is committed together with the papers it
 * covers, merging what several sources say of one paper, progress, and the ledger of what live
 * sources announced against what came. It must not know how a source reads or how papers are
 * searched and shown.
 */
@NullMarked
@ApplicationModule(
        displayName = "Ingest",
        allowedDependencies = {"installation", "text", "database", "source", "paper"})
package dev.broadsheet.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
