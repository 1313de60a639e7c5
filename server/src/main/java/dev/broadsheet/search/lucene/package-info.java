/**
 * The embedded engine: a Lucene index in the data folder that follows the catalogue. It offers
 * candidates with scores; it must not know how they are fused or shown.
 */
@NullMarked
package dev.broadsheet.search.lucene;

import org.jspecify.annotations.NullMarked;
