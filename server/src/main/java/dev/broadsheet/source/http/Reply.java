package dev.broadsheet.source.http;

import java.time.Duration;

/** What came of one request. */
sealed interface Reply {
    /** The document, whole. */
    record Document(Answer answer) implements Reply {}

    /** It is to be found elsewhere: the header's text, not yet looked at. */
    record Moved(String location) implements Reply {}

    /**
     * It cannot be had.
     *
     * @param toWait how long the host asked to wait before the next request; zero if it did not say
     */
    record Failed(FetchException why, Duration toWait) implements Reply {
        Failed(FetchException why) {
            this(why, Duration.ZERO);
        }

        boolean mayWorkLater() {
            return why.kind() == FetchException.Kind.UNAVAILABLE;
        }

        /** The same with more words at the end of the message. */
        Failed adding(String words) {
            return new Failed(
                    new FetchException(why.kind(), why.getMessage() + words, why.status(), why.body(), why), toWait);
        }
    }
}
