/**
 * Who follows whom. What those did is told by the rooms that keep it, and put together by the pages. It must not know
 * papers, votes or comments.
 */
@NullMarked
@ApplicationModule(
        displayName = "Following",
        allowedDependencies = {"database", "room", "site", "account"})
package dev.broadsheet.following;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
