package dev.broadsheet.paper;

import java.time.Instant;

/**
 * A paper as the catalogue holds it.
 *
 * @param number the catalogue's own number, never changed and never used again
 * @param id its address; from a short name it may change, and the paper is then found under both
 * @param revision the number of its last change, counts apart; greater than that of every earlier change
 * @param addedAt when the catalogue first held it
 */
public record Paper(long number, PaperId id, long revision, Metadata metadata, Instant addedAt) {}
