package dev.broadsheet.source.semanticscholar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.source.Harvested;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.LiveSourceContract;
import dev.broadsheet.source.ScriptedFetcher;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.http.Fetcher;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SemanticScholarSourceTest extends LiveSourceContract {
    private static final String A = "a".repeat(40);
    private static final String B = "b".repeat(40);
    private static final String C = "c".repeat(40);

    @Override
    protected LiveSource source(SourceOptions options, Fetcher fetcher, Clock clock) {
        return SemanticScholarSource.of(options, fetcher, clock);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("query", "\"small things\" | lights");
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
                .json(page(3, "\"T+1\"", paper(A), paper(B)), "publicationDateOrYear=2026-08-01%3A2026-08-01")
                .json(page(3, "null", paper(C)), "token=T%2B1");
    }

    @Override
    protected Set<String> names() {
        return Set.of(A, B, C);
    }

    @Override
    protected ScriptedFetcher empty() {
        return always("{\"total\":0,\"token\":null,\"data\":[]}");
    }

    @Override
    protected ScriptedFetcher endless() {
        return always(page(99, "\"same\"", paper(A)));
    }

    @Override
    protected ScriptedFetcher fewerThanItSays() {
        return always(page(3, "null", paper(A), paper(B)));
    }

    @Override
    protected ScriptedFetcher untitled() {
        return always(page(2, "null", paper(A), paper(B).replace("\"A title\"", "\"\"")));
    }

    @Override
    protected List<ScriptedFetcher> hostile() {
        return List.of(
                always(page(-1, "null", paper(A))),
                always(page(1, "null", paper(A)).replace("2026-08-01", "1999-01-01")),
                always("{\"total\":1}"),
                always("{\"total\":1.5,\"data\":[]}"),
                always(page(3, "{}", "[]", "{\"paperId\":null}", "{\"paperId\":\"../x\"}")),
                always(page(
                        1,
                        "null",
                        "{\"paperId\":\"" + A + "\",\"title\":\"Odd\",\"publicationDate\":20260901,"
                                + "\"authors\":[null,{\"name\":[]}],\"externalIds\":[],\"journal\":\"text\",\"year\":-4,"
                                + "\"tldr\":7,\"openAccessPdf\":{\"url\":\"javascript:alert(1)\"}}")));
    }

    @Override
    protected ScriptedFetcher single() {
        return new ScriptedFetcher(NOW).json(paper(A), "/paper/" + A);
    }

    @Override
    protected String singleName() {
        return A;
    }

    @Test
    void readsAPaperWithAllThatIsKnownOfIt() {
        ScriptedFetcher service =
                always("{\"paperId\":\"" + A + "\",\"title\":\"Small lights\",\"abstract\":\"We see.\","
                        + "\"externalIds\":{\"ArXiv\":\"2608.00009\",\"DOI\":\"10.5555/L\",\"PubMed\":\"123456\",\"CorpusId\":7,"
                        + "\"ACL\":\"2026.acl-long.1\"},\"authors\":[{\"authorId\":\"1\",\"name\":\"Ada Vale\"}],\"year\":2026,"
                        + "\"publicationDate\":null,\"venue\":\"Lights\",\"journal\":{\"name\":\"Lights\",\"volume\":\"4\"},"
                        + "\"tldr\":{\"model\":\"m\",\"text\":\"One sees.\"},\"s2FieldsOfStudy\":[{\"category\":\"Physics\"},"
                        + "{\"category\":\"Physics\"}],\"openAccessPdf\":{\"url\":\"https://example.org/l.pdf\"}}");
        Harvested harvested =
                Harvested.of(over(service).records(List.of("arxiv:2608.00009")).orElseThrow(), null);
        Metadata metadata = harvested.record(A).metadata();
        assertThat(service.asked().getFirst().getRawPath()).isEqualTo("/graph/v1/paper/ARXIV%3A2608.00009");
        assertThat(metadata.synopsis()).isEqualTo("One sees.");
        assertThat(metadata.abstractText()).isEqualTo("We see.");
        assertThat(metadata.published()).hasToString("2026");
        assertThat(metadata.journalReference()).isEqualTo("Lights 4 (2026)");
        assertThat(metadata.keywords()).containsExactly("Physics");
        assertThat(metadata.identifiers())
                .containsExactlyInAnyOrder(
                        new Identifier(Scheme.ARXIV, "2608.00009"),
                        new Identifier(Scheme.DOI, "10.5555/l"),
                        new Identifier(Scheme.PUBMED, "123456"),
                        new Identifier(Scheme.ACL, "2026.acl-long.1"));
    }

    @Test
    void anEstimateIsNoCount() {
        List<Harvested> all = read(always(page(1, "null", paper(A), paper(B))));
        assertThat(all.getFirst().problem()).isNull();
        assertThat(all.getFirst().tallies())
                .singleElement()
                .satisfies(tally -> assertThat(tally.expected()).isNull());
    }

    private static ScriptedFetcher always(String body) {
        return new ScriptedFetcher(NOW).on(address -> true, "application/json", address -> body);
    }

    private static String page(int total, String token, String... papers) {
        return "{\"total\":" + total + ",\"token\":" + token + ",\"data\":[" + String.join(",", papers) + "]}";
    }

    private static String paper(String id) {
        return "{\"paperId\":\"" + id + "\",\"title\":\"A title\",\"publicationDate\":\"2026-08-01\"}";
    }
}
