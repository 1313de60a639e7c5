package dev.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Ranking;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Spelling and suggestions, by the one entrance. */
class TypingTest {
    @TempDir
    private Path folder;

    private Database database;
    private Catalogue catalogue;
    private SearchRoom room;

    @BeforeEach
    void open() {
        DataFolder data = DataFolder.open(folder);
        database = Database.sqlite(data.catalogue());
        catalogue = new Catalogue(database);
        room = SearchRoom.open(
                data,
                catalogue,
                Clock.systemUTC(),
                SearchRoom.Options.INDEXING,
                List.of(new BagOfWords("one", 48), new BagOfWords("two", 32)));
    }

    @AfterEach
    void close() {
        room.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void whereSomethingIsFoundAnotherSpellingIsOnlyOffered(Ranking ranking) {
        fill();
        SearchAnswer answer = room.search(new SearchRequest("spectrl bias", 5, Filters.NONE, ranking));

        assertThat(answer.didYouMean()).isEqualTo("spectral bias");
        assertThat(answer.searchedInstead()).isNull();
        assertThat(answer.hits()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whereNoPaperHoldsAnyWordAnotherSpellingIsSearchedInstead(Ranking ranking) {
        fill();
        SearchAnswer answer = room.search(new SearchRequest("spectrl", 5, Filters.NONE, ranking));

        assertThat(answer.didYouMean()).isNull();
        assertThat(answer.searchedInstead()).isEqualTo("spectral");
        assertThat(answer.hits().stream()
                        .limit(2)
                        .map(hit -> hit.paper().metadata().title()))
                .allMatch(title -> title.startsWith("Spectral"));
        assertThat(answer.hits().getFirst().titleMatches()).isNotEmpty();
    }

    @Test
    void aConditionThatLeavesNothingIsRespeltToo() {
        fill();
        for (String query : List.of("title:spectrl", "author:hintn bias", "title:spectrl author:\"geoffrey hintn\"")) {
            SearchAnswer answer = room.search(SearchRequest.of(query, 9));
            assertThat(answer.searchedInstead())
                    .as(query)
                    .isEqualTo(query.replace("spectrl", "spectral").replace("hintn", "hinton"));
            assertThat(answer.hits()).as(query).hasSize(4);
        }
    }

    @Test
    void aSpellingThatTheFiltersLeaveNothingOfIsNotOffered() {
        fill();
        Filters physics = new Filters(Set.of("hep-th"), null, null, Set.of());
        for (String query : List.of("spectrl", "spectrl galaxies")) {
            SearchAnswer answer = room.search(new SearchRequest(query, 5, physics, Ranking.WORDS));
            assertThat(answer.searchedInstead()).as(query).isNull();
            assertThat(answer.didYouMean()).as(query).isEqualTo(query.equals("spectrl") ? null : "spectral galaxies");
        }
    }

    @Test
    void wellSpeltQueriesAndIdentifiersGetNoOtherSpelling() {
        fill();
        for (String query : List.of("spectral bias", "hinton", "2501.01234", "xylophone", "the", "", "\u0000")) {
            SearchAnswer answer = room.search(SearchRequest.of(query, 5));
            assertThat(answer.didYouMean()).as(query).isNull();
            assertThat(answer.searchedInstead()).as(query).isNull();
        }
    }

    @Test
    void titlesThenAuthorsThenCategoriesAreSuggested() throws Exception {
        fill();
        List<Suggestion> suggestions = room.suggest("ge", 9);
        assertThat(suggestions).element(0).isInstanceOf(Suggestion.Title.class);
        assertThat(suggestions)
                .endsWith(new Suggestion.Author("Geoffrey Hinton", 4), new Suggestion.Category("stat.GE", 6));
        assertThat(room.suggest("ge", 2)).hasSize(2);
        assertThat(room.suggest("author:ge", 9)).containsExactly(new Suggestion.Author("Geoffrey Hinton", 4));
        assertThat(room.suggest("author:\"geoffrey h", 9)).containsExactly(new Suggestion.Author("Geoffrey Hinton", 4));
        assertThat(room.suggest("cat:ge", 9)).containsExactly(new Suggestion.Category("stat.GE", 6));
        assertThat(room.suggest("title:ge", 9))
                .isNotEmpty()
                .allSatisfy(suggestion -> assertThat(suggestion).isInstanceOf(Suggestion.Title.class));
        assertThat(room.suggest("x".repeat(10_000), 9)).isEmpty();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.submit(() -> room.suggest("ge", 9)).get()).isEqualTo(suggestions);
        }
    }

    @Test
    void aNewPaperIsSuggestedOnceItIsFound() {
        assertThat(room.suggest("gen", 9)).isEmpty();
        fill();
        assertThat(room.suggest("gen", 9)).isNotEmpty();
        room.rebuild(applied -> {});
        assertThat(room.suggest("gen", 9)).isNotEmpty();
    }

    @Test
    void suggestionsLeadToQueries() {
        assertThat(new Suggestion.Author("Ada \"the\" Countess", 1).query()).isEqualTo("author:\"Ada  the  Countess\"");
        assertThat(new Suggestion.Category("cs.CL", 1).query()).isEqualTo("cat:cs.CL");
        assertThat(new Suggestion.Category("Machine learning", 1).query()).isEqualTo("cat:\"Machine learning\"");
    }

    private void fill() {
        for (int i = 0; i < 4; i++) {
            add("Spectral bias number " + i, "cs.LG", "Geoffrey Hinton");
            add("General galaxies number " + i, i % 2 == 0 ? "hep-th" : "stat.GE", "Anna Zhao");
            add("Untold " + i, "stat.GE", "Anna Zhao");
        }
        room.embedAll(progress -> {});
        room.catchUp();
    }

    private void add(String title, String category, String author) {
        catalogue.write(writer -> writer.add(
                Metadata.titled(title)
                        .abstractText(title)
                        .categories(List.of(category))
                        .authors(List.of(Author.named(author)))
                        .build(),
                Instant.EPOCH));
    }
}
