package dev.broadsheet.source.huggingface;

import dev.broadsheet.paper.Identifier;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.paged.PagedHarvest;
import dev.broadsheet.source.paged.RecordsByName;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Hugging Face's daily lists with their votes, through its API. Settings: {@code days-again}, for how many
 * days a list's votes are counted again; {@code url} of the site.
 */
public final class HuggingfaceSource implements LiveSource {
    /** The site allows 500 requests in five minutes. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SourceProfile profile;
    private final URI address;
    private final Fetcher fetcher;
    private final Clock clock;

    private HuggingfaceSource(SourceProfile profile, URI address, Fetcher fetcher, Clock clock) {
        this.profile = profile;
        this.address = address;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    public static LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock) {
        return new HuggingfaceSource(
                SourceProfile.of(options.name(), "Hugging Face", options.lookback(7, 30))
                        .withCalendar(DailyListCalendar.INSTANCE)
                        .withLookupBy(Identifier.Scheme.ARXIV),
                options.address("url", "https://huggingface.co", PAUSE, 0),
                fetcher,
                clock);
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
                        "Hugging Face, list of " + day,
                        profile.name() + " " + day,
                        start -> new DailyListPages(profile.name(), day, address, fetcher, clock)));
    }

    /** What is known of them beside the lists, which are read again anyway. */
    @Override
    public Optional<Source> records(List<String> names) {
        HuggingfaceLookup papers = new HuggingfaceLookup(profile, address, fetcher);
        return Optional.of(RecordsByName.oneByOne(profile, names, papers::find));
    }
}
