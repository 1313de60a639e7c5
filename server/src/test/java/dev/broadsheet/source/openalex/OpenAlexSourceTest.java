package dev.broadsheet.source.openalex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.source.Harvested;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.LiveSourceContract;
import dev.broadsheet.source.ScriptedFetcher;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.Fetcher;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenAlexSourceTest extends LiveSourceContract {
    private static final String KEY = "s3cret key";

    @Override
    protected LiveSource source(SourceOptions options, Fetcher fetcher, Clock clock) {
        return OpenAlexSource.of(options, fetcher, clock);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("filter", "primary_topic.field.id:17", "key", KEY);
    }

    @Override
    protected LocalDate from() {
        return LocalDate.of(2026, 8, 1);
    }

    @Override
    protected LocalDate until() {
        return LocalDate.of(2026, 8, 1);
    }

    @Override
    protected ScriptedFetcher good() {
        return new ScriptedFetcher(NOW)
                .json(page(3, "\"two=\"", work("W10001"), work("W10002")), "cursor=*")
                .json(page(3, "null", work("W10003")), "cursor=two%3D");
    }

    @Override
    protected Set<String> names() {
        return Set.of("W10001", "W10002", "W10003");
    }

    @Override
    protected ScriptedFetcher empty() {
        return always(page(0, "null"));
    }

    @Override
    protected ScriptedFetcher endless() {
        return always(page(99, "\"same\"", work("W10001")));
    }

    @Override
    protected ScriptedFetcher fewerThanItSays() {
        return always(page(3, "null", work("W10001"), work("W10001"), work("W10002")));
    }

    @Override
    protected ScriptedFetcher untitled() {
        return always(page(2, "null", work("W10001"), work("W10002").replace("\"A title\"", "null")));
    }

    @Override
    protected List<ScriptedFetcher> hostile() {
        return List.of(
                always(page(-1, "null", work("W10001"))),
                always(page(1, "null", work("W10001")).replace("2026-08-01", "2026-07-31")),
                always(page(1, "17", work("W10001"), work("W10002"))),
                always("{\"meta\":[],\"results\":[]}"),
                always(page(2, "null", "[]", "{\"id\":{}}")),
                always(page(1, "null", """
                        {"id":"https://openalex.org/W10001","title":"Odd","publication_date":"20260-99-99",
                         "authorships":{"author":1},"abstract_inverted_index":{"a":{"b":1},"c":"d","e":[1e999,-5,2147483647]},
                         "is_retracted":"yes","locations":[[],7],"keywords":[3],"biblio":[]}""")));
    }

    @Override
    protected ScriptedFetcher single() {
        return new ScriptedFetcher(NOW).json(work("W10001"), "/works/W10001");
    }

    @Override
    protected String singleName() {
        return "W10001";
    }

    @Test
    void readsAWorkWithAllThatIsKnownOfIt() {
        Metadata metadata = read("""
                {"id":"https://openalex.org/W10009","doi":"https://doi.org/10.5555/WORK","title":"Little <b>lights</b>",
                 "publication_date":"2026-08-30","publication_year":2026,
                 "ids":{"pmid":"https://pubmed.ncbi.nlm.nih.gov/12345678"},
                 "authorships":[
                   {"author":{"display_name":"Ada Vale","orcid":"https://orcid.org/0000-0002-1825-0097"},
                    "raw_affiliation_strings":["Institute of Lights"],"institutions":[{"display_name":"Other"}]},
                   {"author":{"display_name":null},"raw_author_name":"Bo Ek","institutions":[{"display_name":"Uni"}]}],
                 "primary_location":{"license":"cc-by","source":{"display_name":"Lights","type":"journal"}},
                 "biblio":{"volume":"4","issue":null,"first_page":"1","last_page":"9"},
                 "best_oa_location":{"pdf_url":"https://example.org/w.pdf"},
                 "locations":[{"landing_page_url":"https://arxiv.org/abs/2608.00009v2"},{"landing_page_url":null}],
                 "keywords":[{"display_name":"Light"}],"is_retracted":true,
                 "abstract_inverted_index":{"we":[0,2],"see":[1],"light.":[7]}}""");
        assertThat(metadata.title()).isEqualTo("Little lights");
        assertThat(metadata.abstractText()).isEqualTo("we see we light.");
        assertThat(metadata.authors())
                .containsExactly(
                        new Author("Ada Vale", "0000-0002-1825-0097", List.of("Institute of Lights")),
                        new Author("Bo Ek", null, List.of("Uni")));
        assertThat(metadata.identifiers())
                .containsExactlyInAnyOrder(
                        new Identifier(Scheme.OPENALEX, "W10009"),
                        new Identifier(Scheme.DOI, "10.5555/work"),
                        new Identifier(Scheme.PUBMED, "12345678"),
                        new Identifier(Scheme.ARXIV, "2608.00009"));
        assertThat(metadata.journalReference()).isEqualTo("Lights 4, 1-9 (2026)");
        assertThat(metadata.published()).hasToString("2026-08-30");
        assertThat(metadata.licence()).isEqualTo("cc-by");
        assertThat(metadata.keywords()).containsExactly("Light");
        assertThat(metadata.links()).containsExactly(Link.to(Link.Kind.PDF, "https://example.org/w.pdf"));
        assertThat(metadata.withdrawn()).isTrue();
    }

    @Test
    void ordersWordsWhateverTheirPositions() {
        assertThat(abstractOf("{\"b\":[1],\"a\":[0]}")).isEqualTo("a b");
        assertThat(abstractOf("{\"a\":[0,0,3],\"b\":[3,1000]}")).isEqualTo("a a b");
        assertThat(abstractOf("{\"a\":[-1,2000000000,1.5,\"0\",null],\"b\":[4]}"))
                .isEqualTo("b");
        assertThat(abstractOf("{\"a\":[99999999999999999999],\"b\":7}")).isEmpty();
        assertThat(abstractOf("null")).isEmpty();
        assertThat(abstractOf("[]")).isEmpty();
        assertThat(abstractOf("{\"p\":[0],\"<\":[1],\"0.05\":[2]}")).isEqualTo("p < 0.05");
    }

    @Test
    void findsWorksByTheIdentifiersThatOthersGive() {
        ScriptedFetcher service = always(work("W10001"));
        List<String> names = List.of("arxiv:2608.00009", "10.5555/x?y", "pmid:12345", "b-aaaaaaaaaa");
        Harvested harvested = Harvested.of(over(service).records(names).orElseThrow(), null);
        assertThat(harvested.rejects()).hasSize(1);
        assertThat(service.asked())
                .extracting(address -> address.getRawPath())
                .containsExactly(
                        "/works/doi:10.48550%2Farxiv.2608.00009", "/works/doi:10.5555%2Fx%3Fy", "/works/pmid:12345");
    }

    @Test
    void keepsTheKeyOutOfWhatItSays() {
        Fetcher refusing = address -> {
            assertThat(address.toString()).contains("api_key=s3cret%20key");
            throw new FetchException(
                    FetchException.Kind.REFUSED, address + " refuses", 403, "bad key " + KEY, new IOException(KEY));
        };
        assertThat(read(refusing).getFirst().problem())
                .isNotNull()
                .hasNoCause()
                .satisfies(problem -> assertThat(problem.toString()).doesNotContain("s3cret"));
    }

    @Test
    void needsAFilter() {
        List<String> mistakes = new ArrayList<>();
        OpenAlexSource.of(new SourceOptions("openalex", Map.of(), mistakes, new HashMap<>()), good(), CLOCK);
        assertThat(mistakes).containsExactly("source.openalex.filter: is needed");
    }

    private String abstractOf(String index) {
        return read(work("W10001").replace("}", ",\"abstract_inverted_index\":" + index + "}"))
                .abstractText();
    }

    private Metadata read(String work) {
        Harvested harvested =
                Harvested.of(over(always(work)).records(List.of("W10001")).orElseThrow(), null);
        assertThat(harvested.rejects()).isEmpty();
        return harvested.records().getFirst().metadata();
    }

    private static ScriptedFetcher always(String body) {
        return new ScriptedFetcher(NOW).on(address -> true, "application/json", address -> body);
    }

    private static String page(int count, String next, String... works) {
        return "{\"meta\":{\"count\":" + count + ",\"next_cursor\":" + next + "},\"results\":["
                + String.join(",", works) + "]}";
    }

    private static String work(String id) {
        return "{\"id\":\"https://openalex.org/" + id + "\",\"title\":\"A title\",\"publication_date\":\"2026-08-01\"}";
    }
}
