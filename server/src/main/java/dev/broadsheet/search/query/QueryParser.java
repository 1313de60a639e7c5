package dev.broadsheet.search.query;

/** Understands queries. Whatever is no syntax is words: there are no mistakes. */
public final class QueryParser {
    private QueryParser() {}

    /** @param query one line of valid text */
    public static ParsedQuery parse(String query) {
        return new ParsedQuery(query, null);
    }
}
