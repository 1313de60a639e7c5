package dev.broadsheet.site;

/** Who reads. */
public interface Reader {
    /** Somebody of whom nothing is known. */
    Reader ANONYMOUS = new Reader() {
        @Override
        public boolean isSignedIn() {
            return false;
        }

        @Override
        public String name() {
            return "";
        }
    };

    /** Whether we know who it is. What is answered to such a reader is kept by no proxy. */
    boolean isSignedIn();

    /** As the frame of a page shows it; empty for nobody known. */
    String name();

    /**
     * Whether the request brings a proof that no browser sends by itself, as a cookie is sent. What such a request posts
     * needs no token of a form: no other site's page can have made it.
     */
    default boolean usesKey() {
        return false;
    }
}
