package dev.broadsheet.source.oai;

import java.io.IOException;

/** The listing itself seems to have left something out: if it was not read just now, it must be read anew. */
public final class ShortListingException extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException otherwise;

    /** @param otherwise what is to be thrown if it was read just now */
    public ShortListingException(IOException otherwise) {
        super(otherwise.getMessage(), otherwise);
        this.otherwise = otherwise;
    }

    IOException otherwise() {
        return otherwise;
    }
}
