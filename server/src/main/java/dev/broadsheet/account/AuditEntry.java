package dev.broadsheet.account;

import java.time.Instant;

/**
 * That somebody did something.
 *
 * @param number higher for what was done later
 * @param person the user name of who did it; empty for the program or the command line
 */
public record AuditEntry(long number, Instant at, String person, String action, String subject, String details) {}
