/**
 * People: accounts, sign-in, sessions, roles, invitations, keys, and the log of what those who run the place did. Other
 * rooms learn from {@link dev.broadsheet.account.Person} who sent a request and what they may do, and from {@link
 * dev.broadsheet.account.People} who stands behind a number. It must not know papers, votes or comments.
 */
@NullMarked
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"installation", "database", "room", "jobs", "site", "mail"})
package dev.broadsheet.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
