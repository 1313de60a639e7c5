package dev.broadsheet.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTextTest {

    @Test
    void aLongQueryIsCut() {
        assertThat(QueryText.clean("x".repeat(1_000_000))).hasSize(QueryText.LONGEST);
    }

    @Test
    void theCutNeverHalvesACharacter() {
        String cut = QueryText.clean("a" + "😀".repeat(QueryText.LONGEST));

        assertThat(cut.codePointCount(0, cut.length())).isEqualTo(QueryText.LONGEST);
        assertThat(cut).endsWith("😀");
    }

    @Test
    void controlCharactersAndHalfCharactersBecomeSpaces() {
        assertThat(QueryText.clean("\0graph\u001b\ud83dnetwork\r\n")).isEqualTo("graph  network");
    }
}
