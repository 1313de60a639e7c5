package dev.broadsheet.source.pubmed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.source.Harvested;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.LiveSourceContract;
import dev.broadsheet.source.ScriptedFetcher;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.Fetcher;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PubmedSourceTest extends LiveSourceContract {
    private static final String ARTICLE = """
            <PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">41000001</PMID>
            <Article PubModel="Print-Electronic"><Journal><ISSN>1234-5678</ISSN><JournalIssue CitedMedium="Internet">
            <Volume>7</Volume><Issue>2</Issue><PubDate><Year>2026</Year><Month>Oct</Month></PubDate></JournalIssue>
            <Title>Journal of Tides</Title><ISOAbbreviation>J Tides</ISOAbbreviation></Journal>
            <ArticleTitle>Sorting <i>E. coli</i> at 10<sup>5</sup> cells with H<sub>2</sub>O &amp; light.</ArticleTitle>
            <Pagination><MedlinePgn>12-19</MedlinePgn></Pagination>
            <ELocationID EIdType="doi" ValidYN="Y">10.1234/Tides.7</ELocationID>
            <Abstract><AbstractText Label="AIMS" NlmCategory="OBJECTIVE">We sort cells.</AbstractText>
            <AbstractText Label="UNLABELLED">Light sorts them where
            <mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mrow><mml:msubsup><mml:mi>η</mml:mi><mml:mi>p</mml:mi><mml:mn>2</mml:mn></mml:msubsup></mml:mrow></mml:math>
            grows.</AbstractText></Abstract>
            <AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Oduya</LastName><ForeName>Mira K</ForeName><Initials>MK</Initials>
            <Identifier Source="ORCID">https://orcid.org/0000-0002-1825-0097</Identifier>
            <AffiliationInfo><Affiliation>Tide Institute, Bergen.</Affiliation></AffiliationInfo></Author>
            <Author ValidYN="N"><LastName>Odya</LastName><Initials>M</Initials></Author>
            <Author ValidYN="Y"><LastName>Rehn</LastName><Initials>T</Initials><Suffix>Jr</Suffix>
            <Identifier Source="ORCID">000000021825009X</Identifier></Author>
            <Author ValidYN="Y"><CollectiveName>Tide Study Group</CollectiveName></Author></AuthorList>
            <PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList>
            <ArticleDate DateType="Electronic"><Year>2026</Year><Month>09</Month><Day>01</Day></ArticleDate></Article>
            <MeshHeadingList><MeshHeading><DescriptorName UI="D1">Light</DescriptorName></MeshHeading></MeshHeadingList>
            <KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">sorting</Keyword></KeywordList></MedlineCitation>
            <PubmedData><History><PubMedPubDate PubStatus="entrez"><Year>2026</Year><Month>9</Month><Day>3</Day></PubMedPubDate></History>
            <ArticleIdList><ArticleId IdType="pubmed">41000001</ArticleId><ArticleId IdType="pmc">PMC999</ArticleId></ArticleIdList>
            <ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1234/another</ArticleId></ArticleIdList></Reference></ReferenceList>
            </PubmedData></PubmedArticle>
            """;
    private static final String RETRACTED =
            article(41000002, "[On tides].", "<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", """
            <CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><PMID>4</PMID></CommentsCorrections>
            </CommentsCorrectionsList>""");
    private static final String BOOK = """
            <PubmedBookArticle><BookDocument><PMID Version="1">41000003</PMID><Book><Publisher/>
            <BookTitle book="tides">A Handbook of Tides</BookTitle><PubDate><Year>2025</Year><Season>Fall</Season></PubDate>
            <AuthorList Type="editors"><Author><LastName>Ed</LastName></Author></AuthorList>
            <AuthorList Type="authors"><Author><LastName>Rehn</LastName><ForeName>Tomas</ForeName></Author></AuthorList></Book>
            <PublicationType UI="D016454">Review</PublicationType>
            <Abstract><AbstractText>All of it.</AbstractText></Abstract></BookDocument>
            <PubmedBookData><ArticleIdList><ArticleId IdType="pubmed">41000003</ArticleId></ArticleIdList></PubmedBookData>
            </PubmedBookArticle>
            """;

    private static String article(int number, String title, String date, String more) {
        return "<PubmedArticle><MedlineCitation><PMID>" + number + "</PMID><Article><Journal><JournalIssue><PubDate>"
                + date + "</PubDate></JournalIssue><Title>T</Title></Journal><ArticleTitle>" + title
                + "</ArticleTitle></Article>" + more + "</MedlineCitation></PubmedArticle>\n";
    }

    private static String set(String... records) {
        return "<?xml version=\"1.0\" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC \"-//NLM//DTD PubMedArticle, 1st January"
                + " 2025//EN\" \"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd\">\n<PubmedArticleSet>"
                + String.join("", records) + "</PubmedArticleSet>";
    }

    private static String found(int count, int... numbers) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<eSearchResult><Count>" + count
                + "</Count><RetMax>1</RetMax><RetStart>0</RetStart><IdList>"
                + IntStream.of(numbers).mapToObj(n -> "<Id>" + n + "</Id>").collect(Collectors.joining())
                + "</IdList><TranslationSet/><TranslationStack><TermSet><Count>77</Count></TermSet></TranslationStack>"
                + "</eSearchResult>";
    }

    private static ScriptedFetcher service(String search, String records) {
        return new ScriptedFetcher(NOW)
                .xml(found(0), "esearch.fcgi")
                .xml(search, "esearch.fcgi", "mindate=2026%2F09%2F03", "maxdate=2026%2F09%2F03")
                .xml(records, "efetch.fcgi");
    }

    @Override
    protected LiveSource source(SourceOptions options, Fetcher fetcher, Clock clock) {
        return PubmedSource.of(options, fetcher, clock);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("term", "\"machine learning\"[mesh]", "key", "secret17");
    }

    @Override
    protected LocalDate from() {
        return LocalDate.of(2026, 9, 2);
    }

    @Override
    protected LocalDate until() {
        return LocalDate.of(2026, 9, 3);
    }

    @Override
    protected ScriptedFetcher good() {
        return service(found(3, 41000003, 41000001, 41000002), set(ARTICLE, RETRACTED, BOOK));
    }

    @Override
    protected Set<String> names() {
        return Set.of("41000001", "41000002", "41000003");
    }

    @Override
    protected ScriptedFetcher empty() {
        return service(found(0), set());
    }

    @Override
    protected ScriptedFetcher endless() {
        return service(found(3, 41000001, 41000001, 41000001), set(ARTICLE));
    }

    @Override
    protected ScriptedFetcher fewerThanItSays() {
        return service(found(4, 41000001, 41000002, 41000003), set(ARTICLE, RETRACTED, BOOK));
    }

    @Override
    protected ScriptedFetcher untitled() {
        return service(
                found(3, 41000001, 41000002, 41000003),
                set(ARTICLE, BOOK, article(41000002, " ", "<Year>2026</Year>", "")));
    }

    @Override
    protected List<ScriptedFetcher> hostile() {
        return List.of(
                service(found(-3), set()),
                service(found(1, -5), set()),
                service(found(2, 41000001, 999), set(ARTICLE)),
                service("<eSearchResult><IdList><Id>41000001</Id></IdList></eSearchResult>", set(ARTICLE)),
                service("<eSearchResult><ERROR>Search backend failed</ERROR></eSearchResult>", set()),
                service(
                        found(1, 41000002),
                        set(article(41000002, "Dates", "<Year>99999</Year><Month>44</Month><Day>-1</Day>", ""))),
                service(found(1, 41000002), set("<PubmedArticle>wrong</PubmedArticle><PubmedArticle/>")));
    }

    @Override
    protected ScriptedFetcher single() {
        return service(found(0), set(ARTICLE));
    }

    @Override
    protected String singleName() {
        return "41000001";
    }

    private Harvested day(ScriptedFetcher service) {
        return Harvested.of(over(service).changes(until(), until()).getFirst(), null);
    }

    @Test
    void readsAnArticle() {
        Metadata paper = day(good()).record("41000001").metadata();
        assertThat(paper.title()).isEqualTo("Sorting E. coli at 10⁵ cells with H₂O & light");
        assertThat(paper.abstractText()).isEqualTo("AIMS: We sort cells.\n\nLight sorts them where $η_{p}^{2}$ grows.");
        assertThat(paper.authors())
                .containsExactly(
                        new Author("Mira K Oduya", "0000-0002-1825-0097", List.of("Tide Institute, Bergen.")),
                        new Author("T Rehn Jr", "0000-0002-1825-009X", List.of()),
                        Author.named("Tide Study Group"));
        assertThat(paper.journalReference()).isEqualTo("Journal of Tides 7(2), 12–19 (2026)");
        assertThat(paper.published()).hasToString("2026-09-01");
        assertThat(paper.announced()).hasToString("2026-09-03");
        assertThat(paper.identifiers())
                .extracting(Object::toString)
                .containsExactly("doi:10.1234/tides.7", "pubmed:41000001");
        assertThat(paper.keywords()).containsExactly("sorting", "Light");
        assertThat(paper.withdrawn()).isFalse();
        assertThat(paper.links())
                .singleElement()
                .satisfies(link -> assertThat(link.url()).isEqualTo("https://pmc.ncbi.nlm.nih.gov/articles/PMC999/"));
    }

    @Test
    void readsRetractionsAndDatesInWords() {
        Metadata paper = day(good()).record("41000002").metadata();
        assertThat(paper.withdrawn()).isTrue();
        assertThat(paper.title()).isEqualTo("On tides");
        assertThat(paper.published()).hasToString("1998-12");
    }

    @Test
    void readsABook() {
        Metadata paper = day(good()).record("41000003").metadata();
        assertThat(paper.title()).isEqualTo("A Handbook of Tides");
        assertThat(paper.authors()).containsExactly(Author.named("Tomas Rehn"));
        assertThat(paper.published()).hasToString("2025");
        assertThat(paper.identifier(Scheme.PUBMED)).isEqualTo("41000003");
    }

    @Test
    void aNumberWithoutARecordIsAnnouncedAndCountedButNotReceived() {
        Harvested harvested = day(service(found(3, 41000001, 41000002, 41000003), set(ARTICLE, BOOK)));
        assertThat(harvested.names()).containsExactlyInAnyOrder("41000001", "41000003");
        assertThat(harvested.announcements()).hasSize(3);
        assertThat(harvested.tallies())
                .singleElement()
                .satisfies(tally -> assertThat(tally.expected()).isEqualTo(3));
    }

    @Test
    void asksForTwoHundredRecordsAtATime() {
        int[] numbers = IntStream.rangeClosed(1, 401).toArray();
        ScriptedFetcher service = service(found(401, numbers), set(ARTICLE));
        day(service);
        assertThat(service.asked()).hasSize(4);
    }

    @Test
    void aDayWithMoreThanPubmedGivesStaysOpen() {
        int[] numbers = IntStream.rangeClosed(1, Entrez.MOST).toArray();
        Harvested harvested = day(service(found(12_000, numbers), set(ARTICLE)));
        assertThat(harvested.announcements()).hasSize(Entrez.MOST);
        assertThat(harvested.tallies()).isEmpty();
        assertThat(harvested.problem()).hasMessageContaining("narrow the search");
    }

    @Test
    void beginsAgainWhereTheListBecameAnotherOne() {
        Source day = over(good()).changes(until(), until()).getFirst();
        String cursor = Harvested.of(day, null).items().getLast().cursor();
        Source other = over(service(found(2, 41000001, 41000003), set(ARTICLE, BOOK)))
                .changes(until(), until())
                .getFirst();
        assertThat(Harvested.of(other, cursor).names()).containsExactlyInAnyOrder("41000001", "41000003");
    }

    @Test
    void aSearchFieldThatPubmedDoesNotHaveIsSaid() {
        String answer = "<eSearchResult><Count>9</Count><IdList/><ErrorList><FieldNotFound>mush</FieldNotFound>"
                + "</ErrorList></eSearchResult>";
        assertThat(day(service(answer, set())).problem()).hasMessageContaining("[mush]");
    }

    @Test
    void neverTellsTheKey() {
        Fetcher broken = address -> {
            throw new FetchException(FetchException.Kind.UNAVAILABLE, address + " does not answer");
        };
        Harvested harvested = Harvested.of(over(broken).changes(from(), from()).getFirst(), null);
        assertThat(String.valueOf(harvested.problem()))
                .contains("does not answer")
                .doesNotContain("secret17");
        Fetcher page = address -> new ScriptedFetcher(NOW).xml("<html/>").get(address);
        assertThat(String.valueOf(
                        Harvested.of(over(page).changes(from(), from()).getFirst(), null)
                                .problem()))
                .contains("web page")
                .doesNotContain("secret17");
    }

    @Test
    void needsATerm() {
        List<String> mistakes = new ArrayList<>();
        PubmedSource.of(new SourceOptions("pubmed", Map.of(), mistakes, new java.util.HashMap<>()), good(), CLOCK);
        assertThat(mistakes).singleElement().asString().contains("source.pubmed.term");
    }
}
