/**
 * The embedded engine: a Lucene index in the data folder. The face is
 * {@link dev.broadsheet.search.lucene.LuceneIndexes}. It must not know what candidates are for, nor where changes come
 * from.
 */
@NullMarked
package dev.broadsheet.search.lucene;

import org.jspecify.annotations.NullMarked;
