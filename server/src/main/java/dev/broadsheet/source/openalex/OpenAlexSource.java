package dev.broadsheet.source.openalex;

import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Identifiers;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.http.KeyHidingFetcher;
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
 * OpenAlex, as a source of what was published each day; by the day it came into the catalogue only
 * paying users may ask. Settings: {@code filter} (needed, as OpenAlex writes filters:
 * {@code primary_topic.field.id:17}), {@code key} (free of charge; without one there is a handful of
 * requests a day), {@code url}, {@code pause}.
 */
public final class OpenAlexSource implements PagedService {
    private static final String WORKS = "https://api.openalex.org/works";

    /** The most that a page may have. */
    private static final int ROWS = 100;

    private final SourceProfile profile;
    private final URI works;
    private final String filter;
    private final String key;

    private OpenAlexSource(SourceProfile profile, URI works, String filter, String key) {
        this.profile = profile;
        this.works = works;
        this.filter = filter;
        this.key = key;
    }

    /** Builds the source; what is wrong with the options is said there. */
    public static LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock) {
        String filter = options.requiredForLists("filter");
        String key = options.text("key", "");
        URI works = options.address("url", WORKS, Duration.ofSeconds(1), 0);
        SourceProfile profile = IndexProfile.of(options, "OpenAlex").withLookupBy(Scheme.DOI, Scheme.ARXIV);
        return new PagedSource(new OpenAlexSource(profile, works, filter, key), KeyHidingFetcher.of(fetcher, key));
    }

    @Override
    public SourceProfile profile() {
        return profile;
    }

    @Override
    public String scope() {
        return filter;
    }

    @Override
    public boolean countsExactly() {
        return true;
    }

    @Override
    public URI page(LocalDate day, @Nullable String token) {
        String all = filter + ",from_publication_date:" + day + ",to_publication_date:" + day;
        return address("", "filter", all, "per_page", String.valueOf(ROWS), "cursor", token == null ? "*" : token);
    }

    @Override
    public DayPage page(JsonNode answer, @Nullable String token) throws UnreadableRecordException {
        JsonNode meta = answer.path("meta");
        List<JsonNode> results = JsonFields.array(answer, "results");
        return new DayPage(JsonFields.total(meta, "count"), results, JsonFields.text(meta, "next_cursor"));
    }

    @Override
    public @Nullable PageEntry listed(JsonNode entry) {
        LocalDate day = JsonFields.day(entry, "publication_date");
        String id = JsonFields.text(entry, "id");
        return id == null
                ? null
                : Identifiers.recognise(Scheme.OPENALEX, id)
                        .map(work -> new PageEntry(work.name(), Kind.NEW, 0, List.of(""), day))
                        .orElse(null);
    }

    @Override
    public Metadata metadata(JsonNode entry) throws UnreadableRecordException {
        return OpenAlexJson.read(entry);
    }

    @Override
    public Optional<URI> single(String record) {
        Optional<Identifier> work = Identifiers.recognise(Scheme.OPENALEX, record);
        return (work.isPresent() ? work : Identifiers.recognise(record)).flatMap(this::single);
    }

    @Override
    public List<JsonNode> entries(JsonNode answer) throws UnreadableRecordException {
        if (JsonFields.text(answer, "id") == null) {
            throw new UnreadableRecordException("no \"id\"");
        }
        return List.of(answer);
    }

    private Optional<URI> single(Identifier identifier) {
        return switch (identifier.scheme()) {
            case OPENALEX -> Optional.of(address("" + identifier.name()));
            case DOI -> Optional.of(address("doi:" + ServiceAddress.encoded(identifier.name())));
            case ARXIV -> Optional.of(address("doi:" + ServiceAddress.encoded("10.48550/arxiv." + identifier.name())));
            case PUBMED -> Optional.of(address("pmid:" + identifier.name()));
            case ACL, OPENREVIEW, BROADSHEET -> Optional.empty();
        };
    }

    private URI address(String path, String... parameters) {
        List<String> all = new ArrayList<>(List.of(parameters));
        if (!key.isEmpty()) {
            all.addAll(List.of("api_key", key));
        }
        return ServiceAddress.of(works, path, all.toArray(String[]::new));
    }
}
