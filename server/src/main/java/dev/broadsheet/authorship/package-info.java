/**
 * Who wrote which paper: people claim it, the source or a curator confirms it. Rooms that count or mark what authors do
 * ask {@link dev.broadsheet.authorship.Authorship}. It must not know votes, lists or discussions, which are told of
 * changes by {@link dev.broadsheet.authorship.AuthorshipListener}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Authorship",
        allowedDependencies = {"database", "room", "site", "paper", "account"})
package dev.broadsheet.authorship;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
