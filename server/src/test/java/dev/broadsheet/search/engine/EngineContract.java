package dev.broadsheet.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.AskedFor;
import dev.broadsheet.search.CatalogueShelf;
import dev.broadsheet.search.Papers;
import dev.broadsheet.search.SearchAnswer.Count;
import dev.broadsheet.search.SearchAnswer.Counts;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.follower.SearchEngine;
import dev.broadsheet.search.query.Scope;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine must do: each is followed into agreement with a catalogue and then asked. */
public abstract class EngineContract {
    @TempDir
    private Path folder;

    /** An empty place for indexes, in the folder if it needs one. */
    protected abstract IndexStore indexes(Path folder, List<String> models);

    private SearchEngine engine(CatalogueShelf shelf) {
        return new SearchEngine(
                indexes(folder.resolve("index"), shelf.store.models()), shelf.catalogue, shelf.store, true);
    }

    private static List<Paper> all(CatalogueShelf shelf) {
        long papers = shelf.database.read(sql ->
                sql.sql("select max(number) from paper").query(Long.class).single());
        return shelf.catalogue.papers(LongStream.rangeClosed(1, papers).boxed().toList()).stream()
                .distinct()
                .toList();
    }

    private static final List<String> CATEGORIES = List.of("cs.CL", "CS.cl", "cs.LG", "hep-th", "cell biology", "量子");
    private static final List<String> SOURCES = List.of("arxiv", "file", "huggingface");

    @RepeatedTest(4)
    void countsAreThoseOfTheCatalogue(RepetitionInfo repetition) {
        long seed = 70 + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        try (CatalogueShelf shelf = new CatalogueShelf(folder);
                SearchEngine engine = engine(shelf)) {
            fill(shelf, random, 300);
            engine.catchUp(CatalogueShelf.PATIENCE);
            // Later papers lie in other segments.
            fill(shelf, random, 60);
            engine.catchUp(CatalogueShelf.PATIENCE);
            List<Paper> all = shelf.catalogue.papers(
                    LongStream.rangeClosed(1, 360).boxed().toList());
            Map<Long, Set<String>> sources =
                    shelf.catalogue.sources(all.stream().map(Paper::number).toList());
            try (EngineView view = engine.view()) {
                assertThat(lowered(view.facets(Scope.ALL))).as("seed %d", seed).isEqualTo(counts(all, sources));
                List<Paper> some =
                        all.stream().filter(paper -> random.nextInt(3) == 0).toList();
                assertThat(lowered(view.facets(some.stream().map(Paper::number).toList())))
                        .as("seed %d", seed)
                        .isEqualTo(counts(some, sources));
                assertThat(view.highest()).isEqualTo(360);
                Counts counts = AskedFor.counts(view.facets(Scope.ALL));
                for (Count category : counts.categories()) {
                    Filters filters = new Filters(Set.of(category.value()), null, null, Set.of());
                    assertThat(view.facets(AskedFor.by(filters)).papers())
                            .as(category.value())
                            .isEqualTo(category.papers());
                }
                for (Count source : counts.sources()) {
                    Filters filters = new Filters(Set.of(), null, null, Set.of(source.value()));
                    assertThat(view.facets(AskedFor.by(filters)).papers())
                            .as(source.value())
                            .isEqualTo(source.papers());
                }
                for (Count year : counts.years()) {
                    LocalDate first = LocalDate.of(Integer.parseInt(year.value()), 1, 1);
                    Filters filters =
                            new Filters(Set.of(), first, first.plusYears(1).minusDays(1), Set.of());
                    assertThat(view.facets(AskedFor.by(filters)).papers())
                            .as(year.value())
                            .isEqualTo(year.papers());
                }
                Filters withCode = new Filters(Set.of(), null, null, Set.of(), true);
                assertThat(view.facets(AskedFor.by(withCode)).papers()).isEqualTo(counts.withCode());
            }
        }
    }

