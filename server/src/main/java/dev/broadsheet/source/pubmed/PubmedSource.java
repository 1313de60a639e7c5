package dev.broadsheet.source.pubmed;

import dev.broadsheet.paper.Identifier;
import dev.broadsheet.source.AnnouncementCalendar;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.http.KeyHidingFetcher;
import dev.broadsheet.source.paged.Finding;
import dev.broadsheet.source.paged.PagedHarvest;
import dev.broadsheet.source.paged.RecordsByName;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a search in PubMed finds, day by day. Settings: {@code term} (needed), the search as one types
 * it there; {@code key}, an API key of NCBI; {@code email}, whom NCBI may write to; {@code days-again}, how
 * many days back each run reads again; {@code url} of the E-utilities.
 *
 * @see <a href="https://www.ncbi.nlm.nih.gov/books/NBK25497/">NCBI's rules: three requests a second,
 *     ten with a key</a>
 */
public final class PubmedSource implements LiveSource {
    private static final Duration PAUSE = Duration.ofMillis(340);
    private static final Duration PAUSE_WITH_KEY = Duration.ofMillis(110);

    /** PubMed's days are those of its makers in Bethesda. */
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final AnnouncementCalendar CALENDAR = new AnnouncementCalendar() {
        @Override
        public Optional<String> quiet(LocalDate day) {
            return Optional.empty();
        }

        @Override
        public Instant settled(LocalDate day) {
            return day.plusDays(1).atStartOfDay(ZONE).toInstant();
        }
    };

    private final SourceProfile profile;
    private final Entrez entrez;

    private PubmedSource(SourceProfile profile, Entrez entrez) {
        this.profile = profile;
        this.entrez = entrez;
    }

    public static LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock) {
        String key = options.text("key", "");
        URI address = options.address(
                "url", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/", key.isEmpty() ? PAUSE : PAUSE_WITH_KEY, 0);
        Entrez entrez = new Entrez(
                address,
                options.requiredForLists("term"),
                key,
                options.text("email", ""),
                KeyHidingFetcher.of(fetcher, key));
        SourceProfile profile = SourceProfile.of(options.name(), "PubMed", options.lookback(3, 30))
                .withCalendar(CALENDAR)
                .withLookupBy(Identifier.Scheme.PUBMED);
        return new PubmedSource(profile, entrez);
    }

    @Override
    public SourceProfile profile() {
        return profile;
    }

    @Override
    public List<Source> changes(LocalDate from, LocalDate until) {
        return PagedHarvest.eachDay(
                from,
                until,
                day -> new PagedHarvest(
                        "PubMed, " + day,
                        profile.name() + " " + day,
                        start -> new PubmedDay(profile.name(), day, entrez, start)));
    }

    @Override
    public Optional<Source> records(List<String> names) {
        return Optional.of(new RecordsByName(profile, names, Entrez.AT_ONCE, this::find));
    }

    private Map<String, List<Finding>> find(List<String> names) throws IOException {
        List<String> numbers =
                names.stream().filter(Entrez::isNumber).distinct().toList();
        Map<String, List<Finding>> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            entrez.fetch(numbers)
                    .forEach((number, record) ->
                            found.put(number, List.of(PubmedRecord.read(profile.name(), number, record))));
        }
        return found;
    }
}
