package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.text.TexText.Mathematics;
import dev.broadsheet.text.TexText.Plain;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TexTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "costs $5",
                "from $5 to $10",
                "US$ 3 million",
                "worth US$3 million and A$4 million",
                "between $5 and 10$ each",
                "$",
                "$$",
                "$$$ and $$$$",
                "the ($) and the ($) sign",
                "5$-10$",
                "$HOME and $PATH",
                "$1.5M to $3M a year",
                "$100 million were spent on training, which is more than $50 million"
            })
    void aLoneDollarIsNoMathematics(String text) {
        assertThat(TexText.parse(text).segments()).containsExactly(new Plain(text, 0, text.length()));
    }

    @Test
    void anEscapedDollarIsADollar() {
        assertThat(TexText.plain("it costs \\$100 or \\$5 a day")).isEqualTo("it costs $100 or $5 a day");
        assertThat(TexText.parse("it costs \\$100 or \\$5").hasMathematics()).isFalse();
    }

    @Test
    void everyKindOfDelimiterIsRead() {
        assertThat(shape("a $x^2$ b \\(y\\) c $$z$$ d \\[w\\] e")).isEqualTo("a |<x^2>| b |<y>| c |<<z>>| d |<<w>>| e");
        assertThat(shape("$n$-gram and $\\ell_p$")).isEqualTo("<n>|-gram and |<\\ell_p>");
        assertThat(shape("for $ n \\ge 3 $ we")).isEqualTo("for |<n \\ge 3>| we");
        assertThat(shape("costs $5 and $x$ is free")).isEqualTo("costs $5 and |<x>| is free");
        assertThat(shape("see \\begin{equation}a=b\\end{equation} now"))
                .isEqualTo("see |<<\\begin{equation}a=b\\end{equation}>>| now");
        assertThat(shape("set $ U $ and i$BF$, X$-$Y, AA$'$O, DFT$+U$"))
                .isEqualTo("set |<U>| and i|<BF>|, X|<->|Y, AA|<'>|O, DFT|<+U>");
        assertThat(shape("$x$$y$")).isEqualTo("<x>|<y>");
        assertThat(shape("$3\\times3$ and 2$\\times$ faster")).isEqualTo("<3\\times3>| and 2|<\\times>| faster");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "an \\alpha-helix; an |<\\alpha>|-helix",
                "in \\mathcal{O}(n) time; in |<\\mathcal{O}(n)>| time",
                "in O(n \\log n) time; in |<O(n \\log n)>| time",
                "error 10^{-3} at most; error |<10^{-3}>| at most",
                "about \\sim 30 days; about |<\\sim 30>| days",
                "for x \\in \\mathbb{R}^d we; for |<x \\in \\mathbb{R}^d>| we",
                "a 2 \\times 3 grid; a |<2 \\times 3>| grid",
                "the \\beta value; the |<\\beta>| value",
                "\\alpha a constant; <\\alpha>| a constant",
                "the R^d space; the |<R^d>| space",
                "with x_i and y_{ij}; with |<x_i>| and |<y_{ij}>",
                "\\epsilon = 0.1 is; <\\epsilon = 0.1>| is",
                "\\frac{a}{b} of; <\\frac{a}{b}>| of",
                "10^19 or 10^-3 or x_12; <10^{19}>| or |<10^{-3}>| or |<x_{12}>",
                "a WSe_{2} layer; a |<\\mathrm{WSe}_{2}>| layer",
                "is \\alpha(the value) here; is |<\\alpha>|(the value) here",
                "a snake_case_name or x_variable; a snake_case_name or x_variable",
                "GPT_4o and file_2 of C:\\temp; GPT_4o and file_2 of C:\\temp"
            })
    void aBareCommandIsMathematics(String text, String expected) {
        assertThat(shape(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "Erd\\H{o}s and R\\'{e}nyi; Erdős and Rényi",
                "{\\\"o}ffentlich G\\\"odel Sch\\\"{u}tze; öffentlich Gödel Schütze",
                "\\v{C}ech \\c{c}a \\~nu na\\\"{\\i}ve; Čech ça ñu naïve",
                "S\\o rensen \\O{}re Stra\\ss e \\L{}ukasz; Sørensen Øre Straße Łukasz",
                "50\\% of R\\&D, C\\#; 50% of R&D, C#",
                "Fig.~3 and ~50 runs; Fig. 3 and ~50 runs",
                "``quoted'' text; “quoted” text",
                "pages 3--7 --- done, use --verbose; pages 3–7 — done, use --verbose",
                "\\emph{new} \\textbf{bold} {\\it old}; new bold old",
                "the {GAN} model; the GAN model",
                "as in \\cite{x,y}. Next \\citep[see][]{z} one; as in. Next one",
                "at \\url{https://x.org/a_b} and \\href{https://y.org}{here}; at https://x.org/a_b and here",
                "code: https://github.com/a/b_c--d/~e.; code: https://github.com/a/b_c--d/~e.",
                "small (\\eg, one), 20\\deg C; small (e.g., one), 20° C",
                "our \\method{} and \\name wins \\added{much}; our method and \\name wins much"
            })
    void proseIsCleanedForDisplay(String text, String expected) {
        assertThat(TexText.plain(text)).isEqualTo(expected);
        assertThat(TexText.parse(text).hasMathematics()).isFalse();
    }

    @Test
    void whiteSpaceIsFoldedAndControlsAreDropped() {
        assertThat(TexText.plain("  A title\n   over\tlines  ")).isEqualTo("A title over lines");
        assertThat(TexText.plain("a\u202Eb\u2066c\u0000d\uD800e")).isEqualTo("abcd\uFFFDe");
        assertThat(TexText.parse("").segments()).isEmpty();
    }

    @Test
    void offsetsLeadBackToTheSource() {
        String text = "On $\\ell_p$ norms";
        assertThat(TexText.parse(text).segments())
                .containsExactly(
                        new Plain("On ", 0, 3), new Mathematics("\\ell_p", false, 3, 11), new Plain(" norms", 11, 17));
    }

    @Test
    void aCutBeginsANewSegment() {
        assertThat(TexText.parse("deep  neural nets", List.of(6, 12)).segments())
                .containsExactly(new Plain("deep ", 0, 6), new Plain("neural", 6, 12), new Plain(" nets", 12, 17));
    }

    @Test
    void proseWithoutTexLosesNothing() {
        long seed = 20260821;
        Random random = new Random(seed);
        String alphabet = "abcXYZ019 .,;:!?()[]\"/+=*@äßñ中文अρ";
        for (int round = 0; round < 2000; round++) {
            String text = random.ints(random.nextInt(80), 0, alphabet.length())
                    .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                    .collect(Collectors.joining());
            assertThat(TexText.plain(text))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(text.strip().replaceAll("\\s+", " "));
        }
    }

    @Test
    void noTextIsRefusedAndSegmentsStayInOrder() {
        long seed = 42;
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "$",
                "$$",
                "\\",
                "{",
                "}",
                "^",
                "_",
                "\\(",
                "\\)",
                "\\[",
                "\\]",
                "\\alpha",
                "\\frac",
                "\\emph{",
                "\\'",
                "\\c",
                "\\begin{equation}",
                "\\end{equation}",
                "\\cite{",
                "\\url{",
                "\\href{",
                "x",
                "O(",
                ")",
                "10",
                " ",
                "\n",
                "~",
                "--",
                "``",
                "''",
                "https://",
                "\\\\",
                "[",
                "]",
                "é",
                "𝔸",
                "\uD800",
                "\\sim ",
                "=",
                "a");
        for (int round = 0; round < 20_000; round++) {
            String text = random.ints(1 + random.nextInt(14), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            int end = 0;
            for (TexText.Segment segment : TexText.parse(text, List.of(3, 5)).segments()) {
                assertThat(segment.start()).as("seed %d, text %s", seed, text).isGreaterThanOrEqualTo(end);
                assertThat(segment.end()).as("seed %d, text %s", seed, text).isGreaterThan(segment.start());
                end = segment.end();
            }
            assertThat(end).isLessThanOrEqualTo(text.length());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "{",
                "\\",
                "$$ ",
                "$x ",
                "\\(",
                "\\[",
                "\\begin{equation}",
                "^{",
                "x^{",
                "\\url{",
                "\\cite[",
                "\\alpha ",
                "\\alpha{",
                "O(",
                "10^",
                "a",
                "1",
                "-",
                "`",
                "\\'{",
                "https://",
                "=x",
                "\\sim 1=",
                "\\frac{a}",
                "_",
                " "
            })
    void aHugeHostileTextIsReadToItsEnd(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        // A quadratic reader would need hours for a megabyte; this ends within the patience of any build.
        assertThat(TexText.parse(text).segments()).isNotNull();
    }

    private static String shape(String text) {
        return TexText.parse(text).segments().stream()
                .map(segment -> switch (segment) {
                    case Plain plain -> plain.text();
                    case Mathematics formula ->
                        formula.display() ? "<<" + formula.source() + ">>" : "<" + formula.source() + ">";
                })
                .collect(Collectors.joining("|"));
    }
}
