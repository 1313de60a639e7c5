package dev.broadsheet.source.file;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entry takes from the one that it names as {@code crossref}: of the fields that are read,
 * those that it lacks. The parent's title is the book title; its own identifiers, address, abstract
 * and notes are about itself. The latest {@link #MOST} entries are known.
 */
final class BibtexParents {
    private static final int MOST = 4096;

    private static final int LONGEST = 2000;

    private static final String BOOK_TITLE = "booktitle";

    /** Fields that say the same: one that is there keeps the others away, but for a month without a year. */
    private static final List<List<String>> SAME =
            List.of(List.of("author"), List.of("date", "year"), List.of("journal", "journaltitle", BOOK_TITLE));

    private final Map<String, Map<String, String>> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, String>> eldest) {
            return size() > MOST;
        }
    };

    boolean knows(String key) {
        return known.containsKey(normal(key));
    }

    void remember(String key, Map<String, String> fields) {
        Map<String, String> inherited = new HashMap<>();
        for (List<String> names : SAME) {
            names.forEach(name -> copy(inherited, name, fields.get(name)));
        }
        copy(inherited, "month", fields.get("month"));
        if (!inherited.containsKey(BOOK_TITLE)) {
            copy(inherited, BOOK_TITLE, fields.get("title"));
        }
        known.put(normal(key), inherited);
    }

    /** Adds to the fields of an entry what it inherits. */
    void complete(Map<String, String> fields) {
        Map<String, String> parent = known.get(normal(fields.getOrDefault("crossref", "")));
        if (parent == null) {
            return;
        }
        for (List<String> names : SAME) {
            if (names.stream().noneMatch(fields::containsKey)) {
                names.forEach(name -> copy(fields, name, parent.get(name)));
                if (names.contains("year")) {
                    fields.putIfAbsent("month", parent.getOrDefault("month", ""));
                }
            }
        }
    }

    /** BibTeX tells no small from capital letters in keys. */
    static String normal(String key) {
        return key.strip().toLowerCase(Locale.ROOT);
    }

    private static void copy(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null && value.length() <= LONGEST) {
            fields.put(name, value);
        }
    }
}
