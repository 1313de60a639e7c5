package dev.broadsheet.source;

import java.time.Duration;

/**
 * How one host wants to be asked.
 *
 * @param host name and port as in an address's authority, in lower case
 * @param pause between the end of one request and the start of the next
 * @param perDay how many requests a day at most; 0 for no limit
 * @param mayBePrivate whether it may be an address of the own network: only where the operator
 *     named it, never for a default
 */
public record HostRule(String host, Duration pause, int perDay, boolean mayBePrivate) {}
