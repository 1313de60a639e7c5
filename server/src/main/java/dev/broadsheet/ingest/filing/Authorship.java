package dev.broadsheet.ingest.filing;

import dev.broadsheet.paper.Author;
import dev.broadsheet.text.TitleKey;
import java.util.ArrayList;
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
        return agreeCut(cut(one), cut(other), 2);
    }

    /** Whether the first authors agree, and all of the shorter list are found in the longer one. */
    static boolean agreeWhole(List<Author> one, List<Author> other) {
        return agreeCut(cut(one), cut(other), 1);
    }

    private static List<Author> cut(List<Author> authors) {
        return authors.subList(0, Math.min(authors.size(), MOST));
    }

    private static boolean agreeCut(List<Author> one, List<Author> other, int oneOf) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        if (one.size() > other.size()) {
            return agreeCut(other, one, oneOf);
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
        return found * oneOf >= one.size();
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

    /** Whether they begin with the same name, or one has none beside the shared ones, or one of those begins alike. */
    private static boolean shareInitial(List<String> one, List<String> other) {
        if (one.getFirst().equals(other.getFirst())) {
            return true;
        }
        List<String> own = one.stream().filter(word -> !other.contains(word)).toList();
        List<String> others = other.stream().filter(word -> !one.contains(word)).toList();
        if (own.isEmpty() || others.isEmpty()) {
            return one.size() - own.size() > 1;
        }
        return own.stream().anyMatch(word -> others.stream().anyMatch(its -> its.charAt(0) == word.charAt(0)));
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
