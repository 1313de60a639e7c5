package dev.broadsheet.discussion.markup;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whom and which papers a text names outside of code and links. Whether there is such a person or paper is for others to
 * find out. Immutable.
 *
 * @param names user names, in lower case
 * @param papers written forms of identifiers, without blanks
 */
public record References(Set<String> names, Set<String> papers) {
    /** A text that names more is a list, or mischief. */
    private static final int MOST = 20;

    static final String MENTION =
            "(?<![\\p{L}\\p{N}_@/.-])@(?<name>[A-Za-z0-9][A-Za-z0-9-]{0,28}[A-Za-z0-9])(?![\\p{L}\\p{N}_-])";
    static final String PAPER =
            "(?<![\\p{L}\\p{N}_./:-])(?<paper>(?:[aA][rR][xX][iI][vV]:\\s?)?\\d{4}\\.\\d{4,5}(?:v\\d{1,3})?"
                    + "|[aA][rR][xX][iI][vV]:\\s?[a-z-]{2,12}(?:\\.[A-Z]{2})?/\\d{7}(?:v\\d{1,3})?"
                    + "|[dD][oO][iI]:\\s?10\\.\\d{4,9}/[^\\s<>\"]{1,200}[^\\s<>\".,;:)\\]]"
                    + "|/papers/[A-Za-z0-9][A-Za-z0-9./-]{1,60}[A-Za-z0-9]"
                    + "|b-[a-z2-7]{10})(?![\\p{L}\\p{N}_/-])";

    private static final Pattern NAMED = Pattern.compile(MENTION + "|" + PAPER);

    public References {
        names = Set.copyOf(names);
        papers = Set.copyOf(papers);
    }

    /** All that a text names, up to a few of each. */
    public static References in(String source) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> papers = new LinkedHashSet<>();
        for (String prose : ParsedText.of(source).prose()) {
            NAMED.matcher(prose).results().forEach(named -> {
                String name = named.group("name");
                Set<String> of = name == null ? papers : names;
                if (of.size() < MOST) {
                    of.add(name == null ? paper(named) : name.toLowerCase(Locale.ROOT));
                }
            });
        }
        return new References(names, papers);
    }

    /** The written form of an identifier, by which the catalogue finds the paper. */
    static String paper(MatchResult named) {
        String written = named.group("paper").replaceAll("\\s", "");
        return written.startsWith("/papers/") ? written.substring("/papers/".length()) : written;
    }
}
