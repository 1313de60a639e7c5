package dev.broadsheet.account.oidc;

/**
 * Whom a provider vouches for.
 *
 * @param subject by which the provider knows them, never another's
 * @param email empty where it said nothing
 * @param emailVerified whether the provider says that the address is theirs
 * @param fullName empty where it said nothing
 * @param userName that they have there; empty where it said nothing
 */
record Vouched(String issuer, String subject, String email, boolean emailVerified, String fullName, String userName) {}
