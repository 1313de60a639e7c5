package dev.broadsheet.ingest.filing;

import static dev.broadsheet.ingest.Records.ABSTRACT;
import static dev.broadsheet.ingest.Records.OTHER_ABSTRACT;
import static dev.broadsheet.ingest.Records.arxiv;
import static dev.broadsheet.ingest.Records.doi;
import static dev.broadsheet.ingest.Records.known;
import static dev.broadsheet.ingest.Records.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingTest {
    private static int papers(KnownRecord... records) {
        return Matching.papers(List.of(records)).size();
    }

    @Test
    void aSharedIdentifierIsEnough() {
        assertThat(papers(
                        known(
                                "arxiv",
                                "1",
                                titled("One").identifier(arxiv("2501.00001")).identifier(doi("10.1000/a"))),
                        known("bibtex", "2", titled("Quite another title").identifier(doi("10.1000/a")))))
                .isEqualTo(1);
    }

    @Test
    void theTitleAloneIsNever() {
        assertThat(papers(
                        known("json", "1", titled("Introduction")),
                        known("csv", "2", titled("Introduction")),
                        known("bibtex", "3", titled("Introduction", "A Person")),
                        known("ris", "4", titled("Introduction", "Some Body").abstractText("No abstract available."))))
                .isEqualTo(4);
    }

    @Test
    void theSameAbstractJoinsButAnotherDoesNot() {
        KnownRecord one = known("json", "1", titled("The Same Title").abstractText(ABSTRACT));
        KnownRecord near = known("csv", "2", titled("The same title").abstractText(ABSTRACT + " Code is there."));
        KnownRecord far = known("ris", "3", titled("The Same Title").abstractText(OTHER_ABSTRACT));
        KnownRecord elsewhere = known("ris", "4", titled("A Different Title").abstractText(ABSTRACT));
        assertThat(papers(one, near)).isEqualTo(1);
        assertThat(papers(one, far)).isEqualTo(2);
        assertThat(papers(one, elsewhere)).isEqualTo(2);
    }

    @Test
    void twoArxivNamesAreTwoPapersWhateverElseTheyShare() {
        KnownRecord one = known(
                "arxiv",
                "1",
                titled("T", "Ada Lovelace")
                        .abstractText(ABSTRACT)
                        .identifier(arxiv("2501.00001"))
                        .identifier(doi("10.1000/a")));
        KnownRecord two = known(
                "arxiv",
                "2",
                titled("T", "Ada Lovelace")
                        .abstractText(ABSTRACT)
                        .identifier(arxiv("2501.00002"))
                        .identifier(doi("10.1000/a")));
        KnownRecord between = known("json", "3", titled("T").abstractText(ABSTRACT));
        assertThat(papers(one, two)).isEqualTo(2);
        assertThat(papers(one, two, between)).isEqualTo(2);
    }

    @Test
    void aPreprintAndItsPrintingInTheNextYearAreOne() {
        KnownRecord preprint =
                known("arxiv", "1", titled("T", "Ada Lovelace", "C Babbage").published(new PartialDate("2019-12-30")));
        assertThat(papers(preprint, known("csv", "2", titled("T", "A. Lovelace").published(new PartialDate("2020")))))
                .isEqualTo(1);
        assertThat(papers(preprint, known("csv", "2", titled("T", "A. Lovelace").published(new PartialDate("2022")))))
                .isEqualTo(2);
    }

    private static KnownRecord whole(String name, String title) {
        return known(
                "arxiv",
                name,
                titled(title, "Ada Lovelace", "Charles Babbage")
                        .abstractText(ABSTRACT)
                        .published(new PartialDate("2020-05-01")));
    }

    private static KnownRecord cut(String name, String title, String abstractText) {
        return known(
                "csv",
                name,
                titled(title, "A. Lovelace", "C. Babbage")
                        .abstractText(abstractText)
                        .published(new PartialDate("2021")));
    }

    @Test
    void aDroppedSubtitleIsForgivenWhereAuthorsYearAndAbstractAgree() {
        KnownRecord whole = whole("1", "Analytical Engines: Notes on Weaving Numbers");
        assertThat(papers(whole, cut("2", "Analytical engines", ABSTRACT))).isEqualTo(1);
        assertThat(papers(whole, cut("2", "Analytical engines", OTHER_ABSTRACT)))
                .isEqualTo(2);
        assertThat(papers(whole, cut("2", "Analytical engines", "")))
                .as("two words say nothing")
                .isEqualTo(2);
    }

    @Test
    void aLongMainTitleAloneIsTheOnlyPaperThatHasIt() {
        KnownRecord whole = whole("1", "On Analytical Engines: Notes on Weaving Numbers");
        KnownRecord cut = cut("2", "On analytical engines", "");
        assertThat(papers(whole, cut)).isEqualTo(1);
        assertThat(papers(whole, cut, cut("3", "On Analytical Engines: Another Subtitle", OTHER_ABSTRACT)))
                .as("it could be either")
                .isEqualTo(3);
        assertThat(papers(whole, cut, known("csv", "3", titled("On analytical engines", "Some Body"))))
                .isEqualTo(2);
    }

    @Test
    void aPaperWithAnAbstractOfItsOwnIsNotAnothersMainTitle() {
        KnownRecord paper = whole("1", "On Analytical Engines");
        assertThat(papers(paper, cut("2", "On Analytical Engines: Another Subtitle", "")))
                .isEqualTo(2);
        assertThat(papers(
                        paper,
                        cut("2", "On analytical engines", ""),
                        cut("3", "On Analytical Engines: Another Subtitle", OTHER_ABSTRACT)))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Part II", "II. More", "2", "Erratum", "Corrigendum", "Reply to Menabrea", "Supplement"})
    void aSequelOrACorrectionIsNoSubtitle(String subtitle) {
        assertThat(papers(whole("1", "On Analytical Engines: " + subtitle), cut("2", "On Analytical Engines", "")))
                .isEqualTo(2);
    }

    @Test
    void anEditorialAYearByTheSamePersonStaysSeveral() {
        KnownRecord first = editorial("1", "2019").withDoi("10.1000/a");
        KnownRecord second = editorial("2", "2020").withDoi("10.1000/b");
        KnownRecord third = editorial("3", "2021").withDoi("10.1000/c");
        KnownRecord between = editorial("4", "2020").withoutDoi();
        assertThat(papers(first, second, third)).isEqualTo(3);
        assertThat(papers(first, second, third, between))
                .as("what could be either glues nothing together")
                .isEqualTo(3);
        assertThat(papers(first, between)).isEqualTo(1);
    }

    @Test
    void anEditorialAYearWithoutAnyNameIsNoChain() {
        assertThat(papers(
                        editorial("1", "2019").withoutDoi(),
                        editorial("2", "2020").withoutDoi(),
                        editorial("3", "2021").withoutDoi(),
                        editorial("4", "2022").withoutDoi(),
                        editorial("5", "2023").withoutDoi()))
                .isEqualTo(3);
    }

    @Test
    void aPrintingYearsLaterThatSharesTheDoiKeepsItsOwnRecords() {
        KnownRecord preprint = known(
                "arxiv",
                "1",
                titled("T", "Ada Lovelace").published(new PartialDate("2019")).identifier(doi("10.1000/a")));
        KnownRecord printing = known(
                "crossref",
                "2",
                titled("T", "Ada Lovelace").published(new PartialDate("2022")).identifier(doi("10.1000/a")));
        for (String year : List.of("2019", "2022")) {
            assertThat(papers(
                            preprint,
                            printing,
                            known("bibtex", "3", titled("T", "A. Lovelace").published(new PartialDate(year)))))
                    .as(year)
                    .isEqualTo(1);
        }
        for (String year : List.of("2018", "2023")) {
            assertThat(papers(
                            preprint,
                            printing,
                            known("bibtex", "3", titled("T", "A. Lovelace").published(new PartialDate(year)))))
                    .as(year)
                    .isEqualTo(2);
        }
    }

    @Test
    void anUnknownYearAgreesWithNone() {
        KnownRecord undated = known("csv", "1", titled("Editorial", "Jane Doe"));
        assertThat(papers(undated, editorial("2", "2019").withoutDoi())).isEqualTo(2);
        assertThat(papers(undated, known("ris", "3", titled("Editorial", "Jane Doe"))))
                .isEqualTo(2);
    }

    @Test
    void theSameAbstractJoinsWhateverTheDois() {
        assertThat(papers(
                        known("csv", "1", titled("T").abstractText(ABSTRACT).identifier(doi("10.1000/a"))),
                        known("ris", "2", titled("T").abstractText(ABSTRACT).identifier(doi("10.1000/b")))))
                .isEqualTo(1);
    }

    @Test
    void ofAnAbstractAsLongAsABookTheBeginningCounts() {
        StringBuilder book = new StringBuilder();
        for (int word = 0; book.length() < 20_000; word++) {
            book.append("word").append(word).append(' ');
        }
        String tail = " an end of its own ".repeat(20) + book.reverse();
        String head = book.reverse().toString();
        assertThat(papers(
                        known("json", "1", titled("T").abstractText(head + tail)),
                        known("csv", "2", titled("T").abstractText(head))))
                .isEqualTo(1);
    }

    @Test
    void ofThousandsOfAuthorsTheFirstHundredCount() {
        List<Author> one = new ArrayList<>(List.of(Author.named("Ada Lovelace")));
        List<Author> other = new ArrayList<>(one);
        for (int i = 1; i < 300; i++) {
            one.add(Author.named(i < 100 ? "Some Onename" : "Common Name"));
            other.add(Author.named(i < 100 ? "Quite Different" : "Common Name"));
        }
        assertThat(Authorship.agree(one, other)).isFalse();
        assertThat(Authorship.agree(one.subList(0, 1), other)).isTrue();
    }

    private record Editorial(String name, String year) {
        KnownRecord withDoi(String doi) {
            return known("crossref", name, metadata().identifier(doi(doi)));
        }

        KnownRecord withoutDoi() {
            return known("bibtex", name, metadata());
        }

        private MetadataBuilder metadata() {
            return titled("Editorial", "Jane Doe").published(new PartialDate(year));
        }
    }

    private static Editorial editorial(String name, String year) {
        return new Editorial(name, year);
    }

    @ParameterizedTest
    @CsvSource({
        "Kurt Gödel, K. Godel, true",
        "Wei Wang, Wang Wei, true",
        "Ada B. Lovelace;Charles Babbage, A Lovelace, true",
        "Ada Lovelace;Charles Babbage;X Y;Z W, Ada Lovelace;M N;O P, false",
        "Ada Lovelace, Bert Lovelace, false",
        "Ada Lovelace, Charles Babbage, false",
        "Ada Lovelace;Charles Babbage, Charles Babbage;Ada Lovelace, false",
        "Sammy Davis Jr., Sammy Davis, true",
        "Juan Diaz-Banez, Zbigniew Diaz-Banez, false",
        "Juan Diaz-Banez, J. Diaz Banez, true",
        "Ada Byron Lovelace, Ada King Lovelace, true",
        "J. von Neumann, John von Neumann, true",
        "王伟, 王伟, true",
    })
    void authorsAgreeHoweverTheyAreWritten(String one, String other, boolean agree) {
        assertThat(Authorship.agree(authors(one), authors(other))).isEqualTo(agree);
        assertThat(Authorship.agree(authors(other), authors(one))).isEqualTo(agree);
    }

    private static List<Author> authors(String names) {
        return Arrays.stream(names.split(";", -1)).map(Author::named).toList();
    }
}
