/**
 * arXiv: its announcement feeds, its OAI-PMH listings and its query service, which check each other,
 * and the calendar by which it announces. It must not know what is stored.
 */
@NullMarked
package dev.broadsheet.source.arxiv;

import org.jspecify.annotations.NullMarked;
