package dev.broadsheet.api;

import dev.broadsheet.paper.TexText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Small forms in which the API writes things. */
final class Wire {
    private Wire() {}

    /** Midnight of the day, in the one form that the clients parse. */
    static String date(LocalDate day) {
        return day + "T00:00:00.000Z";
    }

    /** A title or an abstract as one line of plain text; formulas keep their TeX, between dollar signs. */
    static String line(String source) {
        return TexText.parse(source).segments().stream()
                .map(Wire::text)
                .collect(Collectors.joining())
                .strip()
                .replaceAll("\\s+", " ");
    }

    static String text(TexText.Segment segment) {
        return switch (segment) {
            case TexText.Plain plain -> plain.text();
            case TexText.Mathematics formula -> {
                String delimiter = formula.display() ? "$$" : "$";
                yield delimiter + formula.source() + delimiter;
            }
        };
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
