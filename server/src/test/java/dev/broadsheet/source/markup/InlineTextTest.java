package dev.broadsheet.source.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.source.xml.XmlElement;
import dev.broadsheet.source.xml.XmlPieces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class InlineTextTest {
    private static String line(String markup) throws IOException {
        String document = "<d><t>" + markup + "</t></d>";
        try (XmlPieces pieces = new XmlPieces(document.getBytes(StandardCharsets.UTF_8), Set.of("t"))) {
            XmlElement element = Objects.requireNonNull(pieces.next());
            return InlineText.line(element);
        }
    }

    @Test
    void dropsEmphasisAndFoldsSpace() throws IOException {
        assertThat(line("A <i>b</i>\n <b>c<i>d</i></b>")).isEqualTo("A b cd");
    }

    @Test
    void raisesAndLowersWhatCanBe() throws IOException {
        assertThat(line("10<sup>−5</sup> CO<sub>2</sub> x<sub>max</sub> n<sup>th</sup>"))
                .isEqualTo("10⁻⁵ CO₂ x_{max} n^{th}");
    }

    @Test
    void writesFormulasAsTex() throws IOException {
        assertThat(line("<tex-math>\\alpha</tex-math> and <math><mfrac><mi>a</mi><mn>2</mn></mfrac><mo>%</mo></math>"))
                .isEqualTo("$\\alpha$ and $\\frac{a}{2}\\%$");
        assertThat(line("<math><msup><mi>sin</mi></msup></math><math/>")).isEqualTo("$\\mathrm{sin}^{}$");
    }
}
