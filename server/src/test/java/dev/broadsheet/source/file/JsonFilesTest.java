package dev.broadsheet.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.Format;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFilesTest {
    private static final String SNAPSHOT = """
            {"id":"0704.0001","submitter":"A B","authors":"Ada B. Lovelace, C Babbage Jr","title":"Engines\\n  of analysis",\
            "comments":"37 pages","journal-ref":"Notes 7 (1843)","doi":"10.1000/XYZ","report-no":"R-1","categories":"cs.LG math.CO",\
            "license":"http://example.org/l","abstract":"  We compute.\\n","versions":[{"version":"v1","created":"Mon, 2 Apr 2007 19:18:42 GMT"},\
            {"version":"v2","created":"Tue, 24 Jul 2007 20:10:27 GMT"}],"update_date":"2008-11-26",\
            "authors_parsed":[["Lovelace","Ada B.","","London"],["Babbage","C","Jr"],["","",""]]}
            """;

    private static final String DAILY = """
            {"paper":{"id":"2609.01234","authors":[{"name":"Mira Oduya","hidden":false},{"name":"Not Shown","hidden":true},{"hidden":false}],
            "publishedAt":"2026-09-01T00:00:00.000Z","submittedOnDailyAt":"2026-09-03T00:00:00.000Z","title":"Tidal\\n  Attention",
            "submittedOnDailyBy":{"fullname":"Ada K","user":"adak"},"summary":"We study.","upvotes":42,
            "projectPage":"https://tidal.example","githubRepo":"https://github.com/x/tidal","githubStars":30,
            "ai_summary":"One sentence.","ai_keywords":["attention","tides"],"mediaUrls":["https://cdn.example/clip.mp4","javascript:alert(1)"]},
            "title":"Tidal Attention","numComments":3}""";

    @Test
    void theSnapshotOfArxivIsRead() {
        SourceRecord record = FileReadings.of(SNAPSHOT).only();
        Metadata metadata = record.metadata();
        assertThat(record.source()).isEqualTo("arxiv");
        assertThat(record.name()).isEqualTo("0704.0001");
        assertThat(metadata.title()).isEqualTo("Engines of analysis");
        assertThat(metadata.abstractText()).isEqualTo("We compute.");
        assertThat(metadata.authors())
                .containsExactly(new Author("Ada B. Lovelace", null, List.of("London")), Author.named("C Babbage Jr"));
        assertThat(metadata.published()).isEqualTo(new PartialDate("2007-04-02"));
        assertThat(metadata.updated()).isEqualTo(new PartialDate("2007-07-24"));
        assertThat(metadata.versions()).hasSize(2);
        assertThat(metadata.categories()).containsExactly("cs.LG", "math.CO");
        assertThat(metadata.identifiers()).hasToString("[arxiv:0704.0001, doi:10.1000/xyz]");
        assertThat(metadata.journalReference()).isEqualTo("Notes 7 (1843)");
        assertThat(metadata.withdrawn()).isFalse();
    }

    @Test
    void plainRecordsTellTheAnnouncementOfNewPapersAndTheFirstVersionOfOldOnes() {
        List<SourceRecord> records = FileReadings.of("""
                        {"id":"2503.11677","title":"New","abstract":"a","authors":["X Y"],"date":"2025-03-18","categories":["cs.HC","cs.CV"],"primary_category":"cs.CV"}
                        {"id":"math/0202215v2","title":"Old","abstract":"a","authors":["X Y"],"date":"2002-02-21","updated":null,"categories":["math.MG"]}
                        """).records();
        Metadata recent = records.getFirst().metadata();
        assertThat(recent.announced()).isEqualTo(new PartialDate("2025-03-18"));
        assertThat(recent.published()).isNull();
        assertThat(recent.categories()).containsExactly("cs.CV", "cs.HC");
        Metadata old = records.getLast().metadata();
        assertThat(old.announced()).isNull();
        assertThat(old.published()).isEqualTo(new PartialDate("2002-02-21"));
        assertThat(records.getLast().name()).isEqualTo("math/0202215");
    }

    @ParameterizedTest
    @CsvSource({
        "906.5437, 0906.5437",
        "1502.0123, 1502.01230",
        "1804.1025399999999, 1804.10254",
        "1709.0002100000002, 1709.00021",
        "1412.1234, 1412.1234",
    })
    void namesThatATableTookForNumbersAreRestored(String damaged, String name) {
        String quoted = "{\"id\":\"%s\",\"title\":\"T\",\"categories\":[\"cs.LG\"]}".formatted(damaged);
        assertThat(FileReadings.of(quoted).only().name()).isEqualTo(name);
    }

    @Test
    void aTitleAndAnAbstractAreEnough() {
        SourceRecord record =
                FileReadings.of("{\"title\": \"Seed\", \"abstract\": \"Text\"}").only();
        assertThat(record.source()).isEqualTo("json");
        assertThat(record.name())
                .isEqualTo(FileReadings.of("{\"abstract\":\"Text\",\"title\":\"Seed\"}\n")
                        .only()
                        .name());
    }

    @Test
    void anEntryOfADailyListIsRead() {
        String line = "{\"list_date\":\"2026-09-03\",\"rank\":7,\"item\":" + DAILY.replace("\n", " ") + "}";
        SourceRecord record = FileReadings.of(line).only();
        Metadata metadata = record.metadata();
        assertThat(record.source()).isEqualTo("huggingface");
        assertThat(record.name()).isEqualTo("2609.01234");
        assertThat(metadata.title()).isEqualTo("Tidal Attention");
        assertThat(metadata.authors()).containsExactly(Author.named("Mira Oduya"));
        assertThat(metadata.published()).isEqualTo(new PartialDate("2026-09-01"));
        assertThat(metadata.links())
                .containsExactly(
                        new Link(Link.Kind.CODE, "https://github.com/x/tidal", 30),
                        Link.to(Link.Kind.PROJECT, "https://tidal.example"),
                        Link.to(Link.Kind.MEDIA, "https://cdn.example/clip.mp4"));
        assertThat(metadata.synopsis()).isEqualTo("One sentence.");
        assertThat(metadata.keywords()).containsExactly("attention", "tides");
        assertThat(record.appearances())
                .containsExactly(new Appearance("huggingface", LocalDate.of(2026, 9, 3), 7, 42, 3, "adak", "Ada K"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s,%s]", "[\n  %s,\n  %s\n]\n", " [ %s\n,\n%s ] ", "[%s]\n[%s]\n"})
    void anAnswerOfTheInterfaceIsReadInItsOrder(String shape) {
        String second = DAILY.replace("2609.01234", "2609.05678");
        FileReadings readings = FileReadings.of(shape.formatted(DAILY, second));
        assertThat(readings.rejects()).isEmpty();
        assertThat(readings.records()).extracting(SourceRecord::name).containsExactly("2609.01234", "2609.05678");
        assertThat(readings.records())
                .flatExtracting(SourceRecord::appearances)
                .extracting(Appearance::position)
                .containsExactly(1, 2);
    }

    @Test
    void positionsAreTheSameAfterGoingOnInTheMiddle() {
        String text = "[" + DAILY + "," + DAILY.replace("01234", "05678") + "]";
        FileReadings rest = FileReadings.of(
                new java.io.ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                dev.broadsheet.source.Format.AUTO,
                "1");
        assertThat(rest.only().appearances()).extracting(Appearance::position).containsExactly(2);
    }

    @Test
    void anOptionalFieldThatIsBadIsLeftOut() {
        String bad = DAILY.replace("\"upvotes\":42", "\"upvotes\":-1")
                .replace("2026-09-01T00", "0000-13-01T00")
                .replace("\"numComments\":3", "\"numComments\":\"many\"")
                .replace("\"ai_keywords\":[\"attention\",\"tides\"]", "\"ai_keywords\":7");
        SourceRecord record = FileReadings.of("[" + bad + "]").only();
        assertThat(record.metadata().published()).isNull();
        assertThat(record.metadata().keywords()).isEmpty();
        assertThat(record.appearances().getFirst().votes()).isZero();
        assertThat(record.appearances().getFirst().comments()).isZero();
    }

    @Test
    void aWithdrawnPaperIsKnown() {
        assertThat(FileReadings.of(SNAPSHOT.replace("37 pages", "This paper has been withdrawn by the author"))
                        .only()
                        .metadata()
                        .withdrawn())
                .isTrue();
        assertThat(FileReadings.of(SNAPSHOT.replace("We compute.", "We study withdrawn products."))
                        .only()
                        .metadata()
                        .withdrawn())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\n\n \n"})
    void aDailyListWithoutRanksKeepsItsOrderWhereverReadingGoesOn(String between) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 12; i++) {
            String item = i % 5 == 0
                    ? "{\"paper\":{}}"
                    : DAILY.replace("\n", " ")
                            .replace("2609.01234", "2609.010%02d".formatted(i))
                            .replace("2026-09-03", i % 3 == 0 ? "2026-09-04" : "2026-09-03");
            text.append(item).append(between);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        List<Source.Item> whole = FileReadings.of(bytes).items();
        assertThat(whole).hasSize(12);
        for (int done = 1; done <= whole.size(); done++) {
            String cursor = whole.get(done - 1).cursor();
            assertThat(FileReadings.of(new ByteArrayInputStream(bytes), Format.AUTO, cursor)
                            .items())
                    .as("after %d", done)
                    .isEqualTo(whole.subList(done, whole.size()));
        }
        assertThat(FileReadings.of(bytes).records())
                .flatExtracting(SourceRecord::appearances)
                .extracting(Appearance::position)
                .containsExactly(1, 2, 1, 3, 2, 4, 5, 3, 6, 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada Lovelace, Charles Babbage | Ada Lovelace/Charles Babbage",
                "Ada Lovelace, Charles Babbage and Kurt Gödel | Ada Lovelace/Charles Babbage/Kurt Gödel",
                "Ada Lovelace, Charles Babbage, and Kurt Gödel | Ada Lovelace/Charles Babbage/Kurt Gödel",
                "Lovelace, Ada and Babbage, Charles | Ada Lovelace/Charles Babbage",
                "van der Berg, Jan Piet and García Márquez, Gabriel | Jan Piet van der Berg/Gabriel García Márquez",
                "Ada Lovelace and Babbage, Charles | Ada Lovelace/Charles Babbage",
                "Lovelace, Ada; Babbage, Charles; and Kurt Gödel | Ada Lovelace/Charles Babbage/Kurt Gödel",
                "Lovelace, A., Babbage, C. K., & Gödel, K. | A. Lovelace/C. K. Babbage/K. Gödel",
                "van der Berg, J. P. | J. P. van der Berg",
                "Lovelace AB, Babbage C | Lovelace AB/Babbage C",
                "Babbage, Jr., Charles and others | Charles Babbage Jr.",
                "Plato, Socrates, Aristotle and Kant | Plato/Socrates/Aristotle/Kant",
                "Anderson Andrews | Anderson Andrews",
                "; , ; | ''",
                ", and , | ''",
            })
    void authorsInOneTextArePartedWhicheverWayTheyAreWritten(String text, String names) {
        List<Author> expected = names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split("/")).map(Author::named).toList();
        assertThat(FileReadings.of("{\"title\":\"T\",\"authors\":\"%s\"}".formatted(text))
                        .only()
                        .metadata()
                        .authors())
                .isEqualTo(expected);
        assertThat(FileReadings.of("title,authors\nT,\"%s\"\n".formatted(text))
                        .only()
                        .metadata()
                        .authors())
                .isEqualTo(expected);
    }
}
