package dev.broadsheet.web;

import dev.broadsheet.installation.Json;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.Suggestion;
import dev.broadsheet.text.TexText;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/** What the search box offers while somebody types, as JSON: an empty list for whatever nothing is offered for. */
@Component
final class SuggestionList {
    private static final int SHOWN = 8;
    private static final int LONGEST_TEXT = 200;

    private final PaperSearch search;

    SuggestionList(PaperSearch search) {
        this.search = search;
    }

    ServerResponse suggest(ServerRequest request) {
        List<Item> items = search.suggest(request.param("q").orElse(""), SHOWN).stream()
                .map(Item::of)
                .toList();
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                // Whoever deletes a letter is at what was asked a moment ago.
                .header("Cache-Control", "public, max-age=60")
                .body(Json.PLAIN.writeValueAsBytes(items));
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
                            Card.href(title.paper()));
                case Suggestion.Author author ->
                    new Item("author", shortened(author.name()), searchFor(author.query()));
                case Suggestion.Category category ->
                    new Item("category", shortened(category.code()), searchFor(category.query()));
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

        private static String searchFor(String query) {
            return UriComponentsBuilder.fromPath("/papers")
                    .queryParam("q", "{q}")
                    .encode()
                    .buildAndExpand(query)
                    .toUriString();
        }
    }
}
