package dev.broadsheet.source.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** A short text that differs where what it was made from differs. */
public final class Fingerprint {
    private static final int BYTES = 12;

    private Fingerprint() {}

    /** 24 hexadecimal digits. */
    public static String of(byte[] document) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(document);
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static String of(Collection<String> lines) {
        return of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
