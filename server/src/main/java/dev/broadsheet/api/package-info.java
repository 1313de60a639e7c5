/**
 * What programs read: the read side of Hugging Face's papers API, with the same addresses,
 * parameters and field names, so that its clients work here by changing the host. It must not know
 * how pages look, or how papers are stored and found.
 */
@NullMarked
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {
            "installation",
            "site",
            "address",
            "text",
            "account",
            "paper",
            "vote",
            "daily",
            "discussion",
            "trending",
            "search",
            "room"
        })
package dev.broadsheet.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
