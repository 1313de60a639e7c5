package dev.broadsheet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.evaluation.JudgedCollection.Text;
import dev.broadsheet.installation.OperatorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgedCollectionTest {
    private static final String CORPUS = """
            {"_id": "d1", "title": "One", "text": "first"}
            {"_id": "d 2", "title": "Two", "text": "second", "metadata": {"authors": ["Kern, Ada", " "]}}
            """;
    private static final String QUERIES = """
            {"_id": "q1", "text": "ask"}
            {"_id": "q 2", "text": "ask more"}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeCollection() throws IOException {
        Files.createDirectory(folder.resolve("qrels"));
        write("corpus.jsonl", CORPUS);
        write("queries.jsonl", QUERIES);
        write("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t1\nq 2\td 2\t2\n");
    }

    @Test
    void idsMayHoldSpacesAndAuthorsAreRead() {
        JudgedCollection collection = read();

        assertThat(collection.documents()).extracting(Text::id).containsExactly("d1", "d 2");
        assertThat(collection.documents().getLast().authors()).containsExactly("Kern, Ada");
        assertThat(collection.queries()).isEqualTo(Map.of("q1", "ask", "q 2", "ask more"));
        assertThat(collection.judgements()).isEqualTo(Map.of("q1", Map.of("d1", 1.0), "q 2", Map.of("d 2", 2.0)));
        assertThat(collection.notes()).isEmpty();
    }

    /** Other line ends, a byte order mark, and gzip whatever the file is called. */
    @ParameterizedTest
    @CsvSource({"'', false", "'', true", ".gz, true", ".gz, false"})
    void theFileMayBeWrittenAnyWay(String ending, boolean packed) throws IOException {
        for (String name : List.of("corpus.jsonl", "queries.jsonl", "qrels/test.tsv")) {
            String text = "\uFEFF" + Files.readString(folder.resolve(name)).replace("\n", "\r\n\r\n");
            Files.delete(folder.resolve(name));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            try (var out = Files.newOutputStream(folder.resolve(name + ending))) {
                if (packed) {
                    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                        gzip.write(bytes);
                    }
                } else {
                    out.write(bytes);
                }
            }
        }

        idsMayHoldSpacesAndAuthorsAreRead();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q1\td1\t1",
                "query-id\tcorpus-id\tscore\nq1\td1\t1.0",
                "q1 d1 1",
                "q1 0 d1 1",
                "q1\t0\td1\t1",
                "q1\tQ0\td1\t1\nq1\t0\td1\t1",
                "topic iteration document relevance\n\n  q1   0   d1   1  "
            })
    void judgementsMayBeBeirsOrTrecs(String judgements) throws IOException {
        write("qrels/test.tsv", judgements);

        assertThat(read().judgements()).isEqualTo(Map.of("q1", Map.of("d1", 1.0)));
    }

    @Test
    void gradesMayBeFractionsAndBelowZero() throws IOException {
        write("qrels/test.tsv", "q1\td1\t0.5\nq1\td 2\t-2\nq 2\td 2\t-1\nq 2\td1\t0\n");

        JudgedCollection collection = read();

        // Nothing is relevant to the second, so that it cannot be measured.
        assertThat(collection.queries()).containsOnlyKeys("q1");
        assertThat(collection.judgements()).isEqualTo(Map.of("q1", Map.of("d1", 0.5, "d 2", -2.0)));
    }

    @Test
    void whatIsLeftOutIsNoted() throws IOException {
        write("corpus.jsonl", CORPUS + "{\"_id\": \"e\", \"title\": \" \"}\n");
        write("qrels/test.tsv", "q1\td1\t1\nq1\tgone\t1\nq1\talso gone\t1\nnever asked\td1\t1\n");

        assertThat(read().notes())
                .containsExactly(
                        "1 document without a word, left out.",
                        "1 judged query is not in queries.jsonl, left out.",
                        "2 relevant documents are not in corpus.jsonl and count as not found.");
    }

    @Test
    void aQueryThatIsAPaperIsNotJudgedByItself() throws IOException {
        write("queries.jsonl", "{\"_id\": \"d1\", \"text\": \"One\"}\n{\"_id\": \"d1_x\", \"text\": \"One\"}\n");
        write("qrels/test.tsv", "d1\td1\t2\nd1\td 2\t1\nd1_x\td1\t1\n");

        JudgedCollection collection = read();

        assertThat(collection.judgements()).isEqualTo(Map.of("d1", Map.of("d 2", 1.0)));
        assertThat(collection.queries()).containsOnlyKeys("d1");
        assertThat(collection.examples()).containsEntry("d1", "d1");
    }

    @Test
    void theSameTextTwiceIsOne() throws IOException {
        write("corpus.jsonl", CORPUS + CORPUS);
        write("queries.jsonl", QUERIES + QUERIES);

        assertThat(read().documents()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "corpus.jsonl | {\"title\": \"x\"} | line 1: no \"_id\"",
                "corpus.jsonl | {\"_id\": \"\"} | line 1: no \"_id\"",
                "corpus.jsonl | [] | line 1: no \"_id\"",
                "corpus.jsonl | 7 | line 1: no \"_id\"",
                "corpus.jsonl | not JSON | line 1 is not JSON",
                "corpus.jsonl | {\"_id\": \"x\" | line 1 is not JSON",
                "corpus.jsonl | {\"_id\": \"x\"} {\"_id\": \"y\"} | line 1 is not JSON",
                "corpus.jsonl | '' | holds no document",
                "corpus.jsonl | {\"_id\": \"d1\"} | holds no document",
                "corpus.jsonl | {\"_id\": \"other\", \"text\": \"x\"} | None of the documents judged relevant",
                "queries.jsonl | '' | None of the queries judged",
                "queries.jsonl | {\"_id\": \"other\", \"text\": \"x\"} | None of the queries judged",
                "qrels/test.tsv | '' | no judgement above 0",
                "qrels/test.tsv | query-id corpus-id score | no judgement above 0",
                "qrels/test.tsv | q1 d1 0 | no judgement above 0",
                "qrels/test.tsv | q1 d1 x1 | line 1: the grade \"x1\" is not a number",
                "qrels/test.tsv | q1 d1 1e999 | line 1: the grade \"1e999\" is not finite",
                "qrels/test.tsv | q1 d1 | line 1: expected query",
                "qrels/test.tsv | q1 0 d1 1 more | line 1: expected query"
            })
    void whatIsBrokenIsNamedWithItsLine(String file, String content, String message) throws IOException {
        write(file, content);

        assertThatThrownBy(this::read)
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining(Path.of(file).getFileName().toString())
                .hasMessageContaining(message);
    }

    @Test
    void contradictionsAreNamed() throws IOException {
        write("qrels/test.tsv", "q1\td1\t1\nq1\td1\t2\n");
        assertThatThrownBy(this::read).hasMessageContaining("line 2: document d1 was judged 1.0 for query q1 before");

        write("corpus.jsonl", CORPUS + "{\"_id\": \"d1\", \"title\": \"Another\"}\n");
        assertThatThrownBy(this::read).hasMessageContaining("line 3: the id \"d1\" stands for another text before");
    }

    @Test
    void aHeaderStandsOnTheFirstLineOnly() throws IOException {
        write("qrels/test.tsv", "q1\td1\t1\nquery-id\tcorpus-id\tscore\n");

        assertThatThrownBy(this::read).hasMessageContaining("line 2: the grade \"score\" is not a number");
    }

    @Test
    void anUnknownSplitIsAnsweredWithThoseThatAreThere() throws IOException {
        write("qrels/dev.tsv.gz", "");

        assertThatThrownBy(() -> JudgedCollection.read(folder, "train"))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("no split \"train\"")
                .hasMessageContaining("there are dev, test.");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertThatThrownBy(() -> JudgedCollection.read(folder.resolve("none"), "test"))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("no folder");
        for (String name : List.of("qrels/test.tsv", "qrels", "queries.jsonl", "corpus.jsonl")) {
            Files.delete(folder.resolve(name));
            String file = name.equals("qrels")
                    ? "test.tsv"
                    : Path.of(name).getFileName().toString();
            assertThatThrownBy(this::read)
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining(file)
                    .hasMessageContaining("a judged collection has");
        }
    }

    @Test
    void aFileThatWasCutOffIsTold() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(CORPUS.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("corpus.jsonl"), Arrays.copyOf(bytes.toByteArray(), bytes.size() - 20));

        assertThatThrownBy(this::read)
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("corpus.jsonl cannot be read");
    }

    private JudgedCollection read() {
        return JudgedCollection.read(folder, "test");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
