package dev.broadsheet.source.feed;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Addresses in feeds, which may stand there relative to the feed's own. */
final class FeedLinks {
    private FeedLinks() {}

    /** The address, whole; null where the text is none. */
    static @Nullable URI resolved(URI base, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return base.resolve(new URI(text.strip().replace(" ", "%20")));
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
