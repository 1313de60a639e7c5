package dev.broadsheet.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            })
    void twoPrintingsOfOneTitleHaveOneKey(String one, String other) {
        assertThat(TitleKey.of(one)).isEqualTo(TitleKey.of(other)).isNotEmpty();
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
}
