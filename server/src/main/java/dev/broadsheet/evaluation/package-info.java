/**
 * How good the ranking is: judged collections in BEIR's layout, searched through the product's own search, and the
 * measures over the answers. It must not know how papers are ranked.
 */
@NullMarked
@ApplicationModule(
        displayName = "Evaluation",
        allowedDependencies = {"installation", "database", "paper", "search"})
package dev.broadsheet.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
