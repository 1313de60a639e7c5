/**
 * Passkeys: adding them to an account, and signing in with one without a user name (Web Authentication, level 3). It
 * must not trust the name under which a request came: only the configured address, or this machine.
 */
@NullMarked
package dev.broadsheet.account.passkey;

import org.jspecify.annotations.NullMarked;
