package dev.broadsheet.source.openreview;

import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.http.ServiceAddress;
import dev.broadsheet.source.paged.Answers;
import dev.broadsheet.source.paged.Finding;
import dev.broadsheet.source.paged.PagedHarvest;
import dev.broadsheet.source.paged.RecordsByName;
import dev.broadsheet.source.paged.UnscheduledCalendar;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The submissions of venues on OpenReview, by version 2 of its API. Settings: {@code venues} (needed),
 * ids such as {@code ICLR.cc/2025/Conference}; {@code days-again}, how many days back each run counts again;
 * {@code url} of the API. The API cannot be asked for what changed, so that each run reads a venue
 * whole; the days only say what is announced and counted.
 */
public final class OpenreviewSource implements LiveSource {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SourceProfile profile;
    private final URI address;
    private final Fetcher fetcher;

    private OpenreviewSource(SourceProfile profile, URI address, Fetcher fetcher) {
        this.profile = profile;
        this.address = address;
        this.fetcher = fetcher;
    }

    public static LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock) {
        List<String> venues = options.words("venues", List.of());
        if (venues.isEmpty()) {
            options.mistake("venues", "needs at least one id, such as ICLR.cc/2025/Conference");
        }
        return new OpenreviewSource(
                SourceProfile.of(options.name(), "OpenReview", options.lookback(7, 30))
                        .withParts(venues.isEmpty() ? List.of("") : venues)
                        .withCalendar(UnscheduledCalendar.INSTANCE),
                options.address("url", "https://api2.openreview.net", PAUSE, 0),
                fetcher);
    }

    @Override
    public SourceProfile profile() {
        return profile;
    }

    @Override
    public List<Source> changes(LocalDate from, LocalDate until) {
        return profile.parts().stream()
                .<Source>map(venue -> new PagedHarvest(
                        "OpenReview, " + venue,
                        profile.name() + " " + venue + " " + from + " " + until,
                        start -> new OpenreviewVenue(profile.name(), venue, from, until, address, fetcher)))
                .toList();
    }

    @Override
    public List<Scheme> givesBy() {
        return List.of(Scheme.OPENREVIEW);
    }

    @Override
    public Optional<Source> records(List<String> names) {
        return Optional.of(RecordsByName.oneByOne(profile, names, this::find));
    }

    private List<Finding> find(String name) throws IOException {
        if (!OpenreviewNote.isName(name)) {
            return List.of();
        }
        JsonNode notes;
        try {
            notes = Answers.json(fetcher.get(ServiceAddress.of(address, "notes", "id", name)), profile.title())
                    .path("notes");
        } catch (FetchException e) {
            if (e.kind() == FetchException.Kind.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
        if (!notes.isArray()) {
            throw new IOException("OpenReview gives no notes when asked for " + name);
        }
        for (JsonNode note : notes) {
            if (name.equals(OpenreviewNote.name(note))) {
                return List.of(OpenreviewNote.read(profile.name(), name, note));
            }
        }
        return List.of();
    }
}
