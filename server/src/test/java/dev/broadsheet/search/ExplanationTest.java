package dev.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.search.Explanation.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void whatEachSignalGaveIsSaidInWords() {
        Explanation why = new Explanation(
                "its title",
                List.of("Graph", "kernels"),
                List.of(
                        new Part("words", 11.2, 0.9, 0.4),
                        new Part("meaning (one)", 0.834, 0.95, 0.4),
                        new Part("meaning (two)", 0.5, 0.1, 0.2),
                        new Part(Explanation.AGREEMENT, 0.7, -0.02, 1)));

        assertThat(why.sentences())
                .containsExactly(
                        "The query names its title, which sets it above all that were only ranked.",
                        "It holds “Graph”, “kernels”.",
                        "In meaning it is very near to the query: cosine 0.83 by one, cosine 0.50 by two.",
                        "The answers most like it stand lower, which sets it back.");
        assertThat(why.points()).isCloseTo(0.36 + 0.38 + 0.02 - 0.02, within(1e-12));
    }

    @Test
    void aPaperFoundByMeaningOnlyIsSaidToHoldNoWord() {
        Explanation why = new Explanation(null, List.of(), List.of(new Part("meaning (one)", 0.4, 0.3, 1)));

        assertThat(why.sentences())
                .containsExactly(
                        "It holds none of the query's words.",
                        "In meaning it is loosely related to the query: cosine 0.40 by one.");
    }

    @Test
    void whereOnlyFiltersWereAskedNothingElseIsSaid() {
        assertThat(new Explanation(null, List.of(), List.of()).sentences())
                .containsExactly("It passes the filters; nothing else was asked.");
    }
}
