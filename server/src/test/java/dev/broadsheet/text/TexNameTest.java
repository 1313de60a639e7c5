package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.text.TexName.Part;
import org.junit.jupiter.api.Test;

class TexNameTest {
    @Test
    void oneLineSaysWhatALetterIsInEveryForm() {
        assertThat(TexName.of("aa"))
                .isEqualTo(new TexName("aa", "å", "a", Part.LETTER, Part.LETTER, Part.LETTER, Part.LETTER));
        assertThat(TexText.plain("\\aa ngstr\\\"om")).isEqualTo("ångström");
        assertThat(LatexAccents.toUnicode("\\aa ngstr\\\"om")).isEqualTo("ångström");
        assertThat(PlainText.of("\\aa ngstr\\\"om")).extracting(PlainText::text).isEqualTo("angstrom");
        assertThat(TitleKey.of("\\aa ngstr\\\"om")).isEqualTo("angstrom");
    }

    @Test
    void anAccentMayBeTheSignThatTheTableWritesItselfWith() {
        assertThat(TexName.of("=").shown()).isEqualTo("\u0304");
    }

    @Test
    void whatTheTableDoesNotHaveIsNoMoreThanAName() {
        assertThat(TexName.of("varkappa"))
                .isEqualTo(new TexName("varkappa", "", "kappa", Part.NAME, Part.NAME, Part.NAME, Part.NAME));
    }

    @Test
    void greekLettersAreKnownByTheirNames() {
        assertThat("αΑςσΩ∞".chars().mapToObj(sign -> TexName.word((char) sign)))
                .containsExactly("alpha", "alpha", "sigma", "sigma", "omega", "infinity");
        assertThat(TexName.word('a')).isNull();
    }
}
