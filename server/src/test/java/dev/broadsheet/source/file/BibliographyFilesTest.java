package dev.broadsheet.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.SourceRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BibliographyFilesTest {
    @Test
    void bibtexIsReadWithAbbreviationsAccentsAndMathematics() {
        FileReadings readings = FileReadings.of("""
                A remark before the first entry.
                @comment{nothing to see}
                @preamble{"\\newcommand{x}{y}"}
                @string{jml = {Journal of Machine Learning}}
                @article{goedel31,
                  author = {G{\\"o}del, Kurt and {\\L}ukasiewicz, Jan and \\'Elie Cartan and others},
                  title = "{On} the {G\\"{o}del} number $\\alpha_{n}$ \\& others",
                  journal = jml, year = 1931, month = mar,
                  doi = {10.1000/a\\_b}, eprint = {2501.01234v1}, archivePrefix = {arXiv}, primaryClass = {math.LO},
                  url = {https://example.org/paper}, keywords = {logic, proof}, abstract = {We prove $x<y$.}
                }
                @misc{other, title = {Unknown abbreviation}, howpublished = nowhere, journal = nosuch}
                """);
        assertThat(readings.rejects()).isEmpty();
        SourceRecord record = readings.records().getFirst();
        Metadata metadata = record.metadata();
        assertThat(record.source()).isEqualTo("bibtex");
        assertThat(record.name()).isEqualTo("arxiv:2501.01234");
        assertThat(metadata.title()).isEqualTo("On the Gödel number $\\alpha_{n}$ & others");
        assertThat(metadata.authors())
                .containsExactly(
                        Author.named("Kurt Gödel"), Author.named("Jan Łukasiewicz"), Author.named("Élie Cartan"));
        assertThat(metadata.published()).isEqualTo(new PartialDate("1931-03"));
        assertThat(metadata.journalReference()).isEqualTo("Journal of Machine Learning");
        assertThat(metadata.identifiers()).hasToString("[arxiv:2501.01234, doi:10.1000/a_b]");
        assertThat(metadata.links()).containsExactly(Link.to(Link.Kind.PAGE, "https://example.org/paper"));
        assertThat(metadata.keywords()).containsExactly("logic", "proof");
        assertThat(metadata.categories()).containsExactly("math.LO");
        assertThat(readings.records().getLast().metadata().title()).isEqualTo("Unknown abbreviation");
    }

    @Test
    void aBrokenBibtexEntryCostsOnlyItself() {
        FileReadings readings = FileReadings.of("""
                @article{one, title = {First}}
                @article{two, title = {Second, year = 2000}
                @article{three, title = {Third}} @article{four, title = {Fourth}}
                @article{five, year = 2000}
                @article{six, = , title}
                @article{seven, title = {Seventh}
                """);
        assertThat(readings.records())
                .extracting(r -> r.metadata().title())
                .containsExactly("First", "Third", "Fourth");
        assertThat(readings.rejects()).extracting("place").containsExactly("line 2", "line 4", "line 5", "line 6");
        assertThat(readings.rejects().get(0).reason()).contains("not closed before the next entry in line 3");
        assertThat(readings.rejects().get(1).reason()).isEqualTo("no title");
        assertThat(readings.rejects().get(2).reason())
                .startsWith("no valid BibTeX")
                .doesNotContain("\n");
        assertThat(readings.rejects().get(3).reason()).contains("end of the file");
    }

    @Test
    void risIsRead() {
        FileReadings readings = FileReadings.of("""
                TY  - JOUR
                TI  - Notes on engines
                AU  - Lovelace, Ada
                AU  - Babbage, C., Jr.
                PY  - 1843/09/01/Autumn
                JO  - Scientific Memoirs
                DO  - https://doi.org/10.1000/Notes
                UR  - https://example.org/notes
                KW  - engines
                KW  - numbers
                AB  - The first line
                and the second.
                ER  -\s

                TY  - CONF
                AU  - Nobody
                ER  -
                TY  - RPRT
                T1  - Without an end
                """);
        Metadata metadata = readings.records().getFirst().metadata();
        assertThat(metadata.title()).isEqualTo("Notes on engines");
        assertThat(metadata.authors()).containsExactly(Author.named("Ada Lovelace"), Author.named("C. Babbage Jr."));
        assertThat(metadata.published()).isEqualTo(new PartialDate("1843-09-01"));
        assertThat(metadata.abstractText()).isEqualTo("The first line\nand the second.");
        assertThat(metadata.identifiers()).hasToString("[doi:10.1000/notes]");
        assertThat(metadata.keywords()).containsExactly("engines", "numbers");
        assertThat(readings.records().getLast().metadata().title()).isEqualTo("Without an end");
        assertThat(readings.rejects()).hasSize(1);
        assertThat(readings.rejects().getFirst().place()).isEqualTo("line 15");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void csvIsReadWithItsColumnsInAnyOrder(String separator) {
        String text = """
                "Year"|TITLE|"Authors"|DOI|arXiv|abstract|unknown
                2017|"Attention, again"|"Ada Lovelace and Babbage, Charles"|10.1000/X|2501.01234|"Two
                lines, and a ""quote\"""|z
                2018||A B|||""|
                0000|No date|||||
                1|2|3|4|5|6|7|8|9
                """.replace("|", separator);
        FileReadings readings = FileReadings.of(text);
        Metadata metadata = readings.records().getFirst().metadata();
        assertThat(metadata.title()).isEqualTo("Attention, again");
        assertThat(metadata.authors()).containsExactly(Author.named("Ada Lovelace"), Author.named("Charles Babbage"));
        assertThat(metadata.abstractText()).isEqualTo("Two\nlines, and a \"quote\"");
        assertThat(metadata.identifiers()).hasToString("[arxiv:2501.01234, doi:10.1000/x]");
        assertThat(metadata.published()).isEqualTo(new PartialDate("2017"));
        assertThat(readings.records()).hasSize(2);
        assertThat(readings.records().getLast().metadata().published()).isNull();
        assertThat(readings.rejects()).extracting("place").containsExactly("line 4", "line 6");
        assertThat(readings.rejects()).extracting("reason").first().isEqualTo("no title");
    }

    @Test
    void theSameEntryHasTheSameNameInAnyFile() {
        String bibtex = "@misc{a, title={Some Title}, author={Ada Lovelace}, year=1843}";
        String other = "@book{b, year={1843},\n author={Lovelace, Ada}, title={{Some} title}}";
        assertThat(FileReadings.of(bibtex).only().name())
                .isEqualTo(FileReadings.of(other).only().name());
    }

    @Test
    void aQuoteInTheMiddleOfACsvFieldIsALetter() {
        StringBuilder text = new StringBuilder("year,title\n");
        for (int row = 1; row <= 1000; row++) {
            text.append(
                    switch (row) {
                        case 5 -> "2017,The 5\" telescope\n";
                        case 900 -> "2018,A 3\" lens\n";
                        default -> "2016,Paper " + row + "\n";
                    });
        }
        FileReadings readings = FileReadings.of(text.toString());
        assertThat(readings.rejects()).isEmpty();
        assertThat(readings.records()).hasSize(1000);
        assertThat(readings.records().get(4).metadata().title()).isEqualTo("The 5\" telescope");
    }

    @Test
    void aCsvQuoteThatIsNotClosedCostsItsLineOnly() {
        FileReadings readings = FileReadings.of("title,year\nFirst,1\n\"Open,2\nThird,3\n\nFifth,5");
        assertThat(readings.records()).extracting(r -> r.metadata().title()).containsExactly("First", "Third", "Fifth");
        assertThat(readings.rejects()).extracting("place").containsExactly("line 3");
        assertThat(readings.rejects()).extracting("raw").containsExactly("\"Open,2");
    }

    @Test
    void manyCsvQuotesThatAreNotClosedAreRejectedOneByOne() {
        FileReadings readings = FileReadings.of("title,year\n" + "a\",\"b\n".repeat(100_000) + "Good,1\n");
        assertThat(readings.rejects()).hasSize(100_000);
        assertThat(readings.only(1).metadata().title()).isEqualTo("Good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndAsOnAnySystem(String end) {
        String csv = "title,abstract" + end + "First,\"One" + end + "two\"" + end + end + "Second,b";
        FileReadings readings = FileReadings.of(csv);
        assertThat(readings.rejects()).isEmpty();
        assertThat(readings.records().getFirst().metadata().abstractText()).isEqualTo("One\ntwo");
        assertThat(readings.only(2).metadata().title()).isEqualTo("Second");
        String ris = "TY  - JOUR" + end + "TI  - Title" + end + "ER  - " + end;
        assertThat(FileReadings.of(ris).only().metadata().title()).isEqualTo("Title");
    }

    @Test
    void aNumberIsNoNameOfArxiv() {
        String ris = "TY  - JOUR\nTI  - T\nM1  - 906.5437\nAN  - 1502.12\nC1  - 1804.1\nUR  - 1412.5\nER  - \n";
        assertThat(FileReadings.of(ris).only().metadata().identifiers()).isEmpty();
        assertThat(FileReadings.of("title,id,url\nT,906.5437,1502.12\n")
                        .only()
                        .metadata()
                        .identifiers())
                .isEmpty();
        assertThat(FileReadings.of("{\"title\":\"T\",\"id\":906.5437}")
                        .only()
                        .metadata()
                        .identifiers())
                .isEmpty();
        assertThat(FileReadings.of("@misc{a, title={T}, eprint={1804.1}}")
                        .only()
                        .metadata()
                        .identifiers())
                .isEmpty();
        assertThat(FileReadings.of("title,arxiv\nT,906.5437\n").only().name()).isEqualTo("arxiv:0906.5437");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@include{%s}", "@INCLUDE(%s)", "@misc{b, title=\"{\" } @Include{%s} }"})
    void bibtexOpensNoOtherFile(String include, @TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.bib"), "@misc{s, title={Secret}}");
        FileReadings readings = FileReadings.of(include.formatted(secret) + "\n@misc{a, title={Good}}\n");
        assertThat(readings.only(1).metadata().title()).isEqualTo("Good");
        assertThat(readings.rejects()).hasSize(1);
        assertThat(readings.rejects().getFirst().reason()).contains("include");
    }

    @Test
    void abbreviationsThatDoubleAreRefusedBeforeTheyFillTheMemory() {
        StringBuilder text = new StringBuilder("@string{a0 = {abcdefghij}}\n");
        for (int i = 1; i <= 60; i++) {
            text.append("@string{a%d = a%d # a%d}\n".formatted(i, i - 1, i - 1));
        }
        text.append("@misc{a, title={Good}}\n@misc{b, title=a0")
                .append(" # a0".repeat(1001))
                .append("}\n");
        FileReadings readings = FileReadings.of(text.toString());
        assertThat(readings.only(1).metadata().title()).isEqualTo("Good");
        assertThat(readings.rejects().getFirst().reason()).contains("1000 characters");
        assertThat(readings.rejects().getLast().reason()).contains("1000 times #");
    }

    @Test
    void deeplyNestedBracesCostTheirEntryOnly() {
        String deep = "{".repeat(200_000) + "}".repeat(200_000);
        FileReadings readings =
                FileReadings.of("@string{s = " + deep + "}\n@misc{a, title=" + deep + "}\n@misc{b, title={Good}}\n");
        assertThat(readings.rejects()).hasSize(2);
        assertThat(readings.only(1).metadata().title()).isEqualTo("Good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@incollection{a, title={%s}, doi={10.1000/book}}\n@incollection{b, title={%s}, doi={10.1000/book}}",
                "TY  - CHAP\nTI  - %s\nDO  - 10.1000/book\nER  -\nTY  - CHAP\nTI  - %s\nDO  - 10.1000/book\nER  -\n",
                "title,doi\n%s,10.1000/book\n%s,10.1000/book\n",
                "{\"title\":\"%s\",\"doi\":\"10.1000/book\"}\n{\"title\":\"%s\",\"doi\":\"10.1000/book\"}\n",
            })
    void chaptersThatCarryTheIdentifierOfTheirBookAreTwoRecords(String file) {
        List<String> names = names(file.formatted("On Engines", "On Looms"));
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.startsWith("doi:10.1000/book"));
        assertThat(names(file.formatted("On Looms", "on {engines}")).reversed()).isEqualTo(names);
        assertThat(names(file.formatted("?", "!"))).doesNotHaveDuplicates();
    }

    private static List<String> names(String file) {
        List<SourceRecord> records = FileReadings.of(file).records();
        assertThat(records).hasSize(2);
        return records.stream().map(SourceRecord::name).toList();
    }

    @Test
    void aCsvFileOfASpreadsheetInWindowsLettersIsRead() {
        Charset windows = Charset.forName("windows-1252");
        String ascii = "plain,Ada Lovelace\n".repeat(10_000);
        String text = "title,authors\n" + ascii + "Zürich – “Größe” à 5 €,Müller\nÀ l’été,Çelik\n";
        FileReadings readings = FileReadings.of(text.getBytes(windows));
        assertThat(readings.rejects()).isEmpty();
        assertThat(readings.records()).hasSize(10_002);
        assertThat(readings.records().get(10_000).metadata().title()).isEqualTo("Zürich – “Größe” à 5 €");
        assertThat(readings.records().getLast().metadata().title()).isEqualTo("À l’été");
        assertThat(readings.records().getLast().metadata().authors()).containsExactly(Author.named("Çelik"));
        assertThat(FileReadings.of(text.getBytes(StandardCharsets.UTF_8)).records())
                .isEqualTo(readings.records());
    }

    @Test
    void aBrokenLetterInUtf8CostsItsRowOnly() {
        byte[] bytes = "title\nG?del\nZürich\n深度学习\n".getBytes(StandardCharsets.UTF_8);
        bytes[7] = (byte) 0xf6;
        FileReadings readings = FileReadings.of(bytes);
        assertThat(readings.records()).extracting(r -> r.metadata().title()).containsExactly("Zürich", "深度学习");
        assertThat(readings.rejects()).extracting("place").containsExactly("line 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "windows-1251", "EUC-KR"})
    void titlesInOtherLettersAreRejectedRatherThanGarbled(String charset) {
        String title = charset.equals("GBK") ? "深度学习综述" : charset.equals("EUC-KR") ? "심층 학습 연구" : "Глубокое обучение";
        FileReadings readings = FileReadings.of(("title\n" + title + "\n").getBytes(Charset.forName(charset)));
        assertThat(readings.records()).isEmpty();
        assertThat(readings.rejects())
                .extracting("reason")
                .allSatisfy(reason -> assertThat(reason).asString().contains("save the file as UTF-8"));
        assertThat(readings.rejects()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ", " ", "a and ", "A "})
    void authorsOfMillionsOfLettersTakeNoMoreThanTheirShare(String word) {
        FileReadings readings =
                FileReadings.of("title,authors\nT,\"X," + word.repeat(2_000_000 / word.length()) + "\"\n");
        assertThat(readings.only().metadata().authors()).isNotEmpty();
    }
}
