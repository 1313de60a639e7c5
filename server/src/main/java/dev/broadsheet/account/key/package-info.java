/**
 * API keys: programs that act for somebody by {@code Authorization: Bearer bsk_…}, within the key's scopes and until it
 * expires. It must not know what a scope is used for.
 */
@NullMarked
package dev.broadsheet.account.key;

import org.jspecify.annotations.NullMarked;
