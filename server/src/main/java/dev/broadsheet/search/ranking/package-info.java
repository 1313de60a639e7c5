/**
 * The order of the answers: what is asked of an engine, how its signals are fused, and the round of
 * feedback. Written once for all engines; it must not know how an engine finds its candidates.
 */
@NullMarked
package dev.broadsheet.search.ranking;

import org.jspecify.annotations.NullMarked;
