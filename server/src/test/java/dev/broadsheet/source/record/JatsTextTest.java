package dev.broadsheet.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JatsTextTest {
    @Test
    void plainTextStaysAsItIs() {
        assertThat(JatsText.paragraphs("Just words, $x^2$ and more.")).isEqualTo("Just words, $x^2$ and more.");
        assertThat(JatsText.line("  One\n title ")).isEqualTo("One title");
        assertThat(JatsText.paragraphs("")).isEmpty();
    }

    @Test
    void sectionsBecomeParagraphsWithTheirHeadings() {
        assertThat(JatsText.paragraphs("<jats:title>Abstract</jats:title><jats:sec><jats:title>Aim</jats:title>"
                        + "\n  <jats:p>To see.</jats:p></jats:sec><jats:sec><jats:title>Is it?</jats:title>"
                        + "<jats:p>It <jats:bold>is</jats:bold>.</jats:p></jats:sec>"))
                .isEqualTo("Aim: To see.\n\nIs it? It is.");
    }

    @Test
    void texStays() {
        assertThat(
                        JatsText.paragraphs(
                                "<jats:p>For <jats:inline-formula><jats:alternatives>"
                                        + "<jats:tex-math>\\documentclass{x}\\begin{document}$$a_1 < b$$\\end{document}</jats:tex-math>"
                                                .replace("<", "&lt;")
                                                .replace("&lt;jats:tex-math>", "<jats:tex-math>")
                                                .replace("&lt;/jats", "</jats")
                                        + "<mml:math><mml:mi>a</mml:mi></mml:math></jats:alternatives></jats:inline-formula>.</jats:p>"))
                .isEqualTo("For $a_1 < b$.");
    }

    @Test
    void mathMlBecomesTex() {
        assertThat(math("<mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup><mml:mo>+</mml:mo>"
                        + "<mml:mfrac><mml:mi>α</mml:mi><mml:msqrt><mml:mi>y</mml:mi></mml:msqrt></mml:mfrac>"))
                .isEqualTo("$x^{2}+\\frac{α}{\\sqrt{y}}$");
        assertThat(math("<mml:msubsup><mml:mi>x</mml:mi><mml:mi>i</mml:mi><mml:mn>2</mml:mn></mml:msubsup>"
                        + "<mml:mover><mml:mi>p</mml:mi><mml:mo>¯</mml:mo></mml:mover><mml:mi>sin</mml:mi>"))
                .isEqualTo("$x_{i}^{2}\\bar{p}\\mathrm{sin}$");
        assertThat(math("<mml:msub><mml:mi>x</mml:mi></mml:msub>")).isEqualTo("$x_{}$");
        assertThat(math("")).isEmpty();
        assertThat(JatsText.line("<math alttext=\"\\sqrt{s}\"><mi>x</mi></math> and <math><semantics><mi>y</mi>"
                        + "<annotation encoding=\"application/x-tex\">y_0</annotation></semantics></math>"))
                .isEqualTo("$\\sqrt{s}$ and $y_0$");
    }

    @Test
    void indicesOutsideOfFormulasStayReadable() {
        assertThat(JatsText.line("CO<sub>2</sub> at 10<sup>−3</sup>")).isEqualTo("CO$_{2}$ at 10$^{−3}$");
        assertThat(JatsText.line("a<sup><italic>b</italic></sup>")).isEqualTo("ab");
    }

    @Test
    void markupThatIsNoXmlLosesItsTagsOnly() {
        assertThat(JatsText.line("p < 0.05 and q > 3 & more")).isEqualTo("p < 0.05 and q > 3 & more");
        assertThat(JatsText.line("<jats:p>Never&nbsp;closed <b>here")).isEqualTo("Never closed here");
        assertThat(JatsText.line("Cats &amp;amp; dogs &amp; caf&eacute;")).isEqualTo("Cats & dogs & café");
        assertThat(JatsText.line("a</markup><markup>b")).isEqualTo("a b");
    }

    @Test
    void hostileMarkupEndsQuickly() {
        assertThat(JatsText.line("<p>".repeat(100_000) + "x")).isEqualTo("x");
        assertThat(JatsText.line("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><p>&a;</p>"))
                .doesNotContain("aaaa&");
        assertThat(JatsText.line("<a:b xmlns:a=\"urn:other\" a:c=\"1\">in</a:b>"))
                .isEqualTo("in");
        assertThat(JatsText.line("<x><![CDATA[<b>]]></x>")).isEqualTo("<b>");
        assertThat(JatsText.line("\0<p>bell\u0007</p>")).isEqualTo("bell");
    }

    private static String math(String content) {
        return JatsText.line("<mml:math xmlns:mml=\"http://www.w3.org/1998/Math/MathML\">" + content + "</mml:math>");
    }
}
