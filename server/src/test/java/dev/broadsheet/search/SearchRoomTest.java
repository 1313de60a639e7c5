package dev.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.database.Database;
import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchAnswer.Span;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.SearchRequest.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchRoomTest {
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

    @Test
    void anIdentifierInAnyFormLeadsStraightToItsPaper() {
        long number = add(
                paper("Attention is all you need").identifier(new Identifier(Identifier.Scheme.ARXIV, "1706.03762")));
        add(paper("1706.03762 in a title"));
        room.catchUp();

        for (String form : List.of(
                "1706.03762",
                "arXiv:1706.03762v5",
                " https://arxiv.org/abs/1706.03762 ",
                "10.48550/arXiv.1706.03762")) {
            SearchAnswer answer = room.search(SearchRequest.of(form, 10));
            assertThat(answer.direct())
                    .as(form)
                    .isNotNull()
                    .extracting(Paper::number)
                    .isEqualTo(number);
            assertThat(numbers(answer)).as(form).containsExactly(number);
        }
    }

    /** Known-item measurements search by it, which would prove nothing otherwise. */
    @Test
    void aMachinesSynopsisIsNotSearched() {
        add(paper("Lanterns")
                .abstractText("Caves are lit.")
                .synopsis("Axonopedia is lit")
                .keywords(List.of("Axonopedia")));
        room.catchUp();

        assertThat(numbers(room.search(new SearchRequest("axonopedia", 10, Filters.NONE, Ranking.WORDS))))
                .isEmpty();
    }

    @Test
    void readLiterallyAnIdentifierIsWords() {
        add(paper("Attention is all you need").identifier(new Identifier(Identifier.Scheme.ARXIV, "1706.03762")));
        long titled = add(paper("1706.03762 in a title"));
        room.catchUp();

        SearchAnswer answer = room.literally(SearchRequest.of("1706.03762", 10));

        assertThat(answer.direct()).isNull();
        assertThat(numbers(answer)).containsExactly(titled);
    }

    @Test
    void anIdentifierOfNoPaperIsSearchedForAsWords() {
        long number = add(paper("Remarks on 1706.03762"));
        room.catchUp();

        SearchAnswer answer = room.search(SearchRequest.of("1706.03762", 10));

        assertThat(answer.direct()).isNull();
        assertThat(numbers(answer)).containsExactly(number);
    }

    @Test
    void theExactTitleComesFirst() {
        add(paper("Graph graph graph networks").abstractText("graph networks graph networks graph networks"));
        long exact = add(paper("Graph networks").abstractText("Nothing else is said here about them at great length."));
        add(paper("Networks: graph networks and graph networks"));
        settle();

        assertThat(numbers(room.search(SearchRequest.of("graph NETWORKS!", 10))))
                .startsWith(exact);
    }

    @Test
    void anAuthorsPapersComeFirstNewestFirst() {
        long old = add(paper("Old").authors(List.of(Author.named("José Núñez"))).published(new PartialDate("1999")));
        long recent = add(
                paper("Recent").authors(List.of(Author.named("Núñez, José"))).published(new PartialDate("2026-01-02")));
        add(paper("Jose Nunez: a life").published(new PartialDate("2026-02-02")));
        settle();

        assertThat(numbers(room.search(SearchRequest.of("jose nunez", 10))))
                .startsWith(recent, old)
                .hasSize(3);
        Filters before = new Filters(Set.of(), null, LocalDate.of(2000, 1, 1), Set.of());
        assertThat(numbers(room.search(new SearchRequest("jose nunez", 10, before, Ranking.FULL))))
                .containsExactly(old);
    }

    @Test
    void matchesAreShownInTheSourceText() {
        add(paper("Bounded $\\ell_p$ graphs").abstractText("We bound a graph."));
        room.catchUp();

        Hit hit = room.search(SearchRequest.of("bounds of graphs", 10)).hits().getFirst();

        assertThat(hit.titleMatches()).containsExactly(new Span(0, 7), new Span(17, 23));
        assertThat(hit.abstractMatches()).containsExactly(new Span(3, 8), new Span(11, 16));
    }

    @Test
    void aPaperIsFoundByWordsAtOnceAndByMeaningOnceEmbedded() {
        long number = add(paper("Sparse matrices").abstractText("Of little substance."));
        room.catchUp();
        SearchAnswer before = room.search(SearchRequest.of("sparse", 10));
        assertThat(numbers(before)).containsExactly(number);
        assertThat(before.complete()).isFalse();
        assertThat(room.state().waiting()).isEqualTo(1);
        assertThat(room.related(RelatedRequest.to(number, 5))).isEmpty();

        List<SearchRoom.EmbeddingProgress> progress = new ArrayList<>();
        room.embedAll(progress::add);
        room.catchUp();

        assertThat(progress.getLast().waiting()).isZero();
        SearchAnswer after = room.search(new SearchRequest("unknown words", 10, Filters.NONE, Ranking.MEANING));
        assertThat(numbers(after)).containsExactly(number);
        assertThat(after.complete()).isTrue();
        SearchState state = room.state();
        assertThat(state.indexed()).isEqualTo(1);
        assertThat(state.embedded()).isEqualTo(1);
        assertThat(state.waiting()).isZero();
        assertThat(state.indexedRevision()).isEqualTo(state.latestRevision()).isEqualTo(2);
        assertThat(state.indexBytes()).isPositive();
    }

    @Test
    void newPapersAreFoundAmongEmbeddedOnes() {
        for (int i = 0; i < 50; i++) {
            add(paper("Graph networks " + i).abstractText("graph " + Papers.words(new Random(i), 20)));
        }
        settle();
        long fresh = add(paper("Graph graph kernels").abstractText("graph kernels"));
        room.catchUp();

        assertThat(numbers(room.search(SearchRequest.of("graph kernels", 5)))).contains(fresh);
        assertThat(room.search(SearchRequest.of("graph kernels", 5)).complete()).isFalse();
    }

    @Test
    void relatedPapersAreNearAndNotThePaperItself() {
        long one = add(paper("graph neural network").abstractText("graph neural network kernel"));
        long far = add(paper("galaxy quantum proof").abstractText("galaxy quantum transport"));
        long near = add(paper("graph neural kernel").abstractText("graph neural network"));
        settle();

        assertThat(related(RelatedRequest.to(one, 10))).containsExactly(near, far);
        assertThat(related(RelatedRequest.to(one, 1))).containsExactly(near);
        assertThat(room.related(RelatedRequest.to(999, 10))).isEmpty();
    }

    @Test
    void anIdentifierPassesTheFiltersLikeAnyOtherQuery() {
        add(paper("Sparse matrices").identifier(new Identifier(Identifier.Scheme.ARXIV, "2501.01234")));
        room.catchUp();
        Filters elsewhere = new Filters(Set.of("math.CO"), null, null, Set.of());

        assertThat(room.search(SearchRequest.of("2501.01234", 5)).hits()).hasSize(1);
        assertThat(room.search(new SearchRequest("2501.01234", 5, elsewhere, Ranking.FULL))
                        .hits())
                .isEmpty();
    }

    @Test
    void relatedPapersStayAwayFromThoseThatAreDisliked() {
        long graphs = add(paper("graph neural network").abstractText("graph neural network"));
        long proofs = add(paper("galaxy quantum proof").abstractText("galaxy quantum transport"));
        long likeGraphs = add(paper("graph neural kernel").abstractText("graph neural network"));
        long likeProofs = add(paper("quantum proof").abstractText("galaxy quantum proof"));
        settle();

        assertThat(related(new RelatedRequest(List.of(graphs), List.of(proofs), 10, Order.RELEVANCE)))
                .containsExactly(likeGraphs);
        assertThat(related(new RelatedRequest(List.of(graphs, proofs), List.of(), 10, Order.RELEVANCE)))
                .containsExactlyInAnyOrder(likeGraphs, likeProofs);
    }

    @Test
    void relatedPapersComeByDateOrVotesIfAsked() {
        long one = add(paper("graph neural network").abstractText("graph neural network"));
        long near = add(paper("graph neural network kernel")
                .abstractText("graph neural network")
                .published(PartialDate.of(LocalDate.of(2020, 1, 1))));
        long far = add(
                paper("graph proof").abstractText("graph galaxy").published(PartialDate.of(LocalDate.of(2024, 1, 1))));
        settle();

        assertThat(related(new RelatedRequest(List.of(one), List.of(), 10, Order.RELEVANCE)))
                .containsExactly(near, far);
        assertThat(related(new RelatedRequest(List.of(one), List.of(), 10, Order.DATE)))
                .containsExactly(far, near);
    }

    @Test
    void anyQueryIsAnswered() {
        Random random = new Random(3);
        IntStream.range(0, 30).forEach(i -> add(Papers.random(random)));
        settle();
        for (String query : hostileQueries()) {
            String description = query.substring(0, Math.min(40, query.length()));
            for (Ranking ranking : Ranking.values()) {
                SearchAnswer answer = room.search(new SearchRequest(query, 10, Filters.NONE, ranking));
                assertThat(answer.hits())
                        .as(description)
                        .hasSizeLessThanOrEqualTo(10)
                        .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()))
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static List<String> hostileQueries() {
        Random random = new Random(11);
        StringBuilder noise = new StringBuilder();
        random.ints(5_000, 0, 0x10ffff).forEach(noise::appendCodePoint);
        return List.of(
                "",
                "   ",
                "\0",
                "\ud83d",
                "\u202e\u200b",
                "x",
                "*",
                "the of and",
                "😀 🤖",
                "a".repeat(1_000_000),
                "graph ".repeat(10_000),
                "((((((((((" + "(a OR ".repeat(5_000),
                "\"unbalanced AND NOT (title:",
                "(a+)+$",
                "' or 1=1 --; drop table paper",
                "10.1234/" + "x".repeat(390),
                "%zz%",
                "\\mathcal{O}(n \\log n)",
                "مرحبا 你好 שלום",
                noise.toString());
    }

    @Test
    void anEmptyQueryGivesTheNewestThatPassTheFilters() {
        long old = add(paper("old").categories(List.of("cs.CL")).published(new PartialDate("2025-01-01")));
        long recent = add(paper("recent").categories(List.of("cs.LG")).published(new PartialDate("2026-01-01")));
        add(paper("other").categories(List.of("math.PR")).published(new PartialDate("2026-02-01")));
        room.catchUp();

        Filters cs = new Filters(Set.of("cs.*"), null, null, Set.of());
        assertThat(numbers(room.search(new SearchRequest(" ", 10, cs, Ranking.FULL))))
                .containsExactly(recent, old);
    }

    @Test
    void onlyStopWordsAreComparedByMeaning() {
        add(paper("To be or not to be"));
        add(paper("Another"));
        settle();

        assertThat(room.search(SearchRequest.of("to be", 10)).hits()).hasSize(2);
        assertThat(room.search(new SearchRequest("to be", 10, Filters.NONE, Ranking.WORDS))
                        .hits())
                .isEmpty();
    }

    @Test
    void anEmptyCatalogueIsAnsweredWithNothing() {
        assertThat(room.search(SearchRequest.of("graph", 10)).hits()).isEmpty();
        assertThat(room.search(SearchRequest.of("", 10)).hits()).isEmpty();
        assertThat(room.related(RelatedRequest.to(1, 10))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Ranking.class)
    void virtualThreadsGetTheSameAnswers(Ranking ranking) throws Exception {
        Random random = new Random(5);
        IntStream.range(0, 80).forEach(i -> add(Papers.random(random)));
        settle();
        SearchRequest request = new SearchRequest("graph neural kernel", 20, Filters.NONE, ranking);
        List<Long> expected = numbers(room.search(request));
        assertThat(expected).hasSize(20);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> answers = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> numbers(room.search(request))))
                    .toList();
            for (Future<List<Long>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void aRebuildKeepsTheVectors() {
        Random random = new Random(6);
        IntStream.range(0, 40).forEach(i -> add(Papers.random(random)));
        settle();
        long revision = catalogue.latestRevision();

        List<Long> progress = new ArrayList<>();
        room.rebuild(progress::add);
        room.catchUp();

        assertThat(progress).isNotEmpty();
        assertThat(room.state().embedded()).isEqualTo(40);
        assertThat(catalogue.latestRevision()).isEqualTo(revision);
    }

    @Test
    void aMergedPaperIsNoAnswer() {
        long one = add(paper("graph theory"));
        long other = add(paper("graph theory again"));
        settle();
        catalogue.write(writer -> {
            writer.merge(other, one);
            return 0;
        });

        assertThat(numbers(room.search(SearchRequest.of("graph theory again", 10))))
                .containsExactly(one);
        room.catchUp();
        assertThat(numbers(room.search(SearchRequest.of("graph theory again", 10))))
                .containsExactly(one);
    }

    @Test
    void waitingInLooksEndsWhenTheIndexIsThereOrWhenItIsStopped() {
        add(paper("graph theory"));
        List<SearchState> told = new ArrayList<>();

        assertThat(room.catchUp(Duration.ofMillis(50), () -> false, told::add)).isTrue();
        assertThat(numbers(room.search(SearchRequest.of("graph", 10)))).hasSize(1);
        assertThat(room.catchUp(Duration.ofMillis(50), () -> true, told::add)).isFalse();
        assertThat(told).allSatisfy(state -> assertThat(state.latestRevision()).isEqualTo(1));
    }

    @Test
    void waitingInLooksFailsWhereTheIndexCannotBeWritten(@TempDir Path other) throws IOException {
        add(paper("graph theory"));
        DataFolder data = DataFolder.open(other);
        Files.writeString(data.index(), "a file where a folder should be");
        AtomicInteger looks = new AtomicInteger();
        try (SearchRoom broken = SearchRoom.open(
                data,
                catalogue,
                Clock.systemUTC(),
                SearchRoom.Options.INDEXING,
                List.of(new BagOfWords("one", 48), new BagOfWords("two", 32)))) {
            assertThatThrownBy(() ->
                            broken.catchUp(Duration.ofMillis(50), () -> looks.incrementAndGet() > 1_000, state -> {}))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("cannot be written");
        }
    }

    private void settle() {
        room.embedAll(progress -> {});
        room.catchUp();
    }

    private long add(MetadataBuilder metadata) {
        return catalogue.write(writer -> writer.add(metadata.build(), Instant.EPOCH));
    }

    private static MetadataBuilder paper(String title) {
        return Metadata.titled(title);
    }

    private List<Long> related(RelatedRequest request) {
        return room.related(request).stream().map(hit -> hit.paper().number()).toList();
    }

    private static List<Long> numbers(SearchAnswer answer) {
        return answer.hits().stream().map(hit -> hit.paper().number()).toList();
    }
}
