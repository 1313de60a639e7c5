package dev.broadsheet.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import org.junit.jupiter.api.Test;

class RisFormatTest {
    @Test
    void aNameIsFamilyGivenSuffix() {
        assertThat(FileReadings.of("TY  - JOUR\nTI  - T\nAU  - King, Martin Luther, Jr.\nAU  - NASA\nER  - \n")
                        .only()
                        .metadata()
                        .authors())
                .containsExactly(Author.named("Martin Luther King Jr."), Author.named("NASA"));
    }

    @Test
    void linesBeforeTheFirstEntryArePassedOver() {
        FileReadings readings =
                FileReadings.of("Provider: Somebody\nContent: text/plain\n\n\uFEFFTY  - JOUR\nTI  - T\nER  - \n");
        assertThat(readings.only().metadata().title()).isEqualTo("T");
        assertThat(FileReadings.of("AU  - Nobody\nER  - \nTY  - JOUR\nTI  - T\nER  - \n")
                        .rejects())
                .hasSize(1);
    }

    @Test
    void aLineMayHoldTheLineEndsOfOtherSystems() {
        assertThat(FileReadings.of("TY  - JOUR\nTI  - One\u2028two\u0085three\nER  - \n")
                        .only()
                        .metadata()
                        .title())
                .startsWith("One")
                .endsWith("three");
    }

    @Test
    void anAbstractOfAMillionLinesIsRead() {
        FileReadings readings = FileReadings.of(
                "TY  - JOUR\nTI  - T\nAB  - a\n" + "word\n".repeat(1_000_000) + " ".repeat(1 << 20) + "\nER  - \n");
        assertThat(readings.only().metadata().abstractText()).hasSize(1 + 5 * 1_000_000);
    }
}
