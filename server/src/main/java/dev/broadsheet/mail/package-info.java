/**
 * Mails: a queue in the database, and what sends them, by SMTP or, where no server is set, into the folder {@code
 * outbox}. It must not know people or what mails are about.
 */
@NullMarked
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"installation", "database", "room", "jobs"})
package dev.broadsheet.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