    @RepeatedTest(4)
    void everyOrderIsThatOfTheCatalogueInPagesOfAnySize(RepetitionInfo repetition) {
        long seed = 170 + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        try (CatalogueShelf shelf = new CatalogueShelf(folder);
                SearchEngine engine = engine(shelf)) {
            fill(shelf, random, 150);
            engine.catchUp(CatalogueShelf.PATIENCE);
            fill(shelf, random, 50);
            engine.catchUp(CatalogueShelf.PATIENCE);
            List<Paper> all = shelf.catalogue.papers(
                    LongStream.rangeClosed(1, 200).boxed().toList());
            Map<Long, List<Appearance>> standings =
                    shelf.catalogue.appearances(all.stream().map(Paper::number).toList());
            try (EngineView view = engine.view()) {
                for (SortOrder order : SortOrder.values()) {
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
                assertThat(view.ordered(List.of(5_000L), SortOrder.VOTES)).isEmpty();
                List<Long> early = view.listed(Scope.ALL.upTo(90), SortOrder.DATE, null, 1_000).stream()
                        .map(SortKey::number)
                        .toList();
                assertThat(early).hasSize(90).allMatch(number -> number <= 90);
            }
        }
    }

    @Test
    void morePopularNowMeansHigherUpNow() {
        try (CatalogueShelf shelf = new CatalogueShelf(folder);
                SearchEngine engine = engine(shelf)) {
            long one = shelf.add(Papers.random(new Random(1)).build());
            long other = shelf.add(Papers.random(new Random(2)).build());
            shelf.stand(one, 5, 1);
            shelf.stand(other, 3, 2);
            engine.catchUp(CatalogueShelf.PATIENCE);
            assertThat(listed(engine, SortOrder.VOTES)).containsExactly(one, other);
            assertThat(listed(engine, SortOrder.COMMENTS)).containsExactly(other, one);

            shelf.stand(other, 9, 2);
            engine.catchUp(CatalogueShelf.PATIENCE);
            assertThat(listed(engine, SortOrder.VOTES)).containsExactly(other, one);

            shelf.catalogue.write(writer -> {
                writer.moveAppearances("huggingface", other, one);
                return 0;
            });
            engine.catchUp(CatalogueShelf.PATIENCE);
            assertThat(listed(engine, SortOrder.VOTES)).containsExactly(one, other);
        }
    }

    @Test
    void whatElseIsKnownOfAPaperStaysWhenItsCountsChange() {
        try (CatalogueShelf shelf = new CatalogueShelf(folder);
                SearchEngine engine = engine(shelf)) {
            Random random = new Random(5);
            shelf.change(random, 200);
            assertThat(engine.catchUp(CatalogueShelf.PATIENCE)).isTrue();
            List<Candidate> words;
            List<Candidate> meaning;
            float[] vector = CatalogueShelf.MODEL.query("graph");
            try (EngineView view = engine.view()) {
                words = view.words("graph", Scope.ALL, 500);
                meaning = view.meaning(0, vector, Scope.ALL, 500);
            }
            assertThat(words).isNotEmpty();
            assertThat(meaning).isNotEmpty();
            long first = words.getFirst().number();
            shelf.count(random, 1_000);
            shelf.stand(first, 20_000, 2_000);
            assertThat(engine.catchUp(CatalogueShelf.PATIENCE)).isTrue();
            try (EngineView view = engine.view()) {
                assertThat(numbers(view.words("graph", Scope.ALL, 500))).isEqualTo(numbers(words));
                assertThat(numbers(view.meaning(0, vector, Scope.ALL, 500))).isEqualTo(numbers(meaning));
                assertThat(listed(engine, SortOrder.VOTES).getFirst()).isEqualTo(first);
                assertThat(listed(engine, SortOrder.COMMENTS).getFirst()).isEqualTo(first);
            }
        }
    }

    @Test
    void nothingIsCountedWhereThereIsNothing() {
        try (CatalogueShelf shelf = new CatalogueShelf(folder);
                SearchEngine engine = engine(shelf)) {
            engine.catchUp(CatalogueShelf.PATIENCE);
            try (EngineView view = engine.view()) {
                assertThat(view.facets(Scope.ALL)).isEqualTo(Facets.NONE);
                assertThat(view.facets(List.of(1L, 2L))).isEqualTo(Facets.NONE);
                assertThat(view.highest()).isZero();
                assertThat(view.listed(Scope.ALL, SortOrder.VOTES, new SortKey(3, 2, 1), 10))
                        .isEmpty();
            }
        }
    }

    private static void fill(CatalogueShelf shelf, Random random, int papers) {
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

    private static List<Long> listed(SearchEngine engine, SortOrder order) {
        try (EngineView view = engine.view()) {
            return view.listed(Scope.ALL, order, null, 10).stream()
                    .map(SortKey::number)
                    .toList();
        }
    }

    private static List<Long> paged(EngineView view, SortOrder order, int limit) {
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

    private static List<Long> sorted(List<Paper> papers, SortOrder order, Map<Long, List<Appearance>> standings) {
        Comparator<Paper> newest = Comparator.<Paper, LocalDate>comparing(EngineContract::dayOf)
                .thenComparing(Paper::number)
                .reversed();
        Appearance none = new Appearance("", LocalDate.EPOCH, 1, 0, 0, null, null);
        Function<Paper, Appearance> best = paper ->
                Objects.requireNonNullElse(Appearance.best(standings.getOrDefault(paper.number(), List.of())), none);
        Comparator<Paper> wanted = switch (order) {
            case DATE -> newest;
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
    private static Counts lowered(Facets facets) {
        Counts counts = AskedFor.counts(facets);
        List<Count> categories = counts.categories().stream()
                .map(count -> new Count(count.value().toLowerCase(Locale.ROOT), count.papers()))
                .sorted(Comparator.comparingInt(Count::papers).reversed().thenComparing(Count::value))
                .toList();
        return new Counts(counts.counted(), categories, counts.years(), counts.sources(), counts.withCode());
    }

    @RepeatedTest(5)
    void everySignalKeepsToTheFilters(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        try (CatalogueShelf shelf = new CatalogueShelf(folder);
                SearchEngine engine = engine(shelf)) {
            shelf.change(random, 400);
            shelf.catalogue.write(writer -> {
                for (long number = 1; number <= 50; number++) {
                    writer.transaction()
                            .execute(
                                    "insert into source_record (source, name, paper, fingerprint, harvest)"
                                            + " values (?, ?, ?, ?, ?)",
                                    number % 3 == 0 ? "arxiv" : "file",
                                    "name " + number,
                                    number,
                                    "",
                                    "");
                    writer.touch(number);
                }
                return 0;
            });
            assertThat(engine.catchUp(CatalogueShelf.PATIENCE)).isTrue();
            List<Paper> papers = all(shelf);
            try (EngineView view = engine.view()) {
                for (Filtered filtered : filters(shelf, papers)) {
                    String description = "seed " + seed + ", " + filtered.filters;
                    Set<Long> passing = new HashSet<>();
                    papers.stream().filter(filtered.passes).forEach(paper -> passing.add(paper.number()));
                    assertThat(view.newest(AskedFor.by(filtered.filters), 1_000))
                            .as(description)
                            .containsExactlyInAnyOrderElementsOf(passing);
                    Set<Long> byWords =
                            numbers(view.words("graph neural network", AskedFor.by(filtered.filters), 1_000));
                    Set<Long> allByWords = numbers(view.words("graph neural network", Scope.ALL, 1_000));
                    allByWords.retainAll(passing);
                    assertThat(byWords).as(description).isEqualTo(allByWords);
                    Set<Long> byMeaning = numbers(
                            view.meaning(0, CatalogueShelf.MODEL.query("graph"), AskedFor.by(filtered.filters), 1_000));
                    Set<Long> allByMeaning =
                            numbers(view.meaning(0, CatalogueShelf.MODEL.query("graph"), Scope.ALL, 1_000));
                    allByMeaning.retainAll(passing);
                    assertThat(byMeaning).as(description).isEqualTo(allByMeaning);
                }
            }
        }
    }

    @RepeatedTest(3)
    void theVectorsOfCandidatesAreThoseOfTheirPapers(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        try (CatalogueShelf shelf = new CatalogueShelf(folder);
                SearchEngine engine = engine(shelf)) {
            for (int part = 0; part < 3; part++) {
                shelf.change(random, 60);
                assertThat(engine.catchUp(CatalogueShelf.PATIENCE)).isTrue();
            }
            try (EngineView view = engine.view()) {
                List<Candidate> candidates = new ArrayList<>(view.words("graph neural network", Scope.ALL, 1_000));
                Collections.shuffle(candidates, random);
                List<Long> numbers = candidates.stream().map(Candidate::number).toList();
                Map<Long, float[]> vectors = view.vectors(0, candidates);
                assertThat(vectors.keySet())
                        .as("seed %d", seed)
                        .isNotEmpty()
                        .isEqualTo(numbers(
                                candidates.stream().filter(Candidate::embedded).toList()));
                Map<Long, float[]> byNumber = view.vectors(0, view.papers(numbers));
                vectors.forEach((number, vector) ->
                        assertThat(vector).as("seed %d, paper %d", seed, number).isEqualTo(byNumber.get(number)));
                assertThat(view.vectors(0, List.of())).isEmpty();
            }
        }
    }

    @Test
    void theNewestComeNewestFirstAndThoseWithoutADayLast() {
        try (CatalogueShelf shelf = new CatalogueShelf(folder);
                SearchEngine engine = engine(shelf)) {
            long undated = shelf.add(Metadata.titled("undated").build());
            long old = shelf.add(dated("1999"));
            long august = shelf.add(dated("2026-08-21"));
            long alsoAugust = shelf.add(dated("2026-08-21"));
            long july = shelf.add(dated("2026-07"));
            assertThat(engine.catchUp(CatalogueShelf.PATIENCE)).isTrue();
            try (EngineView view = engine.view()) {
                assertThat(view.newest(Scope.ALL, 10)).containsExactly(alsoAugust, august, july, old, undated);
            }
        }
    }

    @Test
    void titlesAndAuthorsAreFoundWhateverTheirPrinting() {
        try (CatalogueShelf shelf = new CatalogueShelf(folder);
                SearchEngine engine = engine(shelf)) {
            long paper = shelf.add(Metadata.titled("On the $\\ell_p$-Norm: a Survey")
                    .authors(List.of(
                            Author.named("Søren K. Łukasiewicz"),
                            Author.named("José Ángel Núñez"),
                            Author.named("Plato")))
                    .build());
            assertThat(engine.catchUp(CatalogueShelf.PATIENCE)).isTrue();
            try (EngineView view = engine.view()) {
                for (String title : List.of("on the $\\ell_p$ norm, A SURVEY", "On the \\ell_p-norm: a survey.")) {
                    assertThat(view.titled(Set.of(title), Scope.ALL, 5))
                            .as(title)
                            .containsExactly(paper);
                }
                for (String name : List.of(
                        "Søren K. Łukasiewicz",
                        "soren lukasiewicz",
                        "Lukasiewicz, Soren",
                        "Łukasiewicz Søren K",
                        "Jose Angel Nunez")) {
                    assertThat(view.by(name, Scope.ALL, 5)).as(name).containsExactly(paper);
                }
                for (String other : List.of("Plato", "Lukasiewicz", "José Núñez Ángel Gómez", "", "K.", "survey")) {
                    assertThat(view.by(other, Scope.ALL, 5)).as(other).isEmpty();
                }
                assertThat(view.titled(Set.of("On the norm"), Scope.ALL, 5)).isEmpty();
                assertThat(view.titled(Set.of("…"), Scope.ALL, 5)).isEmpty();
            }
        }
    }

    private static List<Filtered> filters(CatalogueShelf shelf, List<Paper> papers) {
        LocalDate from = LocalDate.of(2026, 3, 1);
        LocalDate until = LocalDate.of(2026, 6, 30);
        var sources = shelf.catalogue.sources(papers.stream().map(Paper::number).toList());
        Predicate<Paper> ofCs =
                paper -> paper.metadata().categories().getFirst().startsWith("cs.");
        Predicate<Paper> ofHep = paper -> paper.metadata().categories().contains("hep-th");
        return List.of(
                new Filtered(Filters.NONE, paper -> true),
                new Filtered(new Filters(Set.of("cs.*"), null, null, Set.of()), ofCs),
                new Filtered(new Filters(Set.of("CS.*", "hep-th"), null, null, Set.of()), ofCs.or(ofHep)),
                new Filtered(new Filters(Set.of("hep-th.*"), null, null, Set.of()), ofHep),
                new Filtered(new Filters(Set.of("cs"), null, null, Set.of()), paper -> false),
                new Filtered(
                        new Filters(Set.of(), from, null, Set.of()),
                        paper -> !day(paper).isBefore(from)),
                new Filtered(
                        new Filters(Set.of("cs.*"), from, until, Set.of()),
                        ofCs.and(paper ->
                                !day(paper).isBefore(from) && !day(paper).isAfter(until))),
                new Filtered(new Filters(Set.of(), until, from, Set.of()), paper -> false),
                new Filtered(new Filters(Set.of(), LocalDate.MIN, LocalDate.MAX, Set.of()), paper -> true),
                new Filtered(
                        new Filters(Set.of(), null, null, Set.of("arxiv")),
                        paper -> sources.getOrDefault(paper.number(), Set.of()).contains("arxiv")));
    }

    private static LocalDate day(Paper paper) {
        PartialDate day = paper.metadata().day();
        return day == null ? LocalDate.MIN : day.firstDay();
    }

    private static Metadata dated(String day) {
        return Papers.random(new Random(1)).published(new PartialDate(day)).build();
    }

    private static Set<Long> numbers(List<Candidate> candidates) {
        Set<Long> numbers = new HashSet<>();
        candidates.forEach(candidate -> numbers.add(candidate.number()));
        return numbers;
    }

    private record Filtered(Filters filters, Predicate<Paper> passes) {}
}
