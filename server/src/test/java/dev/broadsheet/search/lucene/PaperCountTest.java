package dev.broadsheet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.Papers;
import dev.broadsheet.search.SearchAnswer.Count;
import dev.broadsheet.search.SearchAnswer.Counts;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.query.Scope;
import dev.broadsheet.search.ranking.EngineView;
import dev.broadsheet.search.ranking.SortKey;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts and orders of papers against the catalogue itself. */
class PaperCountTest {
    private static final List<String> CATEGORIES = List.of("cs.CL", "CS.cl", "cs.LG", "hep-th", "cell biology", "量子");
    private static final List<String> SOURCES = List.of("arxiv", "file", "huggingface");

    @TempDir
    private Path folder;

    @RepeatedTest(4)
    void countsAreThoseOfTheCatalogue(RepetitionInfo repetition) {
        long seed = 70 + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        try (Shelf shelf = new Shelf(folder);
                LuceneEngine engine = shelf.engine()) {
            fill(shelf, random, 300);
            engine.catchUp(Shelf.PATIENCE);
            // Later papers lie in other segments.
            fill(shelf, random, 60);
            engine.catchUp(Shelf.PATIENCE);
            List<Paper> all = shelf.catalogue.papers(
                    LongStream.rangeClosed(1, 360).boxed().toList());
            Map<Long, Set<String>> sources =
                    shelf.catalogue.sources(all.stream().map(Paper::number).toList());
            try (EngineView view = engine.view()) {
                assertThat(lowered(view.counts(Scope.ALL))).as("seed %d", seed).isEqualTo(counts(all, sources));
                List<Paper> some =
                        all.stream().filter(paper -> random.nextInt(3) == 0).toList();
                assertThat(lowered(view.counts(some.stream().map(Paper::number).toList())))
                        .as("seed %d", seed)
                        .isEqualTo(counts(some, sources));
                assertThat(view.highest()).isEqualTo(360);
                Counts counts = view.counts(Scope.ALL);
                for (Count category : counts.categories()) {
                    Filters filters = new Filters(Set.of(category.value()), null, null, Set.of());
                    assertThat(view.counts(Scope.of(filters)).counted())
                            .as(category.value())
                            .isEqualTo(category.papers());
                }
                for (Count source : counts.sources()) {
                    Filters filters = new Filters(Set.of(), null, null, Set.of(source.value()));
                    assertThat(view.counts(Scope.of(filters)).counted())
                            .as(source.value())
                            .isEqualTo(source.papers());
                }
                for (Count year : counts.years()) {
                    LocalDate first = LocalDate.of(Integer.parseInt(year.value()), 1, 1);
                    Filters filters =
                            new Filters(Set.of(), first, first.plusYears(1).minusDays(1), Set.of());
                    assertThat(view.counts(Scope.of(filters)).counted())
                            .as(year.value())
                            .isEqualTo(year.papers());
                }
                Filters withCode = new Filters(Set.of(), null, null, Set.of(), true);
                assertThat(view.counts(Scope.of(withCode)).counted()).isEqualTo(counts.withCode());
            }
        }
    }

    @RepeatedTest(4)
    void everyOrderIsThatOfTheCatalogueInPagesOfAnySize(RepetitionInfo repetition) {
        long seed = 170 + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        try (Shelf shelf = new Shelf(folder);
                LuceneEngine engine = shelf.engine()) {
            fill(shelf, random, 150);
            engine.catchUp(Shelf.PATIENCE);
            fill(shelf, random, 50);
            engine.catchUp(Shelf.PATIENCE);
            List<Paper> all = shelf.catalogue.papers(
                    LongStream.rangeClosed(1, 200).boxed().toList());
            Map<Long, List<Appearance>> standings =
                    shelf.catalogue.appearances(all.stream().map(Paper::number).toList());
            try (EngineView view = engine.view()) {
                for (Order order : Order.values()) {
                    List<Long> expected = sorted(all, order, standings);
                    assertThat(paged(view, order, 1 + random.nextInt(70)))
                            .as("%s, seed %d", order, seed)
                            .isEqualTo(expected);
                    List<Long> some = expected.stream()
                            .filter(number -> random.nextBoolean())
                            .toList();
                    List<Long> shuffled = new ArrayList<>(some);
                    Collections.shuffle(shuffled, random);
                    assertThat(view.ordered(shuffled, order))
                            .as("%s, seed %d", order, seed)
                            .isEqualTo(some);
                }
                assertThat(view.ordered(List.of(5_000L), Order.VOTES)).isEmpty();
                List<Long> early = view.listed(Scope.ALL.upTo(90), Order.DATE, null, 1_000).stream()
                        .map(SortKey::number)
                        .toList();
                assertThat(early).hasSize(90).allMatch(number -> number <= 90);
            }
        }
    }

