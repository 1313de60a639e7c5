package dev.broadsheet.source.feed;

import dev.broadsheet.source.AnnouncementCalendar;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.documents.DocumentSource;
import dev.broadsheet.source.documents.NoFixedDays;
import dev.broadsheet.source.http.Fetcher;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One feed in Atom, RSS 2.0 or RSS 1.0. Settings: {@code url} (needed), its address; {@code title},
 * how it is called; {@code categories}, which all its papers get.
 */
public final class FeedSource implements LiveSource {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final String title;
    private final List<String> categories;
    private final URI address;
    private final Fetcher fetcher;

    private FeedSource(String name, String title, List<String> categories, URI address, Fetcher fetcher) {
        this.name = name;
        this.title = title;
        this.categories = categories;
        this.address = address;
        this.fetcher = fetcher;
    }

    public static LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock) {
        // No fallback: whoever names an address may mean one of the own network.
        URI address = options.address("url", "", PAUSE, 0);
        return new FeedSource(
                options.name(),
                options.text("title", options.name()),
                options.words("categories", List.of()),
                address,
                fetcher);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public AnnouncementCalendar calendar() {
        return NoFixedDays.INSTANCE;
    }

    @Override
    public int daysReadAgain() {
        return 0;
    }

    @Override
    public int daysAtFirst() {
        return 0;
    }

    @Override
    public List<Source> latest() {
        return List.of(new DocumentSource(
                title, name + " " + address, start -> new FeedDocument(name, title, categories, address, fetcher)));
    }

    /** Empty: a feed cannot be asked for days. */
    @Override
    public List<Source> changes(LocalDate from, LocalDate until) {
        return List.of();
    }

    /** Empty: a feed cannot be asked for single entries. */
    @Override
    public Optional<Source> records(List<String> names) {
        return Optional.empty();
    }
}
