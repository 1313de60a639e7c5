package dev.broadsheet.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/** Small forms in which the API writes things. */
final class Wire {
    private Wire() {}

    /** Midnight of the day, in the one form that the clients parse. */
    static String date(LocalDate day) {
        return day + "T00:00:00.000Z";
    }

    /** A title as one line; its TeX is kept as the source wrote it. */
    static String line(String source) {
        return source.strip().replaceAll("\\s+", " ");
    }

    /** An abstract, folded like a title. */
    static String text(String source) {
        return line(source);
    }

    /** The 24 hexadecimal digits that clients expect as a key: the same for the same thing, everywhere. */
    static String key(String kind, String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((kind + ":" + name).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
