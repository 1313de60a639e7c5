package dev.broadsheet.discussion;

import java.time.Duration;

/**
 * Somebody who said something about a paper that everybody can see.
 *
 * @param person the number of somebody who is not suspended
 * @param accountAge how old the account was when the earliest of it was written
 */
public record Commenter(long paper, long person, Duration accountAge) {}
