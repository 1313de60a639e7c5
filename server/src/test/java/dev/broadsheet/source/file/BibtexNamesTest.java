package dev.broadsheet.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BibtexNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lovelace, Ada | Ada Lovelace",
                "von Neumann, John | John von Neumann",
                "de la Fontaine, Jr., Jean | Jean de la Fontaine Jr.",
                "Ludwig van~Beethoven | Ludwig van Beethoven",
                "{NASA and ESA Collaboration} | NASA and ESA Collaboration",
                "{Barnes, Noble and Sons} | Barnes, Noble and Sons",
                "{Barnes, Inc.}, A. | A. Barnes, Inc.",
                "{AT\\&T Labs} | AT&T Labs",
                "G{\\\"o}del, Kurt | Kurt Gödel",
            })
    void aNameIsPutInReadingOrder(String name, String expected) {
        assertThat(BibtexNames.of(name)).containsExactly(expected);
    }

    @Test
    void onlyAnAndOutsideOfBracesPartsNames() {
        assertThat(BibtexNames.of("A. Sand and {NASA and ESA}\n AND\tAnderson, B. and and Band and others"))
                .containsExactly("A. Sand", "NASA and ESA", "B. Anderson", "Band");
        assertThat(BibtexNames.of("")).isEmpty();
        assertThat(BibtexNames.of("and")).containsExactly("and");
        assertThat(BibtexNames.of("}{ and A")).containsExactly("and A");
    }

    @Test
    void fourMillionSpacesBeforeAnAndAreRead() {
        assertThat(BibtexNames.of("A" + " ".repeat(4 << 20) + "and B")).containsExactly("A", "B");
        assertThat(BibtexNames.of(" an".repeat(1 << 20))).hasSize(1);
    }
}
