package dev.broadsheet.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.installation.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void nothingNeedsToBeSet() {
        Settings settings = read(Map.of());

        assertThat(settings.editionName()).isEqualTo("Broadsheet");
        assertThat(settings.databaseUrl()).isNull();
        assertThat(settings.embeddingThreads()).isPositive();
    }

    @Test
    void theFileIsReadAndTheEnvironmentStandsOverIt() throws IOException {
        write("edition.name = The Reading Group\nembedding.threads = 3\n");

        Settings settings = read(Map.of("BROADSHEET_EMBEDDING_THREADS", "5"));

        assertThat(settings.editionName()).isEqualTo("The Reading Group");
        assertThat(settings.embeddingThreads()).isEqualTo(5);
    }

    @Test
    void everyMistakeIsListedAtOnce() throws IOException {
        write("edition.nmae = x\nedition.name =\nembedding.threads = many\ndatabase.url = jdbc:mysql://x\n");

        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("edition.nmae")
                .hasMessageContaining("edition.name: needs 1 to 60 characters")
                .hasMessageContaining("embedding.threads: needs a whole number from 1 to 64, is \"many\"")
                .hasMessageContaining("database.url")
                .hasMessageContaining("Nothing was started");
    }

    @Test
    void arxivIsAskedUnlessOthersAreNamed() throws IOException {
        assertThat(read(Map.of()).sources()).containsExactly("arxiv");

        write("sources = arxiv, crossref huggingface\n");
        assertThat(read(Map.of()).sources()).containsExactly("arxiv", "crossref", "huggingface");

        write("sources = none\n");
        assertThat(read(Map.of()).sources()).isEmpty();
    }

    @Test
    void nobodyIsAskedAboutPapersUnlessNamed() throws IOException {
        assertThat(read(Map.of()).enriching()).isEmpty();

        write("enrich = crossref, hf\nsource.hf.type = huggingface\n");
        Settings settings = read(Map.of());
        assertThat(settings.sources()).containsExactly("arxiv");
        assertThat(settings.enriching()).containsExactly("crossref", "hf");
        assertThat(settings.sourceOptions()).containsEntry("hf", Map.of("type", "huggingface"));
        assertThat(settings.withoutSources().enriching()).isEmpty();
    }

    @Test
    void whoCannotBeAskedAboutPapersIsAMistake() throws IOException {
        write("enrich = acl nowhere\nedition.name =\n");

        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("enrich: \"acl\" cannot be asked about single papers")
                .hasMessageContaining("source.nowhere.type")
                .hasMessageContaining("edition.name");
    }

    @Test
    void aSourceHasSettingsOfItsOwn() throws IOException {
        write("sources = my-lab\nsource.my-lab.type = oai\nsource.my-lab.url = https://example.org/oai\n"
                + "source.arxiv.categories = hep-th\n");

        Settings settings = read(Map.of("BROADSHEET_SOURCE_MY_LAB_URL", "https://example.org/oai2"));

        assertThat(settings.sourceOptions())
                .containsExactly(Map.entry("my-lab", Map.of("type", "oai", "url", "https://example.org/oai2")));
    }

    @Test
    void aSettingOfASourceThatThereIsNotIsAMistake() throws IOException {
        write("sources = arxiv, my-lab\nsource.my-lab.type = oai\nsource.my-lab.url = https://example.org/oai\n"
                + "source.arixv.categories = hep-th\nsource.crossref.issn = 1533-7928\n");
        Map<String, String> environment = Map.of(
                "BROADSHEET_SOURCE_PUBMDE_TERM", "retina",
                "BROADSHEET_SOURCE_PUBMED_TERM", "retina",
                "BROADSHEET_SOURCE_MY_LAB_TITLE", "Our repository");

        assertThatThrownBy(() -> read(environment))
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

        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("source.arxiv: a source's setting is written source.NAME.KEY");
    }

    @Test
    void aNumberOutOfRangeIsAMistake() {
        assertThatThrownBy(() -> read(Map.of("BROADSHEET_EMBEDDING_THREADS", "0")))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("1 to 64");
    }

    @Test
    void aFileThatIsNoTextIsAMistakeNotACrash() throws IOException {
        Files.write(folder.resolve(Settings.FILE), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, '\\', 'u', 'x'});

        assertThatThrownBy(() -> read(Map.of())).isInstanceOf(OperatorException.class);
    }

    private Settings read(Map<String, String> environment) {
        return Settings.read(DataFolder.open(folder), environment);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve(Settings.FILE), text);
    }
}
