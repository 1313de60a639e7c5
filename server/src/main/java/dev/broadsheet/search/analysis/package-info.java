/**
 * How texts become words, and names of authors what their printings have in common: for what is indexed, for what is
 * asked and for what is highlighted. It must not know an index.
 */
@NullMarked
package dev.broadsheet.search.analysis;

import org.jspecify.annotations.NullMarked;
