package dev.broadsheet.vote;

import java.time.Instant;
import java.util.List;

/**
 * Accounts that voted together, for a moderator to look at. It may be a coincidence; what they did is not undone.
 *
 * @param number of the report
 * @param found when it was reported
 * @param last when they last did so, as far as was noticed
 * @param people their numbers
 * @param papers numbers of the papers they voted for together
 */
public record Ring(long number, Instant found, Instant last, List<Long> people, List<Long> papers) {}
