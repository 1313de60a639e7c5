package dev.broadsheet.source.pubmed;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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

    private final String name;
    private final Reach reach;
    private final Entrez entrez;

    private PubmedSource(String name, Reach reach, Entrez entrez) {
        this.name = name;
        this.reach = reach;
        this.entrez = entrez;
    }

    public static LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock) {
        String key = options.text("key", "");
        URI address = options.address(
                "url", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/", key.isEmpty() ? PAUSE : PAUSE_WITH_KEY, 0);
        Entrez entrez = new Entrez(address, options.requiredForLists("term"), key, options.text("email", ""), fetcher);
        return new PubmedSource(options.name(), options.reach(3, 30), entrez);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return "PubMed";
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public AnnouncementCalendar calendar() {
        return CALENDAR;
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
                        "PubMed, " + day, name + " " + day, start -> new PubmedDay(name, day, entrez, start)))
                .toList();
    }

    @Override
    public Optional<Source> records(List<String> names) {
        return Optional.of(new DocumentSource(
                "PubMed, single papers",
                name + " papers " + Fingerprint.of(names),
                start -> new PubmedPapers(name, names, entrez, start)));
    }

    @Override
    public List<Identifier.Scheme> knows() {
        return List.of(Identifier.Scheme.PUBMED);
    }
}
