package dev.broadsheet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.search.engine.EditDistance;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.engine.Vocabulary;
import dev.broadsheet.search.engine.Vocabulary.Alike;
import dev.broadsheet.search.engine.Vocabulary.Field;
import dev.broadsheet.search.follower.SearchEngine;
import dev.broadsheet.search.spelling.Spelling;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneVocabularyTest {
    private static final long SEED = 20261121;

    private static final List<String> WORDS = List.of(
            "attention",
            "transformers",
            "networks",
            "spectral",
            "gradient",
            "diffusion",
            "quantum",
            "learning",
            "leaning",
            "optimal",
            "transport",
            "language",
            "models",
            "galaxies",
            "protein",
            "folding",
            "kernels",
            "bounds");

    @TempDir
    private Path folder;

    @Test
    void wordsAlikeAreThoseOfTheEditDistance() {
        Random random = new Random(SEED);
        try (Shelf shelf = new Shelf(folder);
                SearchEngine engine = shelf.engine()) {
            for (String word : WORDS) {
                shelf.add(Metadata.titled(word).build());
                shelf.add(Metadata.titled("again " + word).build());
            }
            engine.catchUp(Shelf.PATIENCE);
            try (EngineView view = engine.view()) {
                Vocabulary vocabulary = view.vocabulary();
                for (int i = 0; i < 300; i++) {
                    String word = WORDS.get(random.nextInt(WORDS.size()));
                    String slipped = slip(slip(word, random), random);
                    Map<String, Integer> expected = new TreeMap<>();
                    for (String other : WORDS) {
                        int distance = EditDistance.between(slipped, other);
                        if (distance == 1 || distance == 2) {
                            expected.put(other, distance);
                        }
                    }
                    Map<String, Integer> actual = new TreeMap<>();
                    for (Alike alike :
                            vocabulary.alike(Field.TITLE, Set.of(slipped)).getOrDefault(slipped, List.of())) {
                        actual.put(alike.word(), alike.edits());
                        assertThat(alike.papers()).isEqualTo(2);
                    }
                    // What is one edit away is enough where there is some; else all of two edits.
                    expected.values().removeIf(edits -> edits == 2 && !actual.containsValue(2));
                    assertThat(actual).as("seed %d, %s", SEED, slipped).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spectrl bias | spectral bias",
                "Spectrla bias of netwroks | Spectral bias of networks",
                "title:spectrla -learnin \"netwroks of bias\" | title:spectral -learnin \"networks of bias\"",
                "author:\"geoffry hintn\" bias | author:\"geoffrey hinton\" bias",
                "author:erdos | null",
                "author:Erdoss | author:Erdos",
                "spectral bias of networks | null",
                "hinton networks | null",
                "spectrum of a networking bias | null",
                "SPECTRL spcBias | null",
                "xylophone bias | null",
                "learnnng bias | learning bias",
                "leanin bias of quantm | leaning bias of quantum",
                "qantm wrks | null",
            })
    void aSlipIsPutRightAndNothingElse(String query, String respelt) {
        try (Shelf shelf = new Shelf(folder);
                SearchEngine engine = shelf.engine()) {
            fill(shelf);
            engine.catchUp(Shelf.PATIENCE);
            try (EngineView view = engine.view()) {
                assertThat(String.valueOf(Spelling.respell(query, view.vocabulary())))
                        .isEqualTo(respelt);
            }
        }
    }

    @Test
    void ofWordsAsNearTheOneBesideTheOthersIsMeant() {
        try (Shelf shelf = new Shelf(folder);
                SearchEngine engine = shelf.engine()) {
            for (int i = 0; i < 6; i++) {
                shelf.add(Metadata.titled("Kernel machines").build());
                shelf.add(
                        Metadata.titled(i < 2 ? "Kennel dogs barking" : "Dogs").build());
            }
            engine.catchUp(Shelf.PATIENCE);
            try (EngineView view = engine.view()) {
                assertThat(Spelling.respell("kerrnel kernnel", view.vocabulary()))
                        .isEqualTo("kernel kernel");
                assertThat(Spelling.respell("barking kenel", view.vocabulary())).isEqualTo("barking kennel");
                assertThat(Spelling.respell("machines kenel", view.vocabulary()))
                        .isEqualTo("machines kernel");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000\u0007",
                "(((((((",
                ".*.*.*[a-z]+{99}",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
                "\"",
                "author:\"",
                "$",
                "a\u0301\u0301\u0301\u0301\u0301\u0301"
            })
    void oddQueriesAreLeftAlone(String query) {
        try (Shelf shelf = new Shelf(folder);
                SearchEngine engine = shelf.engine()) {
            fill(shelf);
            engine.catchUp(Shelf.PATIENCE);
            try (EngineView view = engine.view()) {
                assertThat(Spelling.respell(query, view.vocabulary())).isNull();
                assertThat(Spelling.respell(query.repeat(10_000), view.vocabulary()))
                        .isNull();
            }
        }
    }

    @Test
    void anEmptyIndexKnowsNoWord() {
        try (Shelf shelf = new Shelf(folder);
                SearchEngine engine = shelf.engineNotStarted(true);
                EngineView view = engine.view()) {
            assertThat(Spelling.respell("spectrl bias of netwroks", view.vocabulary()))
                    .isNull();
            assertThat(view.vocabulary().together(List.of(List.of("bias")))).containsExactly(0);
        }
    }

    private static void fill(Shelf shelf) {
        for (int i = 0; i < 12; i++) {
            shelf.add(Metadata.titled("Spectral bias of quantum networks, learning and leaning " + i)
                    .authors(List.of(Author.named("Geoffrey Hinton"), Author.named("Paul Erdős")))
                    .build());
        }
    }

    private static String slip(String word, Random random) {
        int at = random.nextInt(word.length() - 1);
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }
}
