/**
 * The vectors of papers: which texts they are made of, which papers lack them, the queue and the
 * workers that make them, and the tables they are kept in. It must not know how an index uses them.
 */
@NullMarked
package dev.broadsheet.search.vector;

import org.jspecify.annotations.NullMarked;
