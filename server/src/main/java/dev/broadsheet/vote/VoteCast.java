package dev.broadsheet.vote;

import java.time.Instant;

/** That somebody voted for a paper, whether or not it counts. */
public record VoteCast(long paper, long person, Instant at) {}
