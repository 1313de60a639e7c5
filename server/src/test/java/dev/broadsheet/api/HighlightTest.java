package dev.broadsheet.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.SearchAnswer.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HighlightTest {
    private static final List<String> BITS = List.of(
            " ",
            "\n  ",
            "word",
            "G\\\"odel",
            "``quoted''",
            "\\emph{much}",
            "$x_1 \n^ 2$",
            "$$y$$",
            "\\(z\\)",
            "$5",
            "--",
            "{B}",
            "%");

    @Test
    void aTitleIsPlainTextButForItsFormulas() {
        assertThat(ApiFormat.line("Kurt G\\\"odel's \n  ``proof''")).isEqualTo("Kurt Gödel's “proof”");
        assertThat(ApiFormat.line("On {B}ERT\\emph{s}")).isEqualTo("On BERTs");
        assertThat(ApiFormat.line(" It costs $5 ")).isEqualTo("It costs $5");
        assertThat(ApiFormat.line("An $\\ell_p$ norm")).isEqualTo("An $\\ell_p$ norm");
        assertThat(ApiFormat.line("An \\(\\ell_p\\) norm")).isEqualTo("An $\\ell_p$ norm");
    }

    @Test
    void whatMatchedIsMarkedInTheCleanedText() {
        assertThat(Highlight.of("Kurt G\\\"odel  proves", List.of(new Span(5, 12))))
                .containsExactly(
                        new Highlight("text", "Kurt "),
                        new Highlight("highlight", "Gödel"),
                        new Highlight("text", " proves"));
    }

    @RepeatedTest(20)
    void allPartsTogetherAreTheText(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder source = new StringBuilder();
        for (int i = random.nextInt(15); i > 0; i--) {
            source.append(BITS.get(random.nextInt(BITS.size())));
        }
        List<Span> matches = new ArrayList<>();
        for (int at = random.nextInt(6); at < source.length(); at += 1 + random.nextInt(9)) {
            int end = Math.min(source.length(), at + 1 + random.nextInt(6));
            matches.add(new Span(at, end));
            at = end;
        }
        assertThat(Highlight.of(source.toString(), matches).stream()
                        .map(Highlight::text)
                        .collect(Collectors.joining()))
                .as("seed %d, %s, %s", repetition.getCurrentRepetition(), source, matches)
                .isEqualTo(ApiFormat.line(source.toString()));
    }
}
