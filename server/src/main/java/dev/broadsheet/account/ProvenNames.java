package dev.broadsheet.account;

import org.jspecify.annotations.Nullable;

/**
 * Names by which the world knows a person and that they have proved to be theirs.
 *
 * @param email in lower case, which they have confirmed by a link that was sent there; null without one
 * @param orcid the ORCID iD ({@code 0000-0002-1825-0097}) by which they have signed in; null without one
 */
public record ProvenNames(@Nullable String email, @Nullable String orcid) {}
