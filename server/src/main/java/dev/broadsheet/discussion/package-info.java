/**
 * What people say about papers: comments in threads, reactions, notices of replies, reports, and what moderators do about
 * them, with a public log. It must not know how papers are found or put in order.
 */
@NullMarked
@ApplicationModule(
        displayName = "Discussion",
        allowedDependencies = {
            "installation",
            "text",
            "database",
            "room",
            "jobs",
            "site",
            "address",
            "account",
            "authorship",
            "paper"
        })
package dev.broadsheet.discussion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
