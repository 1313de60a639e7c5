package dev.broadsheet.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatDetectionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n  \"title\": \"T\",\n  \"abstract\": \"a\"\n}\n",
                "{ \"title\": \"T\",\n  \"authors\": [\n    {\"name\": \"A\"}\n  ]\n}",
                "\uFEFF\n{\"title\":\r\n\"T\"\r\n}",
                "{\"title\":\"T\"}",
            })
    void anObjectOverSeveralLinesIsOneRecord(String text) {
        assertThat(FileReadings.of(text).only().metadata().title()).isEqualTo("T");
    }

    @Test
    void aBrokenFirstLineMakesNoObjectOfTheLinesAfterIt() {
        FileReadings readings = FileReadings.of("{\"title\": \"cut\n{\"title\":\"A\"}\n{\"title\":\"B\"}\n");
        assertThat(readings.records()).extracting(r -> r.metadata().title()).containsExactly("A", "B");
        assertThat(readings.rejects()).extracting("place").containsExactly("line 1");
    }

    @Test
    void aLineLongerThanTheLookIsOneOfMany() {
        String line = "{\"title\":\"T\",\"abstract\":\"" + "word ".repeat(20_000) + "\"}\n";
        FileReadings readings = FileReadings.of(line + "{\"title\": \"cut\n" + line);
        assertThat(readings.records()).hasSize(2);
        assertThat(readings.rejects()).extracting("place").containsExactly("line 2");
    }
}
