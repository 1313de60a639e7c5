package dev.broadsheet.search.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedTextTest {
    @Test
    void anOrdinaryTextStaysAsItIs() {
        assertThat(BoundedText.of("A study of $x^2$ – naïve, 深度学习 😀", 512))
                .isEqualTo("A study of $x^2$ – naïve, 深度学习 😀");
    }

    @Test
    void whiteSpaceBecomesSingleSpaces() {
        assertThat(BoundedText.of(" \n a\t\u00a0\u3000 b\r\n", 512)).isEqualTo("a b");
    }

    @Test
    void nulAndLoneSurrogatesGo() {
        assertThat(BoundedText.of("a\0b\ud800c\udc00d\ud83d", 512)).isEqualTo("abcd");
    }

    @Test
    void aLongTextIsCut() {
        assertThat(BoundedText.of("word ".repeat(200_000), 256)).hasSizeBetween(5_000, 5_200);
    }

    @Test
    void noPairOfSurrogatesIsTornApart() {
        String cut = BoundedText.of("a" + "😀".repeat(10_000), 256);
        assertThat(cut.codePoints().skip(1)).allMatch(character -> character == 0x1f600);
    }

    @Test
    void nothingButSpaceIsNothing() {
        assertThat(BoundedText.of(" ".repeat(1_000_000), 512)).isEmpty();
        assertThat(BoundedText.of("", 512)).isEmpty();
    }
}
