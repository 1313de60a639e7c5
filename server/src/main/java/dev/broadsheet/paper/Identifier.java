package dev.broadsheet.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A name that the world has given a paper, in the scheme's normal form, so that equal names are
 * equal objects. {@link Identifiers#recognise} reads any written form.
 *
 * @param name in normal form: arXiv without version ({@code 2501.01234}, {@code hep-th/9901001}),
 *     DOI in lower case
 */
public record Identifier(Scheme scheme, String name) implements Comparable<Identifier> {
    private static final Comparator<Identifier> ORDER =
            Comparator.comparing(Identifier::scheme).thenComparing(Identifier::name);

    /** Who gives the names, in the order in which they are preferred for a paper's address. */
    public enum Scheme {
        ARXIV,
        DOI,
        OPENREVIEW,
        ACL,
        PUBMED,
        OPENALEX,
        /** Our own, for papers that nobody else has named. */
        BROADSHEET;

        /** As stored and shown. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Scheme> of(String key) {
            for (Scheme scheme : values()) {
                if (scheme.key().equals(key)) {
                    return Optional.of(scheme);
                }
            }
            return Optional.empty();
        }
    }

    @JsonCreator
    static Identifier parse(String text) {
        int colon = text.indexOf(':');
        Scheme scheme = Scheme.of(text.substring(0, Math.max(0, colon)))
                .orElseThrow(() -> new IllegalArgumentException("no identifier: " + text));
        return new Identifier(scheme, text.substring(colon + 1));
    }

    @Override
    public int compareTo(Identifier other) {
        return ORDER.compare(this, other);
    }

    /** {@code arxiv:2501.01234}. */
    @JsonValue
    @Override
    public String toString() {
        return scheme.key() + ":" + name;
    }
}
