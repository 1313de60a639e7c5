package dev.broadsheet.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.text.PlainText;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextFilterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O(n log n) | \\mathcal{O}(n \\log n) | $\\mathcal O(n\\log n)$ | $\\tilde{O}(n \\log n)$ | 𝒪(n log n)",
                "l_p norm | $\\ell_p$ norm | $\\ell_{p}$-norm | ell_p norm | ℓ_p-norm | ℓₚ norm | \\ell_p norm | L_p norm",
                "l_infinity | \\ell_\\infty | $\\ell_{\\infty}$ | ℓ_∞ | ell_inf | l_infty",
                "l2 | L_2 | \\ell_2 | $\\ell_{2}$ | ℓ₂ | ell_2",
                "alpha | α | \\alpha | $\\alpha$ | Α",
                "epsilon | ε | \\varepsilon | \\epsilon | ϵ",
                "TNF-alpha | TNFα | TNF-α | TNF$\\alpha$ | TNF $\\alpha$",
                "TGF-beta1 | TGFβ1 | TGF-$\\beta_1$ | TGF \\beta1 | TGF β₁",
                "R^d | $\\mathbb{R}^d$ | \\mathbb{R}^{d} | ℝ^d",
                "x^2 | x² | $x^{2}$ | 𝑥²",
                "x_i | $x_i$ | x_{i} | xᵢ | $\\mathbf{x}_i$ | x_{\\text{i}}",
                "10^-3 | 10^{-3} | 10⁻³ | $10^{-3}$",
                "CO2 | CO_2 | CO$_2$ | CO₂ | \\text{CO}_2",
                "log2 n | log_2 n | $\\log_2 n$ | log₂ n",
                "Schrodinger | Schrödinger | Schr\\\"odinger | Schr{\\\"o}dinger | Schr\\\"{o}dinger | Schro\u0308dinger",
                "Godel Erdos | G\\\"odel Erd\\H{o}s | Gödel Erdős | G\\\"{o}del Erd\\H os",
                "naive cafe | na\\\"{\\i}ve caf\\'e | naïve café",
                "Lukasz Soren | \\L{}ukasz S\\o ren | Łukasz Søren",
                "infinity categories | \\infty-categories | ∞-categories | $\\infty$-categories",
                "sqrt(n) | \\sqrt{n} | √n",
                "kNN | $k$NN",
                "T_c y | T_{c}y"
            })
    void printingsOfOneThingAreTheSameWords(String printings) {
        String[] same = printings.split(" \\| ");
        for (String other : same) {
            assertThat(TextAnalysis.stems(other).keySet())
                    .as(other)
                    .containsExactlyElementsOf(TextAnalysis.stems(same[0]).keySet());
        }
    }

    @Test
    void moneyProseAndProgramsStayWhatTheyAre() {
        assertThat(TextAnalysis.stems("US$5 costs $3.50").keySet()).containsExactly("us", "5", "cost", "3.50");
        assertThat(TextAnalysis.stems("snake_case call(x) a/b").keySet())
                .containsExactly("snake_cas", "call", "x", "b");
        assertThat(TextAnalysis.stems("λόγος").keySet()).hasSize(1);
        assertThat(PlainText.of("plain text, naïve (really)")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the |$\\ell_p$| norm",
                "by |Schr\\\"{o}dinger|, who",
                "an |α| and",
                "in |\\mathcal{O}|(n)",
                "of |CO$_2$| in air",
                "a {|BERT|}"
            })
    void matchesAreFoundInTheSource(String marked) {
        int start = marked.indexOf('|');
        int end = marked.lastIndexOf('|') - 1;
        String source = marked.replace("|", "");
        Set<String> stems = TextAnalysis.stems(source.substring(start, end)).keySet();

        var spans = TextAnalysis.matches(source, stems);

        assertThat(spans).hasSize(1);
        assertThat(spans.getFirst().start()).isBetween(start - 1, start);
        assertThat(spans.getFirst().end()).isBetween(end, end + 1);
    }

    @Test
    void anyTextHasItsOffsetsInOrder() {
        List<String> pieces = List.of(
                "\\",
                "{",
                "}",
                "$",
                "_",
                "^",
                "ell",
                "inf",
                "\\alpha",
                "\\mathbb",
                "\\\"",
                "α",
                "²",
                "₂",
                "ℓ",
                "ℝ",
                "∞",
                "𝒪",
                "\u0301",
                " ",
                "x",
                "2",
                "\ud835",
                "(",
                "\\o",
                "\\H",
                "😀",
                "\u202e",
                "\0");
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            StringBuilder source = new StringBuilder();
            random.ints(random.nextInt(40), 0, pieces.size()).forEach(i -> source.append(pieces.get(i)));
            PlainText plain = PlainText.of(source.toString());
            if (plain != null) {
                int last = 0;
                for (int i = 0; i <= plain.text().length(); i++) {
                    assertThat(plain.offset(i)).as("seed %d: %s", seed, source).isBetween(last, source.length());
                    last = plain.offset(i);
                }
            }
            TextAnalysis.matches(source.toString(), Set.of("x"))
                    .forEach(span -> assertThat(span.start()).isLessThan(span.end()));
        }
    }
}
