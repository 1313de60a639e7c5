package dev.broadsheet.source.biorxiv;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * bioRxiv or medRxiv, as a source of what was posted each day. Settings: {@code categories} (words
 * such as {@code cell-biology}; all if there are none), {@code url}, {@code pause}. A day's list has
 * the versions posted that day; of two versions the later one stands, whichever is read last.
 */
public final class BiorxivSource implements PagedService {
    private static final String DETAILS = "https://api.biorxiv.org/details";

    private final SourceProfile profile;
    private final String server;
    private final URI details;
    private final List<String> categories;

    private BiorxivSource(SourceOptions options, String title) {
        this.server = title.toLowerCase(Locale.ROOT);
        this.categories = options.words("categories", List.of()).stream()
                .map(BiorxivSource::part)
                .distinct()
                .toList();
        this.profile = SourceProfile.of(options.name(), title, options.lookback(3, 7))
                .withParts(categories.isEmpty() ? List.of("") : categories);
        this.details = options.address("url", DETAILS, Duration.ofSeconds(1), 0);
    }

    /** Builds a source that reads bioRxiv; what is wrong with the options is said there. */
    public static LiveSource biorxiv(SourceOptions options, Fetcher fetcher, Clock clock) {
        return new PagedSource(new BiorxivSource(options, "bioRxiv"), fetcher);
    }

    /** The same for medRxiv. */
    public static LiveSource medrxiv(SourceOptions options, Fetcher fetcher, Clock clock) {
        return new PagedSource(new BiorxivSource(options, "medRxiv"), fetcher);
    }

    @Override
    public SourceProfile profile() {
        return profile;
    }

    @Override
    public String scope() {
        return server + " " + String.join(",", categories);
    }

    @Override
    public boolean countsExactly() {
        return true;
    }

    @Override
    public URI page(LocalDate day, @Nullable String token) {
        return ServiceAddress.of(
                details, server + "/" + day + "/" + day + "/" + (token == null ? "0" : token) + "/json");
    }

    @Override
    public DayPage page(JsonNode answer, @Nullable String token) throws UnreadableRecordException {
        if (isNothing(answer)) {
            return new DayPage(0, List.of(), null);
        }
        JsonNode message = answer.path("messages").path(0);
        List<JsonNode> preprints = JsonFields.array(answer, "collection");
        int total = JsonFields.total(message, "total");
        int read = (token == null ? 0 : Integer.parseInt(token)) + preprints.size();
        return new DayPage(total, preprints, read >= total ? null : Integer.toString(read));
    }

    @Override
    public @Nullable PageEntry listed(JsonNode entry) {
        String doi = JsonFields.text(entry, "doi");
        if (doi == null) {
            return null;
        }
        int version = BiorxivJson.version(entry);
        return Identifiers.recognise(Scheme.DOI, doi)
                .map(found -> new PageEntry(
                        found.name(),
                        version <= 1 ? Kind.NEW : Kind.REPLACEMENT,
                        version,
                        partsOf(entry),
                        JsonFields.day(entry, "date")))
                .orElse(null);
    }

    @Override
    public Metadata metadata(JsonNode entry) throws UnreadableRecordException {
        return BiorxivJson.read(entry, server);
    }

    @Override
    public Optional<URI> single(String record) {
        // A DOI may hold slashes here: the service takes the rest of the path as it is.
        return Identifiers.recognise(Scheme.DOI, record)
                .map(Identifier::name)
                .map(doi -> ServiceAddress.of(
                        details, server + "/" + ServiceAddress.encoded(doi).replace("%2F", "/") + "/na/json"));
    }

    @Override
    public List<JsonNode> entries(JsonNode answer) throws UnreadableRecordException {
        return isNothing(answer) ? List.of() : JsonFields.array(answer, "collection");
    }

    private List<String> partsOf(JsonNode entry) {
        if (categories.isEmpty()) {
            return List.of("");
        }
        String category = part(String.valueOf(JsonFields.text(entry, "category")));
        return categories.contains(category) ? List.of(category) : List.of();
    }

    private static boolean isNothing(JsonNode answer) {
        String status = JsonFields.text(answer.path("messages").path(0), "status");
        return status != null && status.toLowerCase(Locale.ROOT).startsWith("no posts found");
    }

    /** {@code Cell Biology}, {@code cell_biology} and {@code cell-biology} are one. */
    private static String part(String category) {
        return category.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
    }
}
