package dev.broadsheet.vote;

import java.time.Instant;

/**
 * A vote.
 *
 * @param paper the number of the paper
 * @param person the number of who cast it
 */
public record Vote(long paper, long person, Instant at, boolean counted) {}
