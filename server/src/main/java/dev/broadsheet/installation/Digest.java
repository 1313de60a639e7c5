package dev.broadsheet.installation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * SHA-256 digests, and short names made from them. The same input gives the same name on every machine and in
 * every release: names are stored.
 */
public final class Digest {
    /** Two of a thousand million texts share one with a chance of about one in 10^20. */
    private static final int NAME_BYTES = 16;

    private static final int BUFFER = 1 << 16;

    private Digest() {}

    /** A name of 22 characters, safe in addresses and file names. */
    public static String name(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256(text), NAME_BYTES));
    }

    /** The first bytes of the digest, each as two hexadecimal digits. */
    public static String hex(String text, int bytes) {
        return hex(text.getBytes(StandardCharsets.UTF_8), bytes);
    }

    /** The first bytes of the digest, each as two hexadecimal digits. */
    public static String hex(byte[] content, int bytes) {
        return HexFormat.of().formatHex(sha256(content), 0, bytes);
    }

    /** The whole digest of what the stream gives, in hexadecimal digits. Reads to the end; does not close. */
    public static String hex(InputStream stream) throws IOException {
        MessageDigest digest = algorithm();
        byte[] buffer = new byte[BUFFER];
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            digest.update(buffer, 0, count);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The 32 bytes of the digest of the text in UTF-8. */
    public static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The 32 bytes of the digest of the parts, one after the other. */
    public static byte[] sha256(byte[]... parts) {
        MessageDigest digest = algorithm();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
