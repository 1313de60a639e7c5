/**
 * What a searcher's typing is met with: another spelling of a query, and what begins like it. It must
 * not know how an engine holds words, nor how answers are ranked or shown.
 */
@NullMarked
package dev.broadsheet.search.typing;

import org.jspecify.annotations.NullMarked;
