/**
 * Another spelling of a query, where words in it look like slips of the finger. It must not know how an engine holds
 * words, nor how answers are ranked or shown.
 */
@NullMarked
package dev.broadsheet.search.spelling;

import org.jspecify.annotations.NullMarked;
