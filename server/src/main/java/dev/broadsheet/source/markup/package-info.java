/**
 * Inline mark-up of titles and abstracts as the plain text with TeX that metadata holds. It must
 * not know which source's text it is.
 */
@NullMarked
package dev.broadsheet.source.markup;

import org.jspecify.annotations.NullMarked;
