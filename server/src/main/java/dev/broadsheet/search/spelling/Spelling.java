package dev.broadsheet.search.spelling;

import dev.broadsheet.search.engine.Vocabulary;
import dev.broadsheet.search.engine.Vocabulary.Alike;
import dev.broadsheet.search.engine.Vocabulary.Field;
import dev.broadsheet.search.engine.Vocabulary.Frequency;
import dev.broadsheet.text.TitleKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Another spelling of a query. A word is respelt only if no title and nearly no abstract holds it, no
 * author bears that name, and a word that is far more frequent is spelt nearly like it.
 */
public final class Spelling {
    /** Words of a query that are looked up; a longer text is not a slip of the finger. */
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
        Set<String> keys =
                words.stream().map(Spelling::key).filter(Spelling::isOneWord).collect(Collectors.toSet());
        if (keys.isEmpty()) {
            return null;
        }
        Map<String, Frequency> frequencies = vocabulary.frequencies(keys);
        List<QueryWord> unknown = words.stream()
                .filter(word -> isUnknown(word, frequencies.get(key(word))))
                .toList();
        if (unknown.isEmpty() || unknown.size() > MOST_UNKNOWN) {
            return null;
        }
        Map<QueryWord, List<Alike>> nearest = nearest(unknown, frequencies, vocabulary);
        List<String> known = words.stream()
                .filter(word -> !word.name() && !unknown.contains(word))
                .map(Spelling::key)
                .toList();
        Map<String, Integer> together = together(nearest, known, vocabulary);
        StringBuilder respelt = new StringBuilder(query);
        boolean changed = false;
        for (QueryWord word : unknown.reversed()) {
            String better = nearest.getOrDefault(word, List.of()).stream()
                    .max(Comparator.<Alike>comparingInt(
                                    other -> word.name() ? 0 : together.getOrDefault(other.word(), 0))
                            .thenComparingInt(Alike::papers))
                    .map(Alike::word)
                    .orElse(null);
            if (better != null) {
                changed = true;
                respelt.replace(word.start(), word.start() + word.text().length(), likeTyped(word.text(), better));
            }
        }
        return changed ? respelt.toString() : null;
    }

    /** Words of several parts are signs or ligatures of another world. */
    private static boolean isOneWord(String key) {
        return !key.isEmpty() && key.indexOf(' ') < 0;
    }

    private static boolean isUnknown(QueryWord word, @Nullable Frequency known) {
        return known != null && known.named() == 0 && (word.name() || (known.holding() <= RARE && known.titled() == 0));
    }

    /** For each word those that may be meant by it: of these the ones of the fewest slips. */
    private static Map<QueryWord, List<Alike>> nearest(
            List<QueryWord> unknown, Map<String, Frequency> frequencies, Vocabulary vocabulary) {
        Map<String, List<Alike>> words = alike(unknown, false, Field.TITLE, vocabulary);
        Map<String, List<Alike>> names = alike(unknown, true, Field.NAME, vocabulary);
        Map<QueryWord, List<Alike>> nearest = new HashMap<>();
        for (QueryWord word : unknown) {
            String key = key(word);
            Frequency known = frequencies.get(key);
            int rare = word.name() || known == null ? 0 : known.holding();
            long enough = word.name() ? 1 : Math.max(2, vocabulary.papers() / 20_000);
            List<Alike> likelier = (word.name() ? names : words)
                    .getOrDefault(key, List.of()).stream()
                            .filter(other -> isLikelier(other, key, rare, enough))
                            .toList();
            int least = likelier.stream().mapToInt(Alike::edits).min().orElse(0);
            nearest.put(
                    word,
                    likelier.stream().filter(other -> other.edits() == least).toList());
        }
        return nearest;
    }

    private static Map<String, List<Alike>> alike(
            List<QueryWord> unknown, boolean names, Field field, Vocabulary vocabulary) {
        Set<String> keys = unknown.stream()
                .filter(word -> word.name() == names)
                .map(Spelling::key)
                .collect(Collectors.toSet());
        return keys.isEmpty() ? Map.of() : vocabulary.alike(field, keys);
    }

    /** Of two words that are as near, the one is meant that stands beside the others: how often each does. */
    private static Map<String, Integer> together(
            Map<QueryWord, List<Alike>> nearest, List<String> known, Vocabulary vocabulary) {
        List<String> undecided = nearest.entrySet().stream()
                .filter(entry -> !entry.getKey().name() && entry.getValue().size() > 1)
                .flatMap(entry -> entry.getValue().stream())
                .map(Alike::word)
                .distinct()
                .toList();
        if (undecided.isEmpty()) {
            return Map.of();
        }
        List<Integer> counts = vocabulary.together(undecided.stream()
                .map(word -> Stream.concat(known.stream(), Stream.of(word)).toList())
                .toList());
        Map<String, Integer> together = new HashMap<>();
        for (int i = 0; i < undecided.size(); i++) {
            together.put(undecided.get(i), counts.get(i));
        }
        return together;
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

    private static String key(QueryWord word) {
        return TitleKey.of(word.text());
    }
}
