package dev.broadsheet.testing.arxiv;

import java.util.EnumSet;
import java.util.Set;

/** What the server can be told to do wrong. */
public enum Mischief {
    /** Ends the connection in the middle of an answer that was announced as longer. */
    DROPPED_CONNECTION,
    /** 503 with Retry-After. */
    BUSY,
    /** 429, with or without Retry-After. */
    THROTTLED,
    /** 500 with a page of HTML. */
    FAILED,
    /** Does not know its own resumption token any more. */
    EXPIRED_TOKEN,
    /** Gives the page before once more, with the token that was just used, or with the next. */
    REPEATED_PAGE,
    /** Leaves out a page while the size of the whole list stays. */
    OMITTED_PAGE,
    /** Always gives another token, and no end of records that were there already. */
    ENDLESS_TOKEN,
    /** For a day, one of the three services does not know some records that the others have. */
    OMITTED_RECORDS,
    /** A page of HTML with status 200, at times under the content type of XML. */
    HTML,
    /** The feed of the last announcement before, as it was. */
    YESTERDAYS_FEED,
    /** The feed of today with the entries of the last announcement before. */
    YESTERDAYS_ENTRIES,
    /** Takes the request and says nothing. */
    SILENCE,
    /** Another encoding than the declared one. */
    WRONG_ENCODING,
    /** 300 MB. */
    HUGE,
    /** Half of a gzip stream, its length rightly declared. */
    HALF_GZIP,
    /** To another host. */
    REDIRECT;

    /** What can be done to any answer. */
    static final Set<Mischief> ANY = EnumSet.of(
            DROPPED_CONNECTION, BUSY, THROTTLED, FAILED, HTML, SILENCE, WRONG_ENCODING, HUGE, HALF_GZIP, REDIRECT);
}
