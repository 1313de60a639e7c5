package dev.broadsheet.paper;

import org.jspecify.annotations.Nullable;

/**
 * What a follower of the catalogue learns of one paper: its state after its last change.
 *
 * @param revision the change's number
 * @param paper the paper, or null where it is gone (it turned out to be another one)
 */
public record Change(long number, long revision, @Nullable Paper paper) {}
