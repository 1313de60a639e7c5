package dev.broadsheet.mail;

import java.time.Instant;

/**
 * A mail in the queue.
 *
 * @param messageId the same at every attempt, by which a receiver knows one that came twice
 * @param attempts those before this one
 */
record QueuedMail(long number, Mail mail, String messageId, Instant created, int attempts) {}