    @Test
    void morePopularNowMeansHigherUpNow() {
        try (Shelf shelf = new Shelf(folder);
                LuceneEngine engine = shelf.engine()) {
            long one = shelf.add(Papers.random(new Random(1)).build());
            long other = shelf.add(Papers.random(new Random(2)).build());
            stand(shelf, one, 5, 1);
            stand(shelf, other, 3, 2);
            engine.catchUp(Shelf.PATIENCE);
            assertThat(listed(engine, Order.VOTES)).containsExactly(one, other);
            assertThat(listed(engine, Order.COMMENTS)).containsExactly(other, one);

            stand(shelf, other, 9, 2);
            engine.catchUp(Shelf.PATIENCE);
            assertThat(listed(engine, Order.VOTES)).containsExactly(other, one);

            shelf.catalogue.write(writer -> {
                writer.moveAppearances("huggingface", other, one);
                return 0;
            });
            engine.catchUp(Shelf.PATIENCE);
            assertThat(listed(engine, Order.VOTES)).containsExactly(one, other);
        }
    }

    @Test
    void nothingIsCountedWhereThereIsNothing() {
        try (Shelf shelf = new Shelf(folder);
                LuceneEngine engine = shelf.engine()) {
            engine.catchUp(Shelf.PATIENCE);
            try (EngineView view = engine.view()) {
                assertThat(view.counts(Scope.ALL)).isEqualTo(Counts.NONE);
                assertThat(view.counts(List.of(1L, 2L))).isEqualTo(Counts.NONE);
                assertThat(view.highest()).isZero();
                assertThat(view.listed(Scope.ALL, Order.VOTES, new SortKey(3, 2, 1), 10))
                        .isEmpty();
            }
        }
    }

    private static void fill(Shelf shelf, Random random, int papers) {
        shelf.catalogue.write(writer -> {
            for (int i = 0; i < papers; i++) {
                MetadataBuilder metadata = Papers.random(random)
                        .categories(random.ints(random.nextInt(4), 0, CATEGORIES.size())
                                .mapToObj(CATEGORIES::get)
                                .distinct()
                                .toList())
                        .published(random.nextInt(10) == 0 ? null : day(random));
                if (random.nextInt(4) == 0) {
                    metadata.link(Link.to(Link.Kind.CODE, "https://example.org/code"));
                }
                long number = writer.add(metadata.build(), Instant.EPOCH);
                for (String source : SOURCES) {
                    if (random.nextBoolean()) {
                        writer.transaction()
                                .execute(
                                        "insert into source_record (source, name, paper, fingerprint, harvest)"
                                                + " values (?, ?, ?, ?, ?)",
                                        source,
                                        "record " + number,
                                        number,
                                        "print",
                                        "first");
                    }
                }
                for (int list = random.nextInt(3); list > 0; list--) {
                    writer.appear(
                            number,
                            new Appearance(
                                    "huggingface",
                                    LocalDate.of(2026, 1, list),
                                    1,
                                    random.nextInt(6),
                                    random.nextInt(4),
                                    null,
                                    null));
                }
            }
            return papers;
        });
    }

