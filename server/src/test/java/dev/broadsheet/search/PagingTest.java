package dev.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.SearchRequest.Ranking;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Page after page, while the catalogue changes. */
class PagingTest {
    private static final String QUERY = "graph neural kernel";

    @TempDir
    private Path folder;

    private Database database;
    private Catalogue catalogue;
    private SearchRoom room;

    @BeforeEach
    void open() {
        database = Database.sqlite(DataFolder.open(folder).catalogue());
        catalogue = new Catalogue(database);
        room = room();
    }

    @AfterEach
    void close() {
        room.close();
        database.close();
    }

    @RepeatedTest(4)
    void whileNothingChangesThePagesAreOneAnswer(RepetitionInfo repetition) {
        long seed = 20 + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        fill(random, 120);
        settle();
        for (String query : List.of(QUERY, "")) {
            for (Order order : Order.values()) {
                List<Long> whole =
                        numbers(room.search(request(query, 1_000, order, null)).hits());
                assertThat(whole).as("%s, seed %d", query, seed).hasSize(120).doesNotHaveDuplicates();
                List<Long> pages = new ArrayList<>();
                @Nullable String cursor = null;
                int before = 0;
                do {
                    SearchAnswer page = room.search(request(query, 1 + random.nextInt(40), order, cursor));
                    assertThat(page.before()).isEqualTo(before);
                    assertThat(page.counts().counted()).isEqualTo(120);
                    pages.addAll(numbers(page.hits()));
                    before += page.hits().size();
                    cursor = page.next();
                } while (cursor != null);
                assertThat(pages).as("'%s' by %s, seed %d", query, order, seed).isEqualTo(whole);
            }
        }
    }

