package dev.broadsheet.web.search;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.Suggestion;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.text.TexText;
import java.time.Duration;
import java.util.List;

/** What the search box offers while somebody types, as JSON: an empty list for whatever nothing is offered for. */
public final class SuggestionList {
    private static final int SHOWN = 8;
    private static final int LONGEST_TEXT = 200;

    private final PaperSearch search;

    public SuggestionList(PaperSearch search) {
        this.search = search;
    }

    /** What is offered for the beginning of a query. */
    public Response suggest(Request request) {
        List<Item> items = search.suggest(request.parameter("q").orElse(""), SHOWN).stream()
                .map(Item::of)
                .toList();
        // Whoever deletes a letter is at what was asked a moment ago.
        return Response.json(items).cachedFor(Duration.ofMinutes(1));
    }

    /**
     * A line of the list.
     *
     * @param kind for people: "paper", "author", "category"
     * @param href where it leads
     */
    record Item(String kind, String text, String href) {
        static Item of(Suggestion suggestion) {
            return switch (suggestion) {
                case Suggestion.Title title ->
                    new Item(
                            "paper",
                            shortened(TexText.plain(title.paper().metadata().title())),
                            Addresses.paper(title.paper()));
                case Suggestion.Author author ->
                    new Item(
                            "author",
                            shortened(author.name()),
                            Addresses.search(author.query()).href());
                case Suggestion.Category category ->
                    new Item(
                            "category",
                            shortened(category.code()),
                            Addresses.search(category.query()).href());
            };
        }

        private static String shortened(String text) {
            return text.length() <= LONGEST_TEXT
                    ? text
                    : text.substring(
                                    0,
                                    text.offsetByCodePoints(
                                            0, Math.min(LONGEST_TEXT, text.codePointCount(0, text.length()))))
                            + "…";
        }
    }
}
