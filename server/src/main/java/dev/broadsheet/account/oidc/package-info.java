/**
 * Sign-in with OpenID Connect providers that the settings name: the authorization code flow with PKCE, whose state,
 * nonce and verifier are bound to the browser that began; and which identity at a provider is which person. It must not
 * ask any host that the settings do not name.
 */
@NullMarked
package dev.broadsheet.account.oidc;

import org.jspecify.annotations.NullMarked;
