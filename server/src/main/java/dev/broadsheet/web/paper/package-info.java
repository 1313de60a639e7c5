/** The page of a paper, as HTML, Markdown and BibTeX. */
@NullMarked
package dev.broadsheet.web.paper;

import org.jspecify.annotations.NullMarked;
