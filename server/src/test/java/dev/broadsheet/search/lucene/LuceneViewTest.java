package dev.broadsheet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.Papers;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.query.Scope;
import dev.broadsheet.search.ranking.Candidate;
import dev.broadsheet.search.ranking.EngineView;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneViewTest {
    @TempDir
    private Path folder;

    @RepeatedTest(5)
    void everySignalKeepsToTheFilters(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        try (Shelf shelf = new Shelf(folder);
                LuceneEngine engine = shelf.engine()) {
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
            shelf.assertAgrees(engine, "seed " + seed);
            List<Paper> papers = shelf.catalogue.papers(
                    Shelf.states(engine).keySet().stream().toList());
            try (EngineView view = engine.view()) {
                for (Filtered filtered : filters(shelf, papers)) {
                    String description = "seed " + seed + ", " + filtered.filters;
                    Set<Long> passing = new HashSet<>();
                    papers.stream().filter(filtered.passes).forEach(paper -> passing.add(paper.number()));
                    assertThat(view.newest(Scope.of(filtered.filters), 1_000))
                            .as(description)
                            .containsExactlyInAnyOrderElementsOf(passing);
                    Set<Long> byWords = numbers(view.words("graph neural network", Scope.of(filtered.filters), 1_000));
                    Set<Long> allByWords = numbers(view.words("graph neural network", Scope.ALL, 1_000));
                    allByWords.retainAll(passing);
                    assertThat(byWords).as(description).isEqualTo(allByWords);
                    Set<Long> byMeaning =
                            numbers(view.meaning(0, Shelf.MODEL.query("graph"), Scope.of(filtered.filters), 1_000));
                    Set<Long> allByMeaning = numbers(view.meaning(0, Shelf.MODEL.query("graph"), Scope.ALL, 1_000));
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
        try (Shelf shelf = new Shelf(folder);
                LuceneEngine engine = shelf.engine()) {
            for (int part = 0; part < 3; part++) {
                shelf.change(random, 60);
                shelf.assertAgrees(engine, "seed " + seed);
            }
            try (EngineView view = engine.view()) {
                List<Candidate> candidates = new ArrayList<>(view.words("graph neural network", Scope.ALL, 1_000));
                Collections.shuffle(candidates, random);
                List<Long> numbers = candidates.stream().map(Candidate::number).toList();
                Map<Long, float[]> vectors = view.vectorsOf(0, candidates);
                assertThat(vectors.keySet())
                        .as("seed %d", seed)
                        .isNotEmpty()
                        .isEqualTo(numbers(
                                candidates.stream().filter(Candidate::embedded).toList()));
                Map<Long, float[]> byNumber = view.vectors(0, numbers);
                vectors.forEach((number, vector) ->
                        assertThat(vector).as("seed %d, paper %d", seed, number).isEqualTo(byNumber.get(number)));
                assertThat(view.vectorsOf(0, List.of())).isEmpty();
            }
        }
    }

    @Test
    void theNewestComeNewestFirstAndThoseWithoutADayLast() {
        try (Shelf shelf = new Shelf(folder);
                LuceneEngine engine = shelf.engine()) {
            long undated = shelf.add(Metadata.titled("undated").build());
            long old = shelf.add(dated("1999"));
            long august = shelf.add(dated("2026-08-21"));
            long alsoAugust = shelf.add(dated("2026-08-21"));
            long july = shelf.add(dated("2026-07"));
            shelf.assertAgrees(engine, "dated");
            try (EngineView view = engine.view()) {
                assertThat(view.newest(Scope.ALL, 10)).containsExactly(alsoAugust, august, july, old, undated);
            }
        }
    }

    @Test
    void titlesAndAuthorsAreFoundWhateverTheirPrinting() {
        try (Shelf shelf = new Shelf(folder);
                LuceneEngine engine = shelf.engine()) {
            long paper = shelf.add(Metadata.titled("On the $\\ell_p$-Norm: a Survey")
                    .authors(List.of(
                            Author.named("Søren K. Łukasiewicz"),
                            Author.named("José Ángel Núñez"),
                            Author.named("Plato")))
                    .build());
            shelf.assertAgrees(engine, "one paper");
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

    private static List<Filtered> filters(Shelf shelf, List<Paper> papers) {
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
