package dev.broadsheet.search.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a query whose spelling may be looked into. Numbers, identifiers, addresses, TeX,
 * acronyms, short words, other scripts than Latin and what the searcher wants to do without are not.
 *
 * @param text as typed
 * @param start where it begins in the query
 * @param name whether it is a part of an author's name
 */
record QueryWord(String text, int start, boolean name) {
    private static final Pattern CHUNK = Pattern.compile("\\$[^$]*\\$|\\S+");

    /** What may stand before a word, and behind it. */
    private static final Pattern OPENING = Pattern.compile("(?i)[(\\[\"'“‘]*(?:(author|title|abstract):)?[(\"]*");

    private static final Pattern CLOSING = Pattern.compile("[)\\]\"'”’.,;:!?]*$");

    /** Words joined by hyphens, or with what an apostrophe adds ("Bayes'", "Newton's"). */
    private static final Pattern PLAIN = Pattern.compile("\\p{L}+(?:-\\p{L}+)*(?:['’]\\p{L}{0,2})?");

    /** Shorter ones are too often one letter from another; capitals within make an acronym or a model's name. */
    private static final Pattern ORDINARY =
            Pattern.compile("(?<![\\p{L}'’])\\p{IsLatin}[\\p{IsLatin}&&\\p{Ll}]{4,39}(?![\\p{L}])");

    static List<QueryWord> of(String query) {
        List<QueryWord> words = new ArrayList<>();
        boolean quoted = false;
        boolean name = false;
        boolean unwanted = false;
        Matcher chunk = CHUNK.matcher(query);
        while (chunk.find()) {
            String text = chunk.group();
            Matcher opening = OPENING.matcher(text);
            int from = opening.lookingAt() ? opening.end() : 0;
            if (!quoted) {
                unwanted = text.startsWith("-");
                name = "author".equalsIgnoreCase(opening.group(1));
            }
            Matcher closing = CLOSING.matcher(text);
            int to = closing.find(from) ? closing.start() : text.length();
            String core = text.substring(from, Math.max(from, to));
            if (!unwanted && PLAIN.matcher(core).matches()) {
                addOrdinary(core, chunk.start() + from, name, words);
            }
            quoted ^= text.chars().filter(c -> c == '"').count() % 2 == 1;
        }
        return words;
    }

    private static void addOrdinary(String core, int start, boolean name, List<QueryWord> words) {
        Matcher ordinary = ORDINARY.matcher(core);
        while (ordinary.find()) {
            words.add(new QueryWord(ordinary.group(), start + ordinary.start(), name));
        }
    }
}
