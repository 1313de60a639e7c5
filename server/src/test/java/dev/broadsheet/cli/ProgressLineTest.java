package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void onATerminalNoLineIsWiderThanIt() {
        ProgressLine line = to(40);

        line.show(1, 2, "a-file-with-a-long-name.jsonl.gz  1,000 records, 7,000 a second");

        for (String part : text().split("\r")) {
            assertThat(part.length()).isLessThan(40);
        }
    }

    @Test
    void inALogThereAreLinesAndNoBars() {
        ProgressLine line = to(0);

        line.show(1, 2, "file");
        line.finish("done");

        assertThat(text()).isEqualTo(" 50 %  file" + System.lineSeparator() + "done" + System.lineSeparator());
    }

    @Test
    void whatIsNotKnownHasNoBar() {
        to(80).show(5, -1, "standard input");

        assertThat(text()).isEqualTo("\rstandard input");
    }

    @Test
    void timesAreInWords() {
        assertThat(ProgressLine.inWords(Duration.ofSeconds(8))).isEqualTo("8 s");
        assertThat(ProgressLine.inWords(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
        assertThat(ProgressLine.inWords(Duration.ofSeconds(3900))).isEqualTo("1 h 05 min");
    }

    private ProgressLine to(int columns) {
        return new ProgressLine(new PrintStream(written, true, StandardCharsets.UTF_8), columns);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
