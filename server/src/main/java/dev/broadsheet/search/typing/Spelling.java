package dev.broadsheet.search.typing;

import dev.broadsheet.search.typing.Vocabulary.Alike;
import dev.broadsheet.text.TitleKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another spelling of a query. A word is respelt only if no title and nearly no abstract holds it, no
 * author bears that name, and a word that is far more frequent is spelt nearly like it.
 */
public final class Spelling {
    /** Words of a query that are looked up; a longer text is no slip of the finger. */
    private static final int MOST_WORDS = 40;

    /** With more unknown words than that the query is of another language or subject. */
    private static final int MOST_UNKNOWN = 4;

    /** Among hundreds of thousands of abstracts the usual slips are made too. */
    private static final int RARE = 5;

    /** In so many times more titles a word must be that is one letter from a rare one. */
    private static final int FAR_MORE = 40;

    /** A word of two slips is guessed only if it is long, and ends as typed: other endings make other words. */
    private static final int TWO_SLIPS = 8;

    private Spelling() {}

    /** @return null where nothing is to be respelt */
    public static @Nullable String respell(String query, Vocabulary vocabulary) {
        List<QueryWord> words = QueryWord.of(query).stream().limit(MOST_WORDS).toList();
        List<QueryWord> unknown =
                words.stream().filter(word -> isUnknown(word, vocabulary)).toList();
        if (unknown.isEmpty() || unknown.size() > MOST_UNKNOWN) {
            return null;
        }
        List<String> known = words.stream()
                .filter(word -> !word.name() && !unknown.contains(word))
                .map(word -> key(word.text()))
                .toList();
        StringBuilder respelt = new StringBuilder(query);
        boolean changed = false;
        for (QueryWord word : unknown.reversed()) {
            String better = better(word, known, vocabulary);
            if (better != null) {
                changed = true;
                respelt.replace(word.start(), word.start() + word.text().length(), likeTyped(word.text(), better));
            }
        }
        return changed ? respelt.toString() : null;
    }

    private static boolean isUnknown(QueryWord word, Vocabulary vocabulary) {
        String key = key(word.text());
        // Words of several parts are signs or ligatures of another world.
        return !key.isEmpty()
                && key.indexOf(' ') < 0
                && vocabulary.named(key) == 0
                && (word.name() || (vocabulary.holding(key) <= RARE && vocabulary.titled(key) == 0));
    }

    private static @Nullable String better(QueryWord word, List<String> known, Vocabulary vocabulary) {
        String key = key(word.text());
        int rare = word.name() ? 0 : vocabulary.holding(key);
        List<Alike> alike = (word.name() ? vocabulary.alikeNames(key) : vocabulary.alike(key))
                .stream()
                        .filter(other -> isLikelier(
                                other, key, rare, word.name() ? 1 : Math.max(2, vocabulary.papers() / 20_000)))
                        .toList();
        if (alike.isEmpty()) {
            return null;
        }
        int least = alike.stream().mapToInt(Alike::edits).min().orElseThrow();
        return alike.stream()
                .filter(other -> other.edits() == least)
                .max(Comparator.<Alike>comparingInt(
                                other -> word.name() ? 0 : together(other.word(), known, vocabulary))
                        .thenComparingInt(Alike::papers))
                .map(Alike::word)
                .orElse(null);
    }

    /** Of two words that are as near, the one is meant that stands beside the others. */
    private static int together(String word, List<String> known, Vocabulary vocabulary) {
        List<String> all = new ArrayList<>(known);
        all.add(word);
        return vocabulary.holdingAll(all);
    }

    private static boolean isLikelier(Alike other, String key, int rare, long enough) {
        return other.edits() == 1
                ? other.papers() >= enough + (long) FAR_MORE * rare
                : rare == 0
                        && key.length() >= TWO_SLIPS
                        && other.word().endsWith(key.substring(key.length() - 1))
                        && other.papers() >= 5 * enough;
    }

    private static String likeTyped(String typed, String word) {
        return Character.isUpperCase(typed.charAt(0))
                ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
                : word;
    }

    private static String key(String word) {
        return TitleKey.of(word);
    }
}
