/**
 * The nearest vectors of a Lucene index, by looking through all of them in memory, two bits a number, and judging the
 * best with the whole vectors. The face is {@link dev.broadsheet.search.nearest.NearestVectors}, over a
 * {@link dev.broadsheet.search.nearest.QuantizedVectorCache} of an index written with
 * {@link dev.broadsheet.search.nearest.VectorCodec}. Kept because of a measurement ({@code docs/benchmarks.md},
 * "Nearest vectors"; decision 17): the nearest thousand of a million in 9.0 milliseconds with a recall of .9883.
 * It must not know what a paper is.
 */
@NullMarked
package dev.broadsheet.search.nearest;

import org.jspecify.annotations.NullMarked;
