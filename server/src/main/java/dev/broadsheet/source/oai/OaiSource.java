package dev.broadsheet.source.oai;

import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.paged.RecordsByName;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Any repository that speaks OAI-PMH, read as Dublin Core. Each of its sets that is followed is a part. */
public final class OaiSource implements LiveSource {
    private static final String PREFIX = "oai_dc";

    private final SourceProfile profile;
    private final URI base;
    private final Fetcher fetcher;
    private final Clock clock;

    private OaiSource(SourceOptions options, Fetcher fetcher, Clock clock) {
        this.profile = SourceProfile.of(options.name(), options.text("title", options.name()), options.lookback(3, 14))
                .withParts(options.words("set", List.of("")));
        this.base = URI.create(address(options));
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /**
     * The source that the settings describe: {@code url} (needed), {@code title}, {@code set},
     * {@code pause}, {@code days} (at first), {@code days-again}.
     */
    public static LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock) {
        return new OaiSource(options, fetcher, clock);
    }

    @Override
    public SourceProfile profile() {
        return profile;
    }

    @Override
    public List<Source> changes(LocalDate from, LocalDate until) {
        return profile.parts().stream().map(part -> listing(part, from, until)).toList();
    }

    @Override
    public Optional<Source> records(List<String> names) {
        OaiLookup lookup = new OaiLookup(
                profile.title(), base, PREFIX, fetcher, memory -> reader("", LocalDate.EPOCH, LocalDate.EPOCH));
        return Optional.of(RecordsByName.oneByOne(profile, names, lookup));
    }

    private Source listing(String part, LocalDate from, LocalDate until) {
        return new OaiListing(
                part.isEmpty() ? profile.title() : profile.title() + " (" + part + ")",
                String.join(" ", "oai", profile.name(), base.toString(), part, from.toString(), until.toString()),
                base,
                PREFIX,
                part.isEmpty() ? null : part,
                from,
                fetcher,
                clock,
                memory -> reader(part, from, until));
    }

    private OaiReader reader(String part, LocalDate from, LocalDate until) {
        return new RepositoryReader(profile.name(), part, from, until);
    }

    private static String address(SourceOptions options) {
        String url = options.required("url");
        return url.isEmpty()
                ? "http://invalid.invalid/"
                : options.address("url", "", Duration.ofSeconds(2), 0).toString();
    }
}
