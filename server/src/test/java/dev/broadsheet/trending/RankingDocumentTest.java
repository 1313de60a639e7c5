package dev.broadsheet.trending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.trending.TrendingNumbers.Basis;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The worked example in the documentation is what the formula gives. */
class RankingDocumentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 25);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 8, 20);
    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 24);

    private static final TrendingFormula FORMULA = new TrendingFormula(TrendingSettings.USUAL);
    private static final List<TrendingParts> EXAMPLES = List.of(
            FORMULA.parts(new TrendingNumbers(9, 4, 2, 0, 20, THURSDAY, Basis.ANNOUNCED, null), TODAY),
            FORMULA.parts(new TrendingNumbers(3, 0, 0, 0, 0, MONDAY, Basis.ANNOUNCED, null), TODAY),
            FORMULA.parts(new TrendingNumbers(11, 0, 0, 0, 0, MONDAY, Basis.ANNOUNCED, null), TODAY));

    @Test
    void theExampleIsComputedByTheFormula() throws IOException {
        String terms = IntStream.range(0, EXAMPLES.getFirst().terms().size())
                .mapToObj(term -> row(
                        EXAMPLES.getFirst().terms().get(term).words(),
                        parts -> term(parts.terms().get(term))))
                .collect(Collectors.joining());
        String table = "| | older paper | younger paper | the younger, eight votes later |\n|---|---|---|---|\n"
                + terms
                + row("support", parts -> decimal(parts.support()))
                + row("log2(1 + support)", parts -> decimal(parts.damped()))
                + row("working days", parts -> decimal(parts.age().workingDays()))
                + row("of which each takes 1/" + FORMULA.settings().doublingDays(), parts -> decimal(parts.faded()))
                + row("score", parts -> decimal(parts.score()));

        assertThat(Files.readString(Path.of("..", "docs", "ranking.md"))).contains(table);
    }

    private static String row(String words, Function<TrendingParts, String> cell) {
        return "| " + words + " | " + EXAMPLES.stream().map(cell).collect(Collectors.joining(" | ")) + " |\n";
    }

    private static String term(TrendingParts.Term term) {
        return term.number() + " × " + decimal(term.weight()) + " = " + decimal(term.support());
    }

    private static String decimal(double value) {
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
