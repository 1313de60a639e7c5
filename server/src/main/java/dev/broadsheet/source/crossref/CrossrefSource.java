package dev.broadsheet.source.crossref;

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
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Crossref, as a source of what was registered each day. Settings: {@code issn}, {@code member},
 * {@code prefix}, {@code type} (words, any of which may apply), {@code filter} (as Crossref writes
 * filters: {@code has-abstract:true}), {@code url}, {@code pause}. With no setting but those two it
 * lists nothing and is there for single DOIs only: everything that is registered would be tens of
 * thousands of records a day.
 */
public final class CrossrefSource implements PagedService {
    private static final String WORKS = "https://api.crossref.org/works";

    /** Records carry their references, some thousands of them. */
    private static final int ROWS = 200;

    private final SourceProfile profile;
    private final URI works;
    private final String filters;

    private CrossrefSource(SourceProfile profile, URI works, String filters) {
        this.profile = profile;
        this.works = works;
        this.filters = filters;
    }

    /** Builds the source; what is wrong with the options is said there. */
    public static LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock) {
        List<String> filters = new ArrayList<>();
        for (String key : List.of("issn", "member", "prefix", "type")) {
            options.words(key, List.of()).forEach(word -> filters.add(key + ":" + word));
        }
        filters.addAll(options.words("filter", List.of()));
        URI works = options.address("url", WORKS, Duration.ofSeconds(1), 0);
        SourceProfile profile = SourceProfile.of(options.name(), "Crossref", options.lookback(3, 7))
                .withParts(filters.isEmpty() ? List.of() : List.of(""))
                .withLookupBy(Scheme.DOI);
        return new PagedSource(new CrossrefSource(profile, works, String.join(",", filters)), fetcher);
    }

    @Override
    public SourceProfile profile() {
        return profile;
    }

    @Override
    public String scope() {
        return filters;
    }

    @Override
    public boolean countsExactly() {
        return true;
    }

    @Override
    public URI page(LocalDate day, @Nullable String token) {
        String filter = "from-created-date:" + day + ",until-created-date:" + day + "," + filters;
        return ServiceAddress.of(
                works, "", "filter", filter, "rows", String.valueOf(ROWS), "cursor", token == null ? "*" : token);
    }

    @Override
    public DayPage page(JsonNode answer, @Nullable String token) throws UnreadableRecordException {
        JsonNode message = answer.path("message");
        List<JsonNode> items = JsonFields.array(message, "items");
        return new DayPage(JsonFields.total(message, "total-results"), items, JsonFields.text(message, "next-cursor"));
    }

    @Override
    public @Nullable PageEntry listed(JsonNode entry) {
        String doi = JsonFields.text(entry, "DOI");
        if (doi == null || !doi.strip().startsWith("10.")) {
            return null;
        }
        LocalDate day = JsonFields.day(entry.path("created"), "date-time");
        return new PageEntry(normal(doi), Kind.NEW, 0, List.of(""), day);
    }

    @Override
    public Metadata metadata(JsonNode entry) throws UnreadableRecordException {
        return CrossrefJson.read(entry);
    }

    @Override
    public Optional<URI> single(String record) {
        return record.strip().startsWith("10.")
                ? Optional.of(ServiceAddress.of(works, ServiceAddress.encoded(record.strip())))
                : Identifiers.recognise(record)
                        .filter(identifier -> identifier.scheme() == Scheme.DOI)
                        .map(identifier -> ServiceAddress.of(works, ServiceAddress.encoded(identifier.name())));
    }

    @Override
    public List<JsonNode> entries(JsonNode answer) throws UnreadableRecordException {
        if (!answer.path("message").isObject()) {
            throw new UnreadableRecordException("no \"message\"");
        }
        return List.of(answer.path("message"));
    }

    private static String normal(String doi) {
        return Identifiers.recognise(Scheme.DOI, doi)
                .map(Identifier::name)
                .orElseGet(() -> doi.strip().toLowerCase(Locale.ROOT));
    }
}