    @RepeatedTest(6)
    void noPaperComesTwiceAndNoneIsLostWhilePapersArriveChangeAndMerge(RepetitionInfo repetition) {
        long seed = 50 + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        fill(random, 150);
        // Some are not embedded yet.
        room.catchUp();
        room.embedAll(progress -> {});
        fill(random, 50);
        room.catchUp();
        String query = random.nextBoolean() ? QUERY : "";
        List<Long> first = numbers(
                room.search(request(query, 1_000, Order.RELEVANCE, null)).hits());

        List<Long> seen = new ArrayList<>();
        Set<Long> merged = new HashSet<>();
        @Nullable String cursor = null;
        do {
            SearchAnswer page = room.search(request(query, 17, Order.RELEVANCE, cursor));
            seen.addAll(numbers(page.hits()));
            cursor = page.next();
            disturb(random, merged);
        } while (cursor != null);

        List<Long> remaining =
                first.stream().filter(number -> !merged.contains(number)).toList();
        assertThat(seen)
                .as("'%s', seed %d", query, seed)
                .doesNotHaveDuplicates()
                .containsAll(remaining);
        if (!query.isEmpty()) {
            List<Long> inOrder =
                    seen.stream().filter(number -> !merged.contains(number)).toList();
            assertThat(inOrder).as("seed %d", seed).isEqualTo(remaining);
        }
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void aForgottenOrderIsMadeAnewWithoutWhatArrivedSince(Order order) {
        Random random = new Random(9);
        fill(random, 90);
        settle();
        List<Long> whole =
                numbers(room.search(request(QUERY, 1_000, order, null)).hits());
        SearchAnswer first = room.search(request(QUERY, 30, order, null));
        room.close();
        // All of them newer, and liked by more.
        catalogue.write(writer -> {
            for (int i = 0; i < 40; i++) {
                long number = writer.add(
                        Papers.random(random)
                                .published(PartialDate.of(LocalDate.of(2030, 1, 1)))
                                .build(),
                        Instant.EPOCH);
                writer.appear(number, standing(1_000, 1_000));
            }
            return 0;
        });

        room = room();
        settle();
        SearchAnswer second = room.search(request(QUERY, 30, order, first.next()));
        SearchAnswer third = room.search(request(QUERY, 30, order, second.next()));

        assertThat(second.before()).isEqualTo(30);
        assertThat(second.counts().counted()).isEqualTo(90);
        assertThat(third.next()).isNull();
        List<Hit> all = new ArrayList<>(first.hits());
        all.addAll(second.hits());
        all.addAll(third.hits());
        assertThat(numbers(all)).hasSize(90).isSubsetOf(whole);
        if (order != Order.RELEVANCE) {
            // By relevance a paper may cross a page's border: words are rarer or more common now.
            assertThat(numbers(all)).isEqualTo(whole);
        }
    }

    @Test
    void aCursorOfAnotherRequestLeadsToTheFirstPage() {
        fill(new Random(4), 40);
        settle();
        String cursor = room.search(request(QUERY, 10, Order.RELEVANCE, null)).next();

        SearchAnswer foreign = room.search(request("quantum", 10, Order.RELEVANCE, cursor));
        SearchAnswer broken = room.search(request(QUERY, 10, Order.RELEVANCE, "broken"));

        assertThat(foreign.before()).isZero();
        assertThat(numbers(foreign.hits()))
                .isEqualTo(numbers(room.search(request("quantum", 10, Order.RELEVANCE, null))
                        .hits()));
        assertThat(numbers(broken.hits()))
                .isEqualTo(numbers(
                        room.search(request(QUERY, 10, Order.RELEVANCE, null)).hits()));
    }

    @Test
    void theBestThousandAreTheAnswerToWordsAndAllTheAnswerToFilters() {
        catalogue.write(writer -> {
            for (int i = 0; i < 1_200; i++) {
                writer.add(Metadata.titled("graph number " + i).build(), Instant.EPOCH);
            }
            return 0;
        });
        room.catchUp();

        assertThat(room.search(request("graph", 5, Order.RELEVANCE, null))
                        .counts()
                        .counted())
                .isEqualTo(1_000);
        assertThat(room.search(request("", 5, Order.RELEVANCE, null)).counts().counted())
                .isEqualTo(1_200);
        int words = 0;
        int all = 0;
        @Nullable String wordsCursor = null;
        @Nullable String allCursor = null;
        do {
            SearchAnswer page = room.search(request("graph", 300, Order.VOTES, wordsCursor));
            words += page.hits().size();
            wordsCursor = page.next();
        } while (wordsCursor != null);
        do {
            SearchAnswer page = room.search(request("", 300, Order.VOTES, allCursor));
            all += page.hits().size();
            allCursor = page.next();
        } while (allCursor != null);
        assertThat(words).isEqualTo(1_000);
        assertThat(all).isEqualTo(1_200);
    }

    @Test
    void theOldestOfTooManyOrdersIsForgotten() {
        KeptOrders orders = new KeptOrders(3);
        KeptOrder order = new KeptOrder(List.of(1L), List.of(1.0), SearchAnswer.Counts.NONE, 1);
        IntStream.range(0, 4).forEach(key -> {
            orders.keep(key, order);
            assertThat(orders.find(0)).as("read last").isNotNull();
        });
        assertThat(orders.find(1)).isNull();
        assertThat(orders.find(3)).isNotNull();
    }

    private void disturb(Random random, Set<Long> merged) {
        catalogue.write(writer -> {
            for (int i = 0; i < 6; i++) {
                long some = 1 + random.nextInt(200);
                long other = 1 + random.nextInt(200);
                if (merged.contains(some) || merged.contains(other) || some == other) {
                    continue;
                }
                switch (random.nextInt(3)) {
                    case 0 -> writer.add(Papers.random(random).build(), Instant.EPOCH);
                    case 1 -> {
                        // Its words change, its date does not: a list by date shows it where it stands.
                        Paper paper = writer.paper(some).orElseThrow();
                        writer.change(
                                some,
                                Papers.random(random)
                                        .published(paper.metadata().published())
                                        .build(),
                                Instant.EPOCH);
                    }
                    default -> {
                        writer.merge(some, other);
                        merged.add(some);
                    }
                }
            }
            return 0;
        });
        if (random.nextInt(3) == 0) {
            room.embedAll(progress -> {});
        }
        room.catchUp();
    }

    private void fill(Random random, int papers) {
        catalogue.write(writer -> {
            for (int i = 0; i < papers; i++) {
                long number = writer.add(
                        Papers.random(random)
                                .abstractText("graph " + Papers.words(random, 12))
                                .build(),
                        Instant.EPOCH);
                if (random.nextBoolean()) {
                    writer.appear(number, standing(random.nextInt(20), random.nextInt(5)));
                }
            }
            return papers;
        });
    }

    private static Appearance standing(int votes, int comments) {
        return new Appearance("huggingface", LocalDate.of(2026, 8, 21), 1, votes, comments, null, null);
    }

    private SearchRoom room() {
        return SearchRoom.open(
                DataFolder.open(folder),
                catalogue,
                Clock.systemUTC(),
                SearchRoom.Options.INDEXING,
                List.of(new BagOfWords("one", 48), new BagOfWords("two", 32)));
    }

    private void settle() {
        room.embedAll(progress -> {});
        room.catchUp();
    }

    private static SearchRequest request(String query, int limit, Order order, @Nullable String cursor) {
        return new SearchRequest(query, limit, Filters.NONE, Ranking.FULL, order, cursor, false);
    }

    private static List<Long> numbers(List<Hit> hits) {
        return hits.stream().map(hit -> hit.paper().number()).toList();
    }
}
