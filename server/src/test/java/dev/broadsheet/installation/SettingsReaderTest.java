package dev.broadsheet.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    @TempDir
    private Path folder;

    private final List<String> mistakes = new ArrayList<>();

    @Test
    void givesFallbacksWhereNothingIsSet() {
        SettingsReader settings = of(Map.of());

        assertThat(settings.text("a.text", "x")).isEqualTo("x");
        assertThat(settings.words("some.words", List.of("x"))).containsExactly("x");
        assertThat(settings.number("a.number", 3, 1, 5)).isEqualTo(3);
        assertThat(settings.zone("a.zone", ZoneId.of("UTC"))).isEqualTo(ZoneId.of("UTC"));
        assertThat(settings.secret("a.secret")).isEqualTo(Secret.NONE);
        assertThat(settings.httpAddress("an.address", "http://localhost")).isEqualTo(URI.create("http://localhost"));
        assertThatCode(settings::finish).doesNotThrowAnyException();
    }

    @Test
    void aVariableStandsOverTheFile() throws IOException {
        write("some.words = one, two three\na-b.c = file\n");

        SettingsReader settings = read(Map.of("BROADSHEET_A_B_C", "variable"));

        assertThat(settings.words("some.words", List.of())).containsExactly("one", "two", "three");
        assertThat(settings.text("a-b.c", "")).isEqualTo("variable");
        assertThatCode(settings::finish).doesNotThrowAnyException();
    }

    @Test
    void everyMistakeIsAboutItsKey() {
        SettingsReader settings = of(Map.of(
                "short", "", "many", "x", "moon", "Moon", "ftp", "ftp://x", "blank", "http:// x", "some.need", ""));

        settings.text("short", "fallback", 1, 3);
        settings.number("many", 1, 1, 3);
        settings.zone("moon", ZoneId.of("UTC"));
        assertThat(settings.httpAddress("ftp", "http://x")).isNull();
        assertThat(settings.httpAddress("blank", "http://x")).isNull();
        settings.under("some.").required("need");

        assertThat(mistakes)
                .satisfiesExactly(
                        mistake -> assertThat(mistake).isEqualTo("short: needs 1 to 3 characters, has 0"),
                        mistake -> assertThat(mistake).isEqualTo("many: needs a whole number from 1 to 3, is \"x\""),
                        mistake -> assertThat(mistake).startsWith("moon: needs the name of a time zone"),
                        mistake -> assertThat(mistake).startsWith("ftp: needs an address"),
                        mistake -> assertThat(mistake).startsWith("blank: needs an address"),
                        mistake -> assertThat(mistake).isEqualTo("some.need: is needed"));
    }

    @Test
    void aKeyThatNoRoomAskedForIsAMistake() throws IOException {
        write("asked = 1\nnot.asked = 2\npart.asked = 3\npart.other = 4\nlater.on = 5\n");
        SettingsReader settings = read(Map.of("BROADSHEET_PART_WRONG", "x", "BROADSHEET_DATA", "x", "PATH", "x"));
        settings.text("asked", "");
        settings.under("part.").text("asked", "");
        settings.leave("later.");

        assertThatThrownBy(settings::finish)
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("not.asked: there is no such setting; there are asked, part.…")
                .hasMessageContaining("part.other: there is no such setting; there are asked")
                .hasMessageContaining("BROADSHEET_PART_WRONG: there is no such setting")
                .hasMessageNotContaining("later.on")
                .hasMessageNotContaining("BROADSHEET_DATA")
                .hasMessageContaining("Nothing was started");
    }

    @Test
    void aSectionWhoseNameBeginsWithAnothersIsItsOwn() {
        SettingsReader settings = of(Map.of("source.my.title", "One", "source.my-lab.title", "Other"));

        assertThat(settings.under("source.my.").text("title", "")).isEqualTo("One");
        assertThat(settings.under("source.my-lab.").text("title", "")).isEqualTo("Other");
        assertThatCode(settings::finish).doesNotThrowAnyException();
    }

    @Test
    void tellsWhatIsGivenBelowAPrefix() throws IOException {
        write("source.arxiv.categories = x\nother = y\n");
        SettingsReader settings = read(Map.of("BROADSHEET_SOURCE_MY_LAB_URL", "x", "BROADSHEET_OTHER", "y"));

        List<String> given = settings.given("source.");

        assertThat(given).containsExactly("BROADSHEET_SOURCE_MY_LAB_URL", "source.arxiv.categories");
        assertThat(settings.isBelow(given.getFirst(), "source.my-lab.")).isTrue();
        assertThat(settings.isBelow(given.getLast(), "source.my-lab.")).isFalse();
    }

    @Test
    void aFileThatIsNotTextIsAMistakeNotACrash() throws IOException {
        Files.write(folder.resolve(SettingsReader.FILE), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, '\\', 'u', 'x'});

        assertThatThrownBy(() -> read(Map.of()).finish()).isInstanceOf(OperatorException.class);
    }

    private SettingsReader of(Map<String, String> values) {
        return SettingsReader.of(values, mistakes);
    }

    private SettingsReader read(Map<String, String> environment) {
        return SettingsReader.of(DataFolder.open(folder), environment);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve(SettingsReader.FILE), text);
    }
}
