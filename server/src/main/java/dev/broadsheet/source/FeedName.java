package dev.broadsheet.source;

/** Names of what a source's announcement feed alone says of papers, which is less than its records do. */
public final class FeedName {
    private static final String ENDING = "-feed";

    private FeedName() {}

    /** The name that records of this source's feed bear. */
    public static String of(String source) {
        return source + ENDING;
    }

    public static boolean isFeed(String name) {
        return name.endsWith(ENDING);
    }

    /** The source whose feed this is, or the name itself where it is not a feed's. */
    public static String source(String name) {
        return isFeed(name) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}
