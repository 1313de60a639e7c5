package dev.broadsheet.web.person;

import java.time.Instant;

/**
 * Something that somebody did with a paper.
 *
 * @param person who did it, by number
 * @param paper with which, by number
 * @param href where it is to be read; empty for the paper's page
 * @param words what there is to read of it, as plain text; may be empty
 */
record Deed(long person, long paper, Instant at, String href, String words) {}
