package dev.broadsheet.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.installation.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rooms make of the settings, together. */
class ProgramSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void nothingNeedsToBeSet() {
        try (Program program = open(Map.of())) {
            assertThat(program.settings().edition().name()).isEqualTo("Broadsheet");
            assertThat(program.settings().database().url()).isNull();
            assertThat(program.settings().search().embeddingThreads()).isPositive();
        }
    }

    @Test
    void theFileIsReadAndTheEnvironmentStandsOverIt() throws IOException {
        write("edition.name = The Reading Group\nembedding.threads = 3\nedition.zone = Asia/Tokyo\n");

        try (Program program = open(Map.of("BROADSHEET_EMBEDDING_THREADS", "5"))) {
            assertThat(program.settings().edition().name()).isEqualTo("The Reading Group");
            assertThat(program.settings().search().embeddingThreads()).isEqualTo(5);
            assertThat(program.clock().getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        }
    }

    @Test
    void everyMistakeOfEveryRoomIsListedAtOnce() throws IOException {
        write("edition.nmae = x\nedition.name =\nedition.zone = Moon\nembedding.threads = many\n"
                + "database.url = jdbc:mysql://x\nsources = arxiv nowhere\n");

        assertThatThrownBy(() -> open(Map.of()))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining(
                        "edition.nmae: there is no such setting; there are accounts.sign-up, contact, database.password,")
                .hasMessageContaining("edition.name: needs 1 to 60 characters")
                .hasMessageContaining("edition.zone: needs the name of a time zone, such as Europe/Berlin, is \"Moon\"")
                .hasMessageContaining("embedding.threads: needs a whole number from 1 to 64, is \"many\"")
                .hasMessageContaining("database.url")
                .hasMessageContaining("source.nowhere.type")
                .hasMessageContaining("Nothing was started");
    }

    @Test
    void aPasswordIsNotShown() {
        Map<String, String> environment = Map.of(
                "BROADSHEET_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none?password=hunter2",
                "BROADSHEET_DATABASE_PASSWORD", "hunter3");

        assertThatThrownBy(() -> open(environment))
                .isInstanceOf(OperatorException.class)
                .satisfies(failure -> {
                    assertThat(failure.getMessage())
                            .contains("127.0.0.1:1/none")
                            .doesNotContain("hunter");
                });
        assertThat(ProgramSettings.read(
                        SettingsReader.of(Map.of("database.password", "hunter3"), List.of()), ZoneId.of("UTC")))
                .asString()
                .doesNotContain("hunter3");
    }

    @Test
    void arxivIsAskedUnlessOthersAreNamed() throws IOException {
        assertThat(sources(Map.of())).containsExactly("arxiv");

        write("sources = arxiv, crossref huggingface\nsource.crossref.issn = 1533-7928\n");
        assertThat(sources(Map.of())).containsExactly("arxiv", "crossref", "huggingface");

        write("sources = none\n");
        assertThat(sources(Map.of())).isEmpty();
    }

    @Test
    void nobodyIsAskedAboutPapersUnlessNamed() throws IOException {
        assertThat(enriching(Map.of())).isEmpty();

        write("enrich = crossref, hf\nsource.hf.type = huggingface\n");
        assertThat(sources(Map.of())).containsExactly("arxiv");
        assertThat(enriching(Map.of())).containsExactly("crossref", "hf");
    }

    @Test
    void whoCannotBeAskedAboutPapersIsAMistake() throws IOException {
        write("enrich = acl nowhere\nedition.name =\n");

        assertThatThrownBy(() -> open(Map.of()))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("enrich: \"acl\" cannot be asked about single papers")
                .hasMessageContaining("source.nowhere.type")
                .hasMessageContaining("edition.name");
    }

    @Test
    void aSourceHasSettingsOfItsOwn() throws IOException {
        write("sources = my-lab\nsource.my-lab.type = oai\nsource.my-lab.url = https://example.org/oai\n"
                + "source.my-lab.title = The lab\nsource.arxiv.categories = hep-th\n");

        try (Program program = open(Map.of("BROADSHEET_SOURCE_MY_LAB_TITLE", "Our repository"))) {
            assertThat(program.sources().all())
                    .extracting(source -> source.profile().title())
                    .containsExactly("Our repository");
        }
    }

    @Test
    void aSettingOfASourceThatThereIsNotIsAMistake() throws IOException {
        write("sources = arxiv, my-lab\nsource.my-lab.type = oai\nsource.my-lab.url = https://example.org/oai\n"
                + "source.arixv.categories = hep-th\nsource.crossref.issn = 1533-7928\n");
        Map<String, String> environment = Map.of(
                "BROADSHEET_SOURCE_PUBMDE_TERM", "retina",
                "BROADSHEET_SOURCE_PUBMED_TERM", "retina",
                "BROADSHEET_SOURCE_MY_LAB_TITLE", "Our repository");

        assertThatThrownBy(() -> open(environment))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("source.arixv.categories: there is no source of this name; there are acl, arxiv,")
                .hasMessageContaining("my-lab")
                .hasMessageContaining("BROADSHEET_SOURCE_PUBMDE_TERM: there is no source")
                .hasMessageNotContaining("source.crossref.issn")
                .hasMessageNotContaining("SOURCE_PUBMED_TERM")
                .hasMessageNotContaining("SOURCE_MY_LAB_TITLE");
    }

    @Test
    void aSourcesSettingWithoutAKeyIsAMistake() throws IOException {
        write("source.arxiv = cs.AI\n");

        assertThatThrownBy(() -> open(Map.of()))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("source.arxiv: a source's setting is written source.NAME.KEY");
    }

    @Test
    void aNumberOutOfRangeIsAMistake() {
        assertThatThrownBy(() -> open(Map.of("BROADSHEET_EMBEDDING_THREADS", "0")))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("1 to 64");
    }

    private List<String> sources(Map<String, String> environment) {
        try (Program program = open(environment)) {
            return program.sources().all().stream()
                    .map(source -> source.profile().name())
                    .toList();
        }
    }

    private List<String> enriching(Map<String, String> environment) {
        try (Program program = open(environment)) {
            return program.sources().enriching().stream()
                    .map(source -> source.profile().name())
                    .toList();
        }
    }

    private Program open(Map<String, String> environment) {
        return Program.open(folder, ProgramOptions.usual().withEnvironment(environment));
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve(SettingsReader.FILE), text);
    }
}
