/**
 * What a searcher may write: words, phrases, fields, OR and parentheses, and what is understood by
 * them. It must not know how an engine finds papers, nor how answers are ordered.
 */
@NullMarked
package dev.broadsheet.search.query;

import org.jspecify.annotations.NullMarked;
