package dev.broadsheet.paper;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address that belongs to a paper.
 *
 * @param url absolute, http or https
 * @param stars of a code repository, where known
 */
public record Link(Kind kind, String url, @Nullable Integer stars) {
    /** What a reader finds at the address. */
    public enum Kind {
        PAGE,
        PDF,
        CODE,
        PROJECT,
        MEDIA
    }

    /** @throws IllegalArgumentException if the address is not http or https: it would end up in a page as a link */
    public Link {
        String start = url.substring(0, Math.min(8, url.length())).toLowerCase(Locale.ROOT);
        if (!start.startsWith("http://") && !start.startsWith("https://")) {
            throw new IllegalArgumentException("not an http address: " + url);
        }
    }

    public static Link to(Kind kind, String url) {
        return new Link(kind, url, null);
    }
}
