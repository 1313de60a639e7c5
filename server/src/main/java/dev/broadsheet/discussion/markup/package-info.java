/**
 * What people write, as HTML that can do no harm: Markdown, with mathematics that Markdown leaves alone. It must not know
 * who wrote it, nor about what.
 */
@NullMarked
package dev.broadsheet.discussion.markup;

import org.jspecify.annotations.NullMarked;
