package dev.broadsheet.search;

import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.search.lucene.LuceneEngine;
import dev.broadsheet.search.ranking.EngineView;
import dev.broadsheet.search.ranking.QueryText;
import dev.broadsheet.search.typing.Beginnings;
import dev.broadsheet.search.typing.Beginnings.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From what is being typed to what may be meant by it. Thread-safe; for platform threads. */
final class Suggesting {
    /** Nobody types more without having been shown it already. */
    private static final int LONGEST = 200;

    private static final int MOST_AUTHORS = 3;
    private static final int MOST_CATEGORIES = 2;

    /** A field of the query language and nothing else: then only that is suggested. */
    private static final Pattern FIELD = Pattern.compile("(?i)(author|title|cat):\"?([^\"]*)");

    private final Catalogue catalogue;
    private final LuceneEngine engine;

    Suggesting(Catalogue catalogue, LuceneEngine engine) {
        this.catalogue = catalogue;
        this.engine = engine;
    }

    List<Suggestion> suggest(String typed, int limit) {
        if (typed.length() > LONGEST) {
            return List.of();
        }
        String text = QueryText.clean(typed);
        // A space at the end says that the last word is complete.
        String whole = !text.isEmpty() && Character.isWhitespace(typed.charAt(typed.length() - 1)) ? text + ' ' : text;
        try (EngineView view = engine.view()) {
            return suggest(view.beginnings(), whole, limit);
        }
    }

    private List<Suggestion> suggest(Beginnings beginnings, String whole, int limit) {
        Matcher field = FIELD.matcher(whole);
        if (field.matches()) {
            return switch (Character.toLowerCase(field.group(1).charAt(0))) {
                case 'a' -> authors(beginnings, field.group(2), limit);
                case 'c' -> categories(beginnings, field.group(2), limit);
                default -> titles(beginnings, field.group(2), limit);
            };
        }
        List<Suggestion> authors = authors(beginnings, whole, Math.min(limit, MOST_AUTHORS));
        List<Suggestion> categories = categories(beginnings, whole, Math.min(limit, MOST_CATEGORIES));
        int others = authors.size() + categories.size();
        List<Suggestion> suggestions = new ArrayList<>(titles(beginnings, whole, Math.max(1, limit - others)));
        suggestions.addAll(authors);
        suggestions.addAll(categories);
        return suggestions.stream().limit(limit).toList();
    }

    private List<Suggestion> titles(Beginnings beginnings, String typed, int limit) {
        return catalogue.papers(beginnings.titles(typed, limit)).stream()
                .map(Suggestion.Title::new)
                .map(Suggestion.class::cast)
                .toList();
    }

    private static List<Suggestion> authors(Beginnings beginnings, String typed, int limit) {
        List<Suggestion> authors = new ArrayList<>();
        for (Counted author : beginnings.authors(typed, limit)) {
            authors.add(new Suggestion.Author(author.text(), author.papers()));
        }
        return authors;
    }

    private static List<Suggestion> categories(Beginnings beginnings, String typed, int limit) {
        List<Suggestion> categories = new ArrayList<>();
        for (Counted category : beginnings.categories(typed, limit)) {
            categories.add(new Suggestion.Category(category.text(), category.papers()));
        }
        return categories;
    }
}
