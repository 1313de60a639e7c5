/**
 * Keeps an engine's index in step with the catalogue: reads the changes above the index's own revision, applies, shows
 * and commits them, and rebuilds it. The face is {@link dev.broadsheet.search.follower.SearchEngine}. It must not know
 * which engine it is.
 */
@NullMarked
package dev.broadsheet.search.follower;

import org.jspecify.annotations.NullMarked;
