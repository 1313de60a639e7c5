package dev.broadsheet.search.vector;

import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The texts by which a paper is found. A title that only repeats how the abstract begins (some
 * sources have none of their own) is not said twice.
 */
public final class PaperText {
    private static final int HASH_BYTES = 16;

    private PaperText() {}

    /** What is embedded: title and abstract as two sentences. */
    public static String forMeaning(Paper paper) {
        return joined(paper.metadata(), ". ");
    }

    /** What is found by words. */
    public static String forWords(Paper paper) {
        return joined(paper.metadata(), " ");
    }

    /** What {@link #forMeaning} is compared by, to see whether stored vectors still belong to it. */
    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String joined(Metadata metadata, String between) {
        String title = metadata.title();
        String text = metadata.abstractText();
        if (text.isBlank()) {
            return title;
        }
        return text.startsWith(title) ? text : title + between + text;
    }
}
