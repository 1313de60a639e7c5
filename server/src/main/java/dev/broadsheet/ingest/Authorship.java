package dev.broadsheet.ingest;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.TitleKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether two lists of authors are those of one paper, however names are cut, turned round or accented. */
final class Authorship {
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

    /** So many at the head of the list are compared: each with each, so thousands would take minutes. */
    private static final int MOST = 100;

    private Authorship() {}

    /** Whether the first authors agree, and half of the shorter list is found in the longer one. */
    static boolean agree(List<Author> one, List<Author> other) {
        return agreeCut(cut(one), cut(other));
    }

    private static List<Author> cut(List<Author> authors) {
        return authors.subList(0, Math.min(authors.size(), MOST));
    }

    private static boolean agreeCut(List<Author> one, List<Author> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        if (one.size() > other.size()) {
            return agreeCut(other, one);
        }
        List<List<String>> names = new ArrayList<>();
        other.forEach(author -> names.add(words(author)));
        if (!isSame(words(one.getFirst()), names.getFirst())) {
            return false;
        }
        long found = one.stream()
                .map(Authorship::words)
                .filter(name -> names.stream().anyMatch(candidate -> isSame(name, candidate)))
                .count();
        return found * 2 >= one.size();
    }

    private static boolean isSame(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        boolean family = isFamilyNameIn(one.getLast(), other) || isFamilyNameIn(other.getLast(), one);
        return family && (one.size() == 1 || other.size() == 1 || shareInitial(one, other));
    }

    private static boolean isFamilyNameIn(String family, List<String> name) {
        return family.length() > 1 && name.contains(family);
    }

    /** Whether a word beside the shared ones begins alike, or all words are shared. */
    private static boolean shareInitial(List<String> one, List<String> other) {
        Set<Character> initials = new HashSet<>();
        one.stream().filter(word -> !word.equals(one.getLast())).forEach(word -> initials.add(word.charAt(0)));
        Set<Character> others = new HashSet<>();
        other.stream().filter(word -> !word.equals(other.getLast())).forEach(word -> others.add(word.charAt(0)));
        if (initials.stream().anyMatch(others::contains)) {
            return true;
        }
        return new HashSet<>(one).equals(new HashSet<>(other));
    }

    private static List<String> words(Author author) {
        List<String> words = new ArrayList<>();
        for (String word : TitleKey.of(author.name()).split(" ", -1)) {
            if (!word.isEmpty() && !SUFFIXES.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
