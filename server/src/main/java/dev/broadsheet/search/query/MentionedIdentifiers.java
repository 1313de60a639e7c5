package dev.broadsheet.search.query;

import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/** The identifiers that a longer text mentions: a citation, an entry of a bibliography, a sentence. */
public final class MentionedIdentifiers {
    /** A reference list names many; nobody asks for all of them at once. */
    public static final int MOST = 20;

    private static final String PARTING = "{}<>\"“”,;";
    private static final String BEFORE = "([=:'";
    private static final String BEHIND = ".:)]'?!";

    private MentionedIdentifiers() {}

    /** At most 20, in the order in which they are mentioned, each once. */
    public static List<Identifier> in(String text) {
        Set<Identifier> found = new LinkedHashSet<>();
        String before = "";
        for (StringTokenizer words = new StringTokenizer(text); words.hasMoreTokens() && found.size() < MOST; ) {
            String word = words.nextToken();
            for (String form : forms(before, word)) {
                Optional<Identifier> identifier = Identifiers.recognise(form);
                if (identifier.isPresent()) {
                    found.add(identifier.get());
                    break;
                }
            }
            before = word;
        }
        return List.copyOf(found);
    }

    /** What of the word may be an identifier, the likeliest first: some contain the signs that part others. */
    private static List<String> forms(String before, String word) {
        List<String> forms = new ArrayList<>();
        if (word.chars().noneMatch(Character::isDigit) && word.indexOf('-') < 0 && word.indexOf('=') < 0) {
            return forms;
        }
        forms.add(bare(word));
        for (StringTokenizer parts = new StringTokenizer(word, PARTING); parts.hasMoreTokens(); ) {
            forms.add(bare(parts.nextToken()));
        }
        // "PMID: 123"
        if (before.endsWith(":")) {
            forms.add(bare(before) + ":" + bare(word));
        }
        return forms;
    }

    /** The word without the signs about it; a parenthesis that it opens itself stays closed. */
    private static String bare(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && (BEFORE + PARTING).indexOf(word.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && (BEHIND + PARTING).indexOf(word.charAt(end - 1)) >= 0 && !closes(word, start, end)) {
            end--;
        }
        return word.substring(start, end);
    }

    private static boolean closes(String word, int start, int end) {
        int open = word.lastIndexOf('(', end - 1);
        return word.charAt(end - 1) == ')' && open >= start && word.indexOf(')', open) == end - 1;
    }
}
