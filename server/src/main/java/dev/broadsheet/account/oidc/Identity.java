package dev.broadsheet.account.oidc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is at a provider.
 *
 * @param email that the provider said last; empty where it said none
 * @param used when they last signed in by it; null for never
 */
record Identity(
        String issuer,
        String subject,
        String email,
        Instant linked,
        @Nullable Instant used) {}
