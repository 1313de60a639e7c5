package dev.broadsheet.source.huggingface;

import dev.broadsheet.paper.Identifier;
import dev.broadsheet.source.AnnouncementCalendar;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Reach;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.documents.DocumentSource;
import dev.broadsheet.source.documents.Fingerprint;
import dev.broadsheet.source.http.Fetcher;
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

    private final String name;
    private final Reach reach;
    private final URI address;
    private final Fetcher fetcher;
    private final Clock clock;

    private HuggingfaceSource(String name, Reach reach, URI address, Fetcher fetcher, Clock clock) {
        this.name = name;
        this.reach = reach;
        this.address = address;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    public static LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock) {
        return new HuggingfaceSource(
                options.name(),
                options.reach(7, 30),
                options.address("url", "https://huggingface.co", PAUSE, 0),
                fetcher,
                clock);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return "Hugging Face";
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public AnnouncementCalendar calendar() {
        return ListDays.INSTANCE;
    }

    @Override
    public int daysReadAgain() {
        return reach.again();
    }

    @Override
    public int daysAtFirst() {
        return reach.atFirst();
    }

    @Override
    public List<Source> latest() {
        return List.of();
    }

    @Override
    public List<Source> changes(LocalDate from, LocalDate until) {
        return from.datesUntil(until.plusDays(1))
                .<Source>map(day -> new DocumentSource(
                        "Hugging Face, list of " + day,
                        name + " " + day,
                        start -> new DailyListDocuments(name, day, address, fetcher, clock)))
                .toList();
    }

    /** What is known of them beside the lists, which are read again anyway. */
    @Override
    public Optional<Source> records(List<String> names) {
        return Optional.of(new DocumentSource(
                "Hugging Face, single papers",
                name + " papers " + Fingerprint.of(names),
                start -> new SinglePapers(name, names, address, fetcher, start)));
    }

    @Override
    public List<Identifier.Scheme> knows() {
        return List.of(Identifier.Scheme.ARXIV);
    }
}
