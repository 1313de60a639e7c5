package dev.broadsheet.account;

import dev.broadsheet.installation.Digest;
import java.security.SecureRandom;
import java.util.Base64;

/** Random texts that prove something to us. The database has only their digests, so that a copy of it proves nothing. */
final class Token {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    /** A new one, of 43 characters that stand in addresses and cookies. */
    static String random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** As the database has it. */
    static String digest(String token) {
        return Digest.hex(token, BYTES);
    }
}
