package dev.broadsheet.source.arxiv;

import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.source.FeedName;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.oai.OaiListing;
import dev.broadsheet.source.paged.RecordsByName;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * arXiv. What is new comes from its feeds, whole records from its OAI-PMH service, single ones from
 * its query service.
 */
public final class ArxivSource implements LiveSource {
    /** The source of whole records. */
    static final String NAME = "arxiv";

    /** The source of what the feeds say, which is less. */
    static final String FEED = FeedName.of(NAME);

    /** The only format that tells when each version was submitted, by which days are told and counted. */
    private static final String RAW = "arXivRaw";

    /** arXiv's terms of use for its services: one request every three seconds (info.arxiv.org/help/api/tou). */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final SourceProfile profile;
    private final FollowedCategories followed;
    private final ArxivCalendar calendar;
    private final ArxivApi api;
    private final URI oai;
    private final String feeds;
    private final Fetcher fetcher;
    private final Clock clock;

    private ArxivSource(SourceOptions options, Fetcher fetcher, Clock clock) {
        this.followed = new FollowedCategories(categories(options));
        this.calendar = new ArxivCalendar(holidays(options));
        // Feed, listing and query service check each other.
        this.profile = SourceProfile.of(NAME, "arXiv", options.lookback(5, 14))
                .withParts(followed.parts())
                .withCalendar(calendar)
                .withWitnesses(2);
        this.oai = options.address("oai", "https://oaipmh.arxiv.org/oai", PAUSE, 0);
        this.api = new ArxivApi(options.address("api", "https://export.arxiv.org/api/query", PAUSE, 0), fetcher);
        String address = options.address("feeds", "https://rss.arxiv.org/atom/", PAUSE, 0)
                .toString();
        this.feeds = address.endsWith("/") ? address : address + "/";
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /**
     * The source that the settings describe: {@code categories}, {@code days} (at first),
     * {@code days-again}, {@code holidays} (dates beside those known, on which nothing is announced in
     * the evening), {@code oai}, {@code api}, {@code feeds} (addresses), {@code pause}.
     */
    public static LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock) {
        return new ArxivSource(options, fetcher, clock);
    }

    @Override
    public SourceProfile profile() {
        return profile;
    }

    @Override
    public List<Source> latest() {
        return followed.parts().stream()
                .<Source>map(part -> new ArxivFeed(part, URI.create(feeds + part), calendar, fetcher))
                .toList();
    }

    @Override
    public List<Source> changes(LocalDate from, LocalDate until) {
        return followed.sets().stream()
                .map(set -> listing(set, followed.in(set), from, until))
                .toList();
    }

    @Override
    public List<Scheme> givesBy() {
        return List.of(Scheme.ARXIV);
    }

    @Override
    public Optional<Source> records(List<String> names) {
        return Optional.of(new RecordsByName(profile, names, ArxivLookup.AT_ONCE, new ArxivLookup(api)));
    }

    private Source listing(String set, FollowedCategories parts, LocalDate from, LocalDate until) {
        String harvest = String.join(
                " ",
                "arxiv oai",
                oai.toString(),
                RAW,
                set,
                from.toString(),
                until.toString(),
                String.join(",", parts.parts()));
        return new OaiListing(
                "arXiv's listing of " + set,
                harvest,
                oai,
                RAW,
                set,
                // The numbers of the day before tell what was held, see AnnouncedDays.
                calendar.before(from),
                fetcher,
                clock,
                memory -> new ArxivListingReader(parts, calendar, api, clock, from, until, memory));
    }

    private static List<String> categories(SourceOptions options) {
        List<String> categories = options.words("categories", List.of("cs.AI", "cs.CL", "cs.CV", "cs.LG"));
        for (String category : categories) {
            if (!category.matches("[a-z]{2,8}(-[a-z]{2,4})?(\\.[A-Za-z]{2}|\\.[a-z]{3,4}-[a-z]{2,3})?")) {
                options.mistake("categories", "\"" + category + "\" is not a category of arXiv, as cs.AI is");
            }
        }
        return categories;
    }

    private static Set<LocalDate> holidays(SourceOptions options) {
        Set<LocalDate> holidays = new HashSet<>();
        for (String word : options.words("holidays", List.of())) {
            try {
                holidays.add(LocalDate.parse(word));
            } catch (DateTimeException e) {
                options.mistake("holidays", "\"" + word + "\" is not a date, as 2026-12-29 is");
            }
        }
        return holidays;
    }
}