    private static PartialDate day(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new PartialDate("" + (1999 + random.nextInt(4)));
            case 1 -> new PartialDate("2025-1" + random.nextInt(3));
            default -> PartialDate.of(LocalDate.of(1969, 12, 31).plusDays(random.nextInt(20_000)));
        };
    }

    private static void stand(Shelf shelf, long number, int votes, int comments) {
        LocalDate day = LocalDate.of(2026, 8, 21);
        Appearance appearance = new Appearance("huggingface", day, 1, votes, comments, null, null);
        shelf.catalogue.write(writer -> writer.appear(number, appearance));
    }

    private static List<Long> listed(LuceneEngine engine, Order order) {
        try (EngineView view = engine.view()) {
            return view.listed(Scope.ALL, order, null, 10).stream()
                    .map(SortKey::number)
                    .toList();
        }
    }

    private static List<Long> paged(EngineView view, Order order, int limit) {
        List<Long> numbers = new ArrayList<>();
        @Nullable SortKey last = null;
        for (List<SortKey> page = view.listed(Scope.ALL, order, null, limit);
                !page.isEmpty();
                page = view.listed(Scope.ALL, order, last, limit)) {
            page.forEach(position -> numbers.add(position.number()));
            last = page.getLast();
        }
        return numbers;
    }

    private static List<Long> sorted(List<Paper> papers, Order order, Map<Long, List<Appearance>> standings) {
        Comparator<Paper> newest = Comparator.<Paper, LocalDate>comparing(PaperCountTest::dayOf)
                .thenComparing(Paper::number)
                .reversed();
        Appearance none = new Appearance("", LocalDate.EPOCH, 1, 0, 0, null, null);
        Function<Paper, Appearance> best = paper ->
                Objects.requireNonNullElse(Appearance.best(standings.getOrDefault(paper.number(), List.of())), none);
        Comparator<Paper> wanted = switch (order) {
            case RELEVANCE, DATE -> newest;
            case VOTES ->
                Comparator.<Paper, Integer>comparing(paper -> best.apply(paper).votes())
                        .reversed()
                        .thenComparing(newest);
            case COMMENTS ->
                Comparator.<Paper, Integer>comparing(paper -> best.apply(paper).comments())
                        .reversed()
                        .thenComparing(newest);
        };
        return papers.stream().sorted(wanted).map(Paper::number).toList();
    }

    private static LocalDate dayOf(Paper paper) {
        PartialDate day = paper.metadata().day();
        return day == null ? LocalDate.MIN : day.firstDay();
    }

    private static Counts counts(List<Paper> papers, Map<Long, Set<String>> sources) {
        Map<String, Integer> categories = new TreeMap<>();
        Map<String, Integer> bySource = new TreeMap<>();
        Map<Integer, Integer> years = new TreeMap<>(Comparator.reverseOrder());
        int withCode = 0;
        for (Paper paper : papers) {
            paper.metadata().categories().stream()
                    .map(category -> category.toLowerCase(Locale.ROOT))
                    .distinct()
                    .forEach(category -> categories.merge(category, 1, Integer::sum));
            sources.getOrDefault(paper.number(), Set.of()).forEach(source -> bySource.merge(source, 1, Integer::sum));
            PartialDate day = paper.metadata().day();
            if (day != null) {
                years.merge(day.firstDay().getYear(), 1, Integer::sum);
            }
            withCode += paper.metadata().link(Link.Kind.CODE) == null ? 0 : 1;
        }
        return new Counts(
                papers.size(),
                frequentFirst(categories),
                years.entrySet().stream()
                        .map(year -> new Count("" + year.getKey(), year.getValue()))
                        .toList(),
                frequentFirst(bySource),
                withCode);
    }

    private static List<Count> frequentFirst(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Count::papers).reversed())
                .toList();
    }

    /** With categories in small letters, for any writing may stand for the same. */
    private static Counts lowered(Counts counts) {
        List<Count> categories = counts.categories().stream()
                .map(count -> new Count(count.value().toLowerCase(Locale.ROOT), count.papers()))
                .sorted(Comparator.comparingInt(Count::papers).reversed().thenComparing(Count::value))
                .toList();
        return new Counts(counts.counted(), categories, counts.years(), counts.sources(), counts.withCode());
    }
}
