package dev.broadsheet.source.semanticscholar;

import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Identifiers;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.http.ServiceAddress;
import dev.broadsheet.source.paged.DayPage;
import dev.broadsheet.source.paged.IndexProfile;
import dev.broadsheet.source.paged.PageEntry;
import dev.broadsheet.source.paged.PagedService;
import dev.broadsheet.source.paged.PagedSource;
import dev.broadsheet.source.record.JsonFields;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Semantic Scholar, as a source of what was published each day and fits a query. Settings: {@code
 * query} (needed, as the bulk search takes it), {@code fields-of-study} (words), {@code url}, {@code
 * pause}. Its number of results is an estimate: a day is only counted if at least as many came, and
 * then without a number. A key would have to go in a header of its own and cannot be given; without
 * one, all who have none share a small allowance.
 */
public final class SemanticScholarSource implements PagedService {
    private static final String GRAPH = "https://api.semanticscholar.org/graph/v1";
    private static final String FIELDS =
            "externalIds,title,abstract,authors,venue,journal,year,publicationDate,openAccessPdf,s2FieldsOfStudy";

    private final SourceProfile profile;
    private final URI graph;
    private final String query;
    private final String fieldsOfStudy;

    private SemanticScholarSource(SourceProfile profile, URI graph, String query, String fieldsOfStudy) {
        this.profile = profile;
        this.graph = graph;
        this.query = query;
        this.fieldsOfStudy = fieldsOfStudy;
    }

    /** Builds the source; what is wrong with the options is said there. */
    public static LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock) {
        String query = options.requiredForLists("query");
        String fieldsOfStudy = String.join(",", options.words("fields-of-study", List.of()));
        URI graph = options.address("url", GRAPH, Duration.ofSeconds(3), 0);
        SourceProfile profile = IndexProfile.of(options, "Semantic Scholar").withLookupBy(Scheme.ARXIV, Scheme.DOI);
        return new PagedSource(new SemanticScholarSource(profile, graph, query, fieldsOfStudy), fetcher);
    }

    @Override
    public SourceProfile profile() {
        return profile;
    }

    @Override
    public String scope() {
        return query + " " + fieldsOfStudy;
    }

    @Override
    public boolean countsExactly() {
        return false;
    }

    @Override
    public URI page(LocalDate day, @Nullable String token) {
        List<String> parameters = new ArrayList<>(List.of("query", query));
        if (!fieldsOfStudy.isEmpty()) {
            parameters.addAll(List.of("fieldsOfStudy", fieldsOfStudy));
        }
        parameters.addAll(List.of("publicationDateOrYear", day + ":" + day, "fields", FIELDS));
        if (token != null) {
            parameters.addAll(List.of("token", token));
        }
        return ServiceAddress.of(graph, "paper/search/bulk", parameters.toArray(String[]::new));
    }

    @Override
    public DayPage page(JsonNode answer, @Nullable String token) throws UnreadableRecordException {
        int total = JsonFields.total(answer, "total");
        boolean nothing = total == 0 && answer.path("data").isMissingNode();
        List<JsonNode> papers = nothing ? List.of() : JsonFields.array(answer, "data");
        return new DayPage(total, papers, JsonFields.text(answer, "token"));
    }

    @Override
    public @Nullable PageEntry listed(JsonNode entry) {
        String id = JsonFields.text(entry, "paperId");
        return id == null || !id.matches("[0-9a-f]{40}")
                ? null
                : new PageEntry(id, Kind.NEW, 0, List.of(""), JsonFields.day(entry, "publicationDate"));
    }

    @Override
    public Metadata metadata(JsonNode entry) throws UnreadableRecordException {
        return SemanticScholarJson.read(entry);
    }

    @Override
    public Optional<URI> single(String record) {
        if (record.matches("[0-9a-f]{40}")) {
            return Optional.of(paper(record));
        }
        return Identifiers.recognise(record).flatMap(this::single);
    }

    @Override
    public List<JsonNode> entries(JsonNode answer) throws UnreadableRecordException {
        if (JsonFields.text(answer, "paperId") == null) {
            throw new UnreadableRecordException("no \"paperId\"");
        }
        return List.of(answer);
    }

    private Optional<URI> single(Identifier identifier) {
        return switch (identifier.scheme()) {
            case ARXIV -> Optional.of(paper("ARXIV:" + identifier.name()));
            case DOI -> Optional.of(paper("DOI:" + identifier.name()));
            case PUBMED -> Optional.of(paper("PMID:" + identifier.name()));
            case ACL -> Optional.of(paper("ACL:" + identifier.name()));
            case OPENALEX, OPENREVIEW, BROADSHEET -> Optional.empty();
        };
    }

    private URI paper(String id) {
        // The bulk search has no summaries.
        return ServiceAddress.of(graph, "paper/" + ServiceAddress.encoded(id), "fields", FIELDS + ",tldr");
    }
}
