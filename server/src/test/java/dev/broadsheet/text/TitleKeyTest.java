package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Attention Is All You Need | ATTENTION is all\tyou need.",
                "Gödel's theorem | Godel's  Theorem",
                "The $\\alpha$-divergence | The \\alpha divergence",
                "On $\\mathcal{O}(n)$ sorting | On O(n) sorting",
                "{BERT}: Pre-training | BERT - pre training",
                "Ｆｕｌｌ width | full width",
                "Research & development | Research \\& Development",
                "Research & development | Research and development",
                "S\\o ren's law | Søren's law",
                "\\v{C}ech and \\c{C}ech | Čech and Çech",
                "The α-divergence | The $\\alpha$-divergence",
                "Bounds for ℓ spaces | Bounds for $\\ell$ spaces",
                "Sparse ϵ nets | Sparse $\\varepsilon$ nets",
                "360$^\\circ$ views | 360° views",
            })
    void twoPrintingsOfOneTitleHaveOneKey(String one, String other) {
        assertThat(TitleKey.of(one)).isEqualTo(TitleKey.of(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pre-training at scale | Pretraining at scale",
                "CO$_2$ capture | CO₂ capture",
                "A$\\beta$42 plaques | Aβ42 plaques",
            })
    void titlesAreComparedWithoutSpaces(String one, String other) {
        assertThat(TitleKey.joined(one)).isEqualTo(TitleKey.joined(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Main title: a subtitle | Main title",
                "Main title - a subtitle: with more | Main title",
                "Main title — a subtitle | Main title",
                "Is it one? It is | Is it one",
                "Pre-training | ",
                "At 12:30 | ",
                "Main title: | ",
                "$: a subtitle | ",
            })
    void theMainTitleEndsWhereTheSubtitleBegins(String title, String main) {
        assertThat(TitleKey.mainTitle(title)).isEqualTo(main);
    }

    @Test
    void lettersOfAnyScriptCount() {
        assertThat(TitleKey.of("深度学习")).isEqualTo("深度学习");
        assertThat(TitleKey.of("Глубокое обучение")).isEqualTo("глубокое обучение");
    }

    @Test
    void otherTitlesHaveOtherKeys() {
        assertThat(TitleKey.of("Part I")).isNotEqualTo(TitleKey.of("Part II"));
        assertThat(TitleKey.of("?!")).isEmpty();
    }

    @Test
    void theIndexedPartIsShortAndSplitsNoCharacter() {
        assertThat(TitleKey.indexed("short")).isEqualTo("short");
        assertThat(TitleKey.indexed("a".repeat(401))).isEqualTo("a".repeat(400));
        assertThat(TitleKey.indexed("a".repeat(399) + "\ud835\udc00")).isEqualTo("a".repeat(399));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261121, 42})
    void theShortcutForPlainTitlesGivesTheSameKeys(long seed) {
        Random random = new Random(seed);
        String characters = "abXYZ 09  {}$-&:'\"?!.\t\n~é\\";
        for (int title = 0; title < 2_000; title++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(characters.charAt(random.nextInt(characters.length())));
            }
            assertThat(TitleKey.of(text.toString()))
                    .as("%s, seed %d", text, seed)
                    .isEqualTo(TitleKey.ofAny(text.toString()));
        }
    }
}
