/**
 * Semantic Scholar's graph of papers (https://api.semanticscholar.org/api-docs), day by day of
 * publication. It must not know of other sources.
 */
@NullMarked
package dev.broadsheet.source.semanticscholar;

import org.jspecify.annotations.NullMarked;
