/**
 * A model's graph written anew for the runtime before it is loaded, with the operators that the runtime has for whole
 * parts of it. The face is {@link dev.broadsheet.search.embedding.graph.FusedGraph}. Kept because of a measurement
 * ({@code docs/benchmarks.md}, "Embedding"; decision 16): with one thread the two models take 29.3 and 13.1 milliseconds of
 * processor time for a paper, where the graphs as shipped take 44.5 and 19.0. It must not know what is embedded.
 */
@NullMarked
package dev.broadsheet.search.embedding.graph;

import org.jspecify.annotations.NullMarked;
