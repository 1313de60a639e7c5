package dev.broadsheet.search;

import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.search.engine.Beginnings;
import dev.broadsheet.search.engine.Beginnings.Wanted;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.follower.SearchEngine;
import dev.broadsheet.search.query.QueryText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From what is being typed to what may be meant by it. Thread-safe; for platform threads. */
final class Suggester {
    /** Nobody types more without having been shown it already. */
    private static final int LONGEST = 200;

    private static final int MOST_AUTHORS = 3;
    private static final int MOST_CATEGORIES = 2;

    /** A field of the query language and nothing else: then only that is suggested. */
    private static final Pattern FIELD = Pattern.compile("(?i)(author|title|cat):\"?([^\"]*)");

    private final Catalogue catalogue;
    private final SearchEngine engine;

    Suggester(Catalogue catalogue, SearchEngine engine) {
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
        Matcher field = FIELD.matcher(whole);
        boolean alone = field.matches();
        Wanted wanted = alone
                ? switch (Character.toLowerCase(field.group(1).charAt(0))) {
                    case 'a' -> new Wanted(0, limit, 0);
                    case 'c' -> new Wanted(0, 0, limit);
                    default -> new Wanted(limit, 0, 0);
                }
                : new Wanted(limit, Math.min(limit, MOST_AUTHORS), Math.min(limit, MOST_CATEGORIES));
        try (EngineView view = engine.view()) {
            return suggestions(view.beginnings(alone ? field.group(2) : whole, wanted), limit);
        }
    }

    private List<Suggestion> suggestions(Beginnings found, int limit) {
        List<Suggestion> suggestions = new ArrayList<>();
        catalogue.papers(found.titles()).forEach(paper -> suggestions.add(new Suggestion.Title(paper)));
        found.authors().forEach(author -> suggestions.add(new Suggestion.Author(author.text(), author.papers())));
        found.categories()
                .forEach(category -> suggestions.add(new Suggestion.Category(category.text(), category.papers())));
        return suggestions.stream().limit(limit).toList();
    }
}
