package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.installation.DataFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BroadsheetCommandTest {
    private static final String LANTERNS = """
            {"id": "2601.00001", "title": "Lanterns for Deep Caves", "abstract": "We light caves with lanterns.", "authors": ["Ada Kern"], "date": "2026-01-05", "categories": ["cs.CV"], "primary_category": "cs.CV"}
            """;
    private static final String RIVERS = """
            {"id": "2601.00002", "title": "Rivers That Remember", "abstract": "Memory in flowing water.", "authors": ["Émile Roux"], "date": "2026-01-06", "categories": ["physics.flu-dyn"], "primary_category": "physics.flu-dyn"}
            """;

    @TempDir
    private Path folder;

    @Test
    void theHelpListsEveryCommandWithAnExample() {
        Told told = Told.by("--help");

        assertThat(told.code()).isZero();
        CommandLine command = BroadsheetCommand.commandLine();
        for (String name : command.getSubcommands().keySet()) {
            if (!name.equals("help")) {
                assertThat(told.out()).contains("broadsheet " + name);
            }
        }
    }

    @Test
    void whatIsImportedIsFoundAtOnce() throws IOException {
        Told imported = on("import", file("two.jsonl", LANTERNS + RIVERS));
        Told found = on("search", "rivers remember", "--ranking", "words");

        assertThat(imported.code()).isZero();
        assertThat(found.out())
                .contains("1. Rivers That Remember")
                .contains("Émile Roux")
                .contains("2601.00002");
    }

    @Test
    void anIdentifierInAnyFormFindsThePaperItself() throws IOException {
        on("import", file("two.jsonl", LANTERNS + RIVERS));

        Told found = on("search", "https://arxiv.org/abs/2601.00001v3", "--json");

        JsonNode hits = new JsonMapper().readTree(found.out());
        assertThat(hits).hasSize(1);
        assertThat(hits.get(0).get("title").asString()).isEqualTo("Lanterns for Deep Caves");
    }

    @Test
    void relatedPapersNeedPapersThatAreHereAndRead() throws IOException {
        on("import", file("two.jsonl", LANTERNS + RIVERS));

        Told missing = on("related", "nobody-wrote-this");
        Told unread = on("related", "2601.00001");
        Told tooMany = on("related", "2601.00001", "--limit", "0");

        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("nobody-wrote-this");
        assertThat(unread.code()).isZero();
        assertThat(unread.out()).contains("Nothing can be compared");
        assertThat(tooMany.code()).isEqualTo(2);
    }

    @Test
    void aFileImportedTwiceChangesNothing() throws IOException {
        String file = file("two.jsonl", LANTERNS + RIVERS);
        on("import", file);
        long changes = status().at("/search/latestRevision").asLong();

        Told second = on("import", file);
        Told again = on("import", "--again", file);

        assertThat(second.code()).isZero();
        assertThat(again.code()).isZero();
        assertThat(status().at("/search/latestRevision").asLong())
                .isEqualTo(changes)
                .isPositive();
        assertThat(status().get("papers").asLong()).isEqualTo(2);
    }

    @Test
    void aBadRecordIsToldAndTheRestGoesOn() throws IOException {
        Told told = on("import", file("mixed.jsonl", LANTERNS + "{\"id\": broken\n" + RIVERS));

        assertThat(told.code()).isZero();
        assertThat(told.err()).contains("rejects");
        assertThat(status().get("papers").asLong()).isEqualTo(2);
        try (var rejects = Files.list(folder.resolve("data/rejects"))) {
            assertThat(rejects.filter(file -> file.toString().endsWith(".jsonl"))
                            .toList())
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readString(file)).contains("line 2"));
        }
    }

    @Test
    void standardInputIsRead() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(RIVERS.getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(on("import", "-").code()).isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(status().get("papers").asLong()).isEqualTo(1);
    }

    @Test
    void aMissingFileIsToldAndTheOthersAreRead() throws IOException {
        Told told = on("import", folder.resolve("nowhere.jsonl").toString(), file("two.jsonl", LANTERNS));

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err()).contains("nowhere.jsonl").doesNotContain("\tat ");
        assertThat(status().get("papers").asLong()).isEqualTo(1);
    }

    @Test
    void aWrongCommandLineIsExplained() {
        assertThat(on("import", "--format", "word", "x").err())
                .contains("there is no format \"word\"")
                .contains("bibtex");
        assertThat(on("search", "x", "--limit", "0").code()).isEqualTo(2);
        assertThat(on("serve", "--port", "99999").err()).contains("0 to 65535");
        assertThat(Told.by("sevre").code()).isEqualTo(2);
    }

    @Test
    void anEmptyInstallationAnswersEverything() throws IOException {
        assertThat(on("import", file("empty.jsonl", "")).err()).contains("No record was found");

        assertThat(on("search", "anything", "--ranking", "words").out()).contains("No paper was found");
        assertThat(on("status").out()).contains("Papers     0");
        assertThat(on("reindex").code()).isZero();
    }

    @Test
    void reindexingFindsTheSameAgain() throws IOException {
        on("import", file("two.jsonl", LANTERNS + RIVERS));

        assertThat(on("reindex").code()).isZero();

        assertThat(on("search", "lanterns", "--ranking", "words").out()).contains("Lanterns for Deep Caves");
    }

    @Test
    void splittingWhatIsNotThereIsRefused() throws IOException {
        on("import", file("one.jsonl", LANTERNS));

        Told told = on("split", "2601.00001", "bibtex", "kern2026");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err()).contains("Nothing was changed").doesNotContain("\tat ");
    }

    @Test
    void aMistypedFolderIsToldAndNotBegun() {
        for (String command : new String[] {"status", "reindex"}) {
            Told told = on(command);

            assertThat(told.code()).isEqualTo(1);
            assertThat(told.err()).contains("There is no folder").contains("--data");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aQueryNeedsNoQuotes() throws IOException {
        on("import", file("two.jsonl", LANTERNS + RIVERS));

        assertThat(on("search", "--ranking", "words", "lanterns", "caves").out())
                .contains("1. Lanterns for Deep Caves");
    }

    @Test
    void aSearchIsNarrowedOrderedExplainedAndContinued() throws IOException {
        on("import", file("two.jsonl", LANTERNS + RIVERS));

        assertThat(on("search", "--category", "cs.*").out())
                .contains("Lanterns")
                .doesNotContain("Rivers");
        assertThat(on("search", "--after", "2026-01-06").out())
                .contains("Rivers")
                .doesNotContain("Lanterns");
        assertThat(on("search", "--before", "2026-01-06").out())
                .contains("Lanterns")
                .doesNotContain("Rivers");
        assertThat(on("search", "--source", "nobody").out()).contains("No paper was found");
        assertThat(on("search", "--code", "caves").out()).contains("No paper was found");
        assertThat(on("search", "--ranking", "words", "--explain", "lantern").out())
                .contains("It holds “Lanterns”.", "weight 1.00");
        Told first = on("search", "--sort", "date", "--limit", "1", "--json");
        assertThat(new JsonMapper().readTree(first.out()).get(0).path("id").asString())
                .isEqualTo("2601.00002");
        String cursor = first.err().substring(first.err().lastIndexOf(' ') + 1).strip();
        assertThat(on("search", "--sort", "date", "--limit", "1", "--cursor", cursor)
                        .out())
                .contains("2. Lanterns for Deep Caves")
                .doesNotContain("--cursor");
    }

    @Test
    void aSearchThatCannotBeUnderstoodIsExplained() throws IOException {
        on("import", file("two.jsonl", LANTERNS + RIVERS));

        assertThat(on("search").err()).contains("Say what to look for");
        assertThat(on("search", "x", "--cursor", "😀").err()).contains("--cursor needs what an answer");
        assertThat(on("search", "x", "--after", "yesterday").err()).contains("a date is written like 2026");
        assertThat(on("search", "x", "--sort", "fame").code()).isEqualTo(2);
    }

    @Test
    void twoServersOnOneFolderAreRefused() throws IOException {
        try (var lock = DataFolder.open(folder.resolve("data")).lockForServing()) {
            Told told = on("serve", "--port", "0");

            assertThat(lock.isOpen()).isTrue();
            assertThat(told.code()).isEqualTo(1);
            assertThat(told.err()).contains("Another Broadsheet server").contains("--data");
        }
    }

    private Told on(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.resolve("data").toString();
        return Told.by(all);
    }

    private JsonNode status() {
        return new JsonMapper().readTree(on("status", "--json").out());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
