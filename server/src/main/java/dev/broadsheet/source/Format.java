package dev.broadsheet.source;

import java.util.Arrays;
import java.util.Optional;

/** How papers are written in a file. */
public enum Format {
    /** Whichever of the others the content shows. */
    AUTO("auto"),
    /** JSON lines of arXiv's public metadata snapshot. */
    ARXIV_SNAPSHOT("arxiv-snapshot"),
    /** JSON with {@code id, title, abstract, authors[], date, categories[], primary_category}. */
    ARXIV_JSON("arxiv-json"),
    /** JSON with a title, an abstract and nothing else. */
    SEED("seed"),
    /** Hugging Face's daily lists, as their API answers or one {@code {list_date, rank, item}} a line. */
    HUGGINGFACE("huggingface"),
    BIBTEX("bibtex"),
    RIS("ris"),
    /** With a header row. */
    CSV("csv");

    private final String key;

    Format(String key) {
        this.key = key;
    }

    /** The name on the command line. */
    public String key() {
        return key;
    }

    /** The format with this name on the command line. */
    public static Optional<Format> named(String key) {
        return Arrays.stream(values()).filter(format -> format.key.equals(key)).findFirst();
    }
}
