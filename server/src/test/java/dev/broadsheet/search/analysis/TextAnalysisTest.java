package dev.broadsheet.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.analysis.TextAnalysis.Match;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextAnalysisTest {

    @Test
    void matchesOtherFormsOfAWordInTheTextsOwnCharacters() {
        String text = "Bounds: the networks' bounded $\\ell_p$ netting, bound.";

        List<String> matched = TextAnalysis.matches(
                        text, TextAnalysis.stems("bound network").keySet())
                .stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();

        assertThat(matched).containsExactly("Bounds", "networks", "bounded", "bound");
    }

    @Test
    void offsetsCountAsTheTextDoesBehindCharactersOfTwoUnits() {
        assertThat(TextAnalysis.matches("😀 graph", TextAnalysis.stems("graphs").keySet()))
                .containsExactly(new Match(3, 8));
    }

    @Test
    void aQuerySaysAWordAsOftenAsItSaysIt() {
        assertThat(TextAnalysis.stems("graph Graphs the node"))
                .containsExactly(java.util.Map.entry("graph", 2), java.util.Map.entry("node", 1));
    }

    @Test
    void stopWordsAndPunctuationMatchNothing() {
        assertThat(TextAnalysis.stems("the of and … ?! \u0000")).isEmpty();
        assertThat(TextAnalysis.matches(
                        "the of and", TextAnalysis.stems("the of and").keySet()))
                .isEmpty();
    }
}
