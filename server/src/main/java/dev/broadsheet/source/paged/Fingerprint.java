package dev.broadsheet.source.paged;

import dev.broadsheet.installation.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** A short text that differs where what it was made from differs. */
public final class Fingerprint {
    private static final int BYTES = 12;

    private Fingerprint() {}

    /** 24 hexadecimal digits. */
    public static String of(byte[] document) {
        return Digest.hex(document, BYTES);
    }

    public static String of(Collection<String> lines) {
        return of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
