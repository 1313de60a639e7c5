package dev.broadsheet.source.feed;

import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Lookback;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.paged.PagedHarvest;
import dev.broadsheet.source.paged.UnscheduledCalendar;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * One feed in Atom, RSS 2.0 or RSS 1.0. Settings: {@code url} (needed), its address; {@code title},
 * how it is called; {@code categories}, which all its papers get.
 */
public final class FeedSource implements LiveSource {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SourceProfile profile;
    private final List<String> categories;
    private final URI address;
    private final Fetcher fetcher;

    private FeedSource(SourceProfile profile, List<String> categories, URI address, Fetcher fetcher) {
        this.profile = profile;
        this.categories = categories;
        this.address = address;
        this.fetcher = fetcher;
    }

    public static LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock) {
        // No fallback: whoever names an address may mean one of the own network.
        URI address = options.address("url", "", PAUSE, 0);
        return new FeedSource(
                SourceProfile.of(options.name(), options.text("title", options.name()), new Lookback(0, 0))
                        .withCalendar(UnscheduledCalendar.INSTANCE),
                options.words("categories", List.of()),
                address,
                fetcher);
    }

    @Override
    public SourceProfile profile() {
        return profile;
    }

    @Override
    public List<Source> latest() {
        return List.of(new PagedHarvest(
                profile.title(),
                profile.name() + " " + address,
                start -> new FeedDocument(profile.name(), profile.title(), categories, address, fetcher)));
    }

    /** Empty: a feed cannot be asked for days. */
    @Override
    public List<Source> changes(LocalDate from, LocalDate until) {
        return List.of();
    }
}
