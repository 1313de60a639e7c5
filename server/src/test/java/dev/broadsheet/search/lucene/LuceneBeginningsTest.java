package dev.broadsheet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.engine.Beginnings.Counted;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.follower.SearchEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneBeginningsTest {
    private static final long SEED = 20261121;

    @TempDir
    private Path folder;

    @Test
    void aTitleIsFoundByItsBeginningFirstThenByLaterWords() {
        asked(
                shelf -> {
                    shelf.add(titled("Is attention all?", "2026-01-03"));
                    shelf.add(titled("Attention Is All You Need", "2017-06-12"));
                    shelf.add(titled("Attention, is it explanation?", "2019-01-01"));
                    shelf.add(titled("All you need is $\\ell_p$ attenuation", "2026-01-02"));
                },
                found -> {
                    assertThat(found.titles("attention i", 9)).containsExactly(3L, 2L, 1L);
                    assertThat(found.titles("ATTENTION: IS all", 9)).containsExactly(2L, 1L);
                    assertThat(found.titles("need att", 9)).containsExactly(4L, 2L);
                    assertThat(found.titles("need att", 1)).containsExactly(4L);
                    assertThat(found.titles("\\ell_p", 9)).containsExactly(4L);
                    assertThat(found.titles("atten ", 9)).isEmpty();
                    assertThat(found.titles("attention ", 9)).containsExactly(3L, 2L, 1L);
                    assertThat(found.titles("a", 9)).isEmpty();
                });
    }

    @Test
    void anAuthorIsFoundByAnyPartOfTheName() {
        asked(
                shelf -> {
                    shelf.add(by("José Núñez", "Ada Lovelace"));
                    shelf.add(by("José Núñez"));
                    shelf.add(by("Núñez, José", "Joss Stone"));
                    shelf.add(by("Ada B. Adams"));
                },
                found -> {
                    assertThat(found.authors("jos", 9))
                            .containsExactly(new Counted("José Núñez", 2), new Counted("Joss Stone", 1));
                    assertThat(found.authors("NUNEZ", 9)).containsExactly(new Counted("José Núñez", 2));
                    assertThat(found.authors("nuñez jos", 9)).containsExactly(new Counted("José Núñez", 2));
                    assertThat(found.authors("jos nun", 9)).containsExactly(new Counted("José Núñez", 2));
                    assertThat(found.authors("ada adams", 9)).containsExactly(new Counted("Ada B. Adams", 1));
                    assertThat(found.authors("ad", 1)).hasSize(1);
                    assertThat(found.authors("ada b lovelace", 9)).isEmpty();
                    assertThat(found.authors("ovelace", 9)).isEmpty();
                    assertThat(found.authors("a", 9)).isEmpty();
                });
    }

    @Test
    void aCategoryIsFoundByItsCodeAndByWhatStandsBehindTheDot() {
        asked(
                shelf -> {
                    shelf.add(in("cs.CL", "cs.LG"));
                    shelf.add(in("cs.CL", "physics.class-ph"));
                    shelf.add(in("hep-th"));
                },
                found -> {
                    assertThat(found.categories("cl", 9))
                            .containsExactly(new Counted("cs.CL", 2), new Counted("physics.class-ph", 1));
                    assertThat(found.categories("CS.", 9))
                            .containsExactly(new Counted("cs.CL", 2), new Counted("cs.LG", 1));
                    assertThat(found.categories("cs", 1)).containsExactly(new Counted("cs.CL", 2));
                    assertThat(found.categories("hep-th", 9)).containsExactly(new Counted("hep-th", 1));
                    assertThat(found.categories("ep-th", 9)).isEmpty();
                    assertThat(found.categories(" ", 9)).isEmpty();
                });
    }

    @Test
    void whatIsGoneIsNoLongerOffered() {
        try (Shelf shelf = new Shelf(folder);
                SearchEngine engine = shelf.engine()) {
            long number = shelf.add(Metadata.titled("Old title")
                    .authors(List.of(Author.named("Old Name")))
                    .categories(List.of("old.OLD"))
                    .build());
            shelf.add(Metadata.titled("Another").build());
            engine.catchUp(Shelf.PATIENCE);
            shelf.catalogue.write(writer -> {
                writer.change(
                        number,
                        Metadata.titled("New title")
                                .authors(List.of(Author.named("New Name")))
                                .categories(List.of("new.NEW"))
                                .build(),
                        Instant.EPOCH);
                return 0;
            });
            engine.catchUp(Shelf.PATIENCE);
            for (int round = 0; round < 2; round++) {
                try (EngineView view = engine.view()) {
                    LuceneBeginnings found = new LuceneBeginnings(((LuceneView) view).searcher());
                    assertThat(found.titles("old", 9)).isEmpty();
                    assertThat(found.authors("old", 9)).isEmpty();
                    assertThat(found.categories("old", 9)).isEmpty();
                    assertThat(found.titles("new", 9)).containsExactly(number);
                    assertThat(found.authors("new", 9)).containsExactly(new Counted("New Name", 1));
                    assertThat(found.categories("new", 9)).containsExactly(new Counted("new.NEW", 1));
                }
                engine.rebuild(applied -> {});
            }
        }
    }

    @Test
    void randomNamesAreFoundAsByReadingAll() {
        Random random = new Random(SEED);
        List<String> parts = List.of("wei", "wen", "weiss", "zhang", "zhao", "li", "liu", "anna", "ann", "van", "der");
        TreeMap<String, Integer> names = new TreeMap<>();
        asked(
                shelf -> {
                    for (int i = 0; i < 200; i++) {
                        Set<String> distinct = new HashSet<>();
                        for (int j = 0; j < 2 + random.nextInt(2); j++) {
                            distinct.add(parts.get(random.nextInt(parts.size())));
                        }
                        String name =
                                String.join(" ", distinct.stream().sorted().toList());
                        names.merge(name, 1, Integer::sum);
                        shelf.add(by(name));
                    }
                },
                found -> {
                    for (int i = 0; i < 100; i++) {
                        String word = parts.get(random.nextInt(parts.size()));
                        String typed = word.substring(0, 2 + random.nextInt(word.length() - 1))
                                + (random.nextBoolean() ? "" : " " + parts.get(random.nextInt(parts.size())));
                        List<Counted> expected = names.entrySet().stream()
                                .filter(name -> Arrays.stream(typed.split(" "))
                                        .allMatch(part -> (" " + name.getKey()).contains(" " + part)))
                                .map(name -> new Counted(name.getKey(), name.getValue()))
                                .toList();
                        assertThat(found.authors(typed, 1_000))
                                .as("seed %d, %s", SEED, typed)
                                .containsExactlyInAnyOrderElementsOf(expected);
                    }
                });
    }

    @Test
    void oddBeginningsAreAnsweredWithLittleOrNothing() {
        asked(
                shelf -> shelf.add(Metadata.titled("A title")
                        .authors(List.of(Author.named("An Author"), Author.named("x".repeat(5_000)), Author.named("…")))
                        .categories(List.of("cs.CL", "c".repeat(5_000)))
                        .build()),
                found -> {
                    for (String odd : List.of(
                            "",
                            " ",
                            "\u0000",
                            "*",
                            ".*",
                            "[x-z",
                            "\\",
                            "\"",
                            "$",
                            "\uD83D\uDE00",
                            "\uD83D",
                            "x".repeat(10_000),
                            "x ".repeat(5_000),
                            "\u202E\u0301")) {
                        assertThat(found.titles(odd, 9)).as(odd).isEmpty();
                        assertThat(found.authors(odd, 9)).as(odd).isEmpty();
                        assertThat(found.categories(odd, 9)).as(odd).isEmpty();
                    }
                });
    }

    @Test
    void anEmptyIndexOffersNothing() {
        asked(shelf -> {}, found -> {
            assertThat(found.titles("attention", 9)).isEmpty();
            assertThat(found.authors("attention", 9)).isEmpty();
            assertThat(found.categories("attention", 9)).isEmpty();
        });
    }

    private void asked(Consumer<Shelf> filling, Consumer<LuceneBeginnings> asking) {
        try (Shelf shelf = new Shelf(folder);
                SearchEngine engine = shelf.engine()) {
            filling.accept(shelf);
            engine.catchUp(Shelf.PATIENCE);
            try (EngineView view = engine.view()) {
                asking.accept(new LuceneBeginnings(((LuceneView) view).searcher()));
            }
        }
    }

    private static Metadata titled(String title, String day) {
        return Metadata.titled(title).published(new PartialDate(day)).build();
    }

    private static Metadata by(String... names) {
        return Metadata.titled("Untold")
                .authors(Arrays.stream(names).map(Author::named).toList())
                .build();
    }

    private static Metadata in(String... categories) {
        return Metadata.titled("Untold").categories(List.of(categories)).build();
    }
}
