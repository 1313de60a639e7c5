package dev.broadsheet.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PieceTest {
    @Test
    void aShortTextIsItsOwnBeginning() {
        assertThat(beginning("A short text.", 225)).isEqualTo("A short text.");
    }

    @Test
    void aBeginningEndsWithAWholeWord() {
        assertThat(beginning("One two, three four", 10)).isEqualTo("One two…");
        assertThat(beginning("One two three", 7)).isEqualTo("One two…");
    }

    @Test
    void aTextWithoutSpacesHasABeginningToo() {
        assertThat(beginning("我們研究報紙與讀者".repeat(100), 225))
                .hasSize(226)
                .startsWith("我們研究報紙與讀者")
                .endsWith("…");
    }

    @Test
    void aSpaceNearTheStartIsNoPlaceToCut() {
        assertThat(beginning("GPT " + "模型".repeat(200), 100)).hasSize(101);
    }

    @Test
    void noCharacterIsCutInHalf() {
        for (int length = 1; length < 10; length++) {
            String text = beginning("\uD840\uDC00".repeat(20), length);
            assertThat(text.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF))
                    .as("length %d", length)
                    .isEmpty();
            assertThat(text).hasSize(length / 2 * 2 + 1);
        }
    }

    @Test
    void aFormulaIsKeptWholeOrLeftOut() {
        assertThat(beginning("Of $x^2$ and more", 7)).isEqualTo("Of x^2…");
        assertThat(beginning("Of $x^2$ and more", 5)).isEqualTo("Of …");
    }

    private static String beginning(String source, int length) {
        return Piece.beginning(source, length, List.of()).stream()
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
