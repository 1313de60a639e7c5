package dev.broadsheet.account.key;

import dev.broadsheet.account.KeyHolder;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import java.util.Locale;
import java.util.Optional;

/** Finds the API key that a request brings. Thread-safe. */
public final class KeyAuthenticator {
    private static final String SCHEME = "bearer ";

    private final ApiKeys keys;

    public KeyAuthenticator(ApiKeys keys) {
        this.keys = keys;
    }

    /**
     * Who sends a request with a key of ours; empty where it brings none. Tokens of other places are passed over: their
     * clients send them to whoever speaks their language.
     *
     * @throws Refusal with 401 if the key does not hold: whoever sends one would rather know than be anonymous
     */
    public Optional<KeyHolder> holderOf(Request request) {
        Optional<String> key = request.header("Authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(value -> value.startsWith(ApiKeys.PREFIX));
        return key.map(it -> keys.holder(it).orElseThrow(KeyAuthenticator::refusal));
    }

    private static Refusal refusal() {
        return Refusal.of(
                        401,
                        "This API key does not hold",
                        "It has expired, was revoked, or never was one. Nothing was changed.")
                .advice("Make a new one on the page of your keys.")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
