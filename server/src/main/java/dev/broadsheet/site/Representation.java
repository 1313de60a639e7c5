package dev.broadsheet.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The form in which something is answered. */
public enum Representation {
    PAGE(MediaType.TEXT_HTML),
    JSON(MediaType.APPLICATION_JSON),
    MARKDOWN(new MediaType("text", "markdown"));

    private final MediaType type;

    Representation(MediaType type) {
        this.type = type;
    }

    /**
     * What was asked for: by the address, where it says so, else by what is named first in the header {@code
     * Accept}; a browser's "anything" means the page.
     */
    static Representation of(String path, @Nullable String accept) {
        if (path.startsWith("/api/") || path.endsWith(".json")) {
            return JSON;
        }
        return path.endsWith(".md") ? MARKDOWN : accept == null ? PAGE : accepted(accept);
    }

    private static Representation accepted(String accept) {
        List<MediaType> types;
        try {
            types = MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException e) {
            return PAGE;
        }
        for (MediaType wanted : types) {
            for (Representation representation : values()) {
                if (wanted.isCompatibleWith(representation.type)) {
                    return representation;
                }
            }
        }
        return PAGE;
    }
}
