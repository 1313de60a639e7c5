/**
 * Finding papers by words and by meaning: the one entrance {@link PaperSearch}, the ranking, the
 * embedding of texts, and the engines behind it. It follows the catalogue by revision numbers and
 * can always be rebuilt from it; it must not know who asks or how an answer is shown.
 */
@NullMarked
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"installation", "text", "database", "paper", "room"})
package dev.broadsheet.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
