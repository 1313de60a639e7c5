package dev.broadsheet.testing;

import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.AnnouncementCalendar;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Lookback;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceProfile;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A live source that is never asked, for pages that show what the ledger knows of it; and ways to
 * write what a harvest would have left in the catalogue. It announces on weekdays, except for the
 * Assumption of Mary.
 */
public record SampleSource(List<String> parts) implements LiveSource {
    public static final LocalDate HOLIDAY = LocalDate.of(2026, 8, 14);

    private static final AnnouncementCalendar WEEKDAYS = new AnnouncementCalendar() {
        @Override
        public Optional<String> quiet(LocalDate day) {
            if (day.equals(HOLIDAY)) {
                return Optional.of("eve of Assumption Day");
            }
            return switch (day.getDayOfWeek()) {
                case DayOfWeek.SATURDAY -> Optional.of("Saturday");
                case DayOfWeek.SUNDAY -> Optional.of("Sunday");
                default -> Optional.empty();
            };
        }

        @Override
        public Instant settled(LocalDate day) {
            return day.atTime(1, 0).toInstant(ZoneOffset.UTC);
        }
    };

    /** One that follows these categories. */
    public static SampleSource following(String... categories) {
        return new SampleSource(List.of(categories));
    }

    @Override
    public SourceProfile profile() {
        return SourceProfile.of("arxiv", "arXiv", new Lookback(7, 30))
                .withParts(parts)
                .withCalendar(WEEKDAYS);
    }

    @Override
    public List<Source> changes(LocalDate from, LocalDate until) {
        return List.of();
    }

    /** Announces a paper that is held since. */
    public static long announce(
            Catalogue catalogue, String part, LocalDate day, String name, Announcement.Kind kind, String title) {
        announceOnly(catalogue, part, day, name, kind);
        return catalogue.write(writer -> {
            Identifier arxiv = new Identifier(Identifier.Scheme.ARXIV, name);
            long paper = writer.holder(arxiv)
                    .orElseGet(() -> writer.add(
                            Metadata.titled(title)
                                    .abstractText("We count what was announced, and find that nothing is missing.")
                                    .categories(List.of(part))
                                    .published(PartialDate.of(day.minusDays(1)))
                                    .identifier(arxiv)
                                    .build(),
                            Instant.EPOCH));
            writer.transaction()
                    .execute(
                            "insert into source_record (source, name, paper, fingerprint, harvest)"
                                    + " values ('arxiv', ?, ?, '', '') on conflict do nothing",
                            name,
                            paper);
            return paper;
        });
    }

    /** Announces a paper that did not come. */
    public static void announceOnly(
            Catalogue catalogue, String part, LocalDate day, String name, Announcement.Kind kind) {
        write(
                catalogue,
                "insert into announcement (source, part, name, kind, version, day, listed, seen_at)"
                        + " values ('arxiv', ?, ?, ?, 1, ?, 1, ?)",
                part,
                name,
                kind.name(),
                day.toString(),
                day.atTime(2, 0).toInstant(ZoneOffset.UTC).toString());
    }

    /** Says that a day was counted, at three in the morning. */
    public static void count(Catalogue catalogue, String part, LocalDate day, @Nullable Integer expected) {
        write(
                catalogue,
                "insert into tally (source, part, day, origin, expected, counted_at)"
                        + " values ('arxiv', ?, ?, 'announcement feed', ?, ?)",
                part,
                day.toString(),
                expected,
                day.atTime(3, 0).toInstant(ZoneOffset.UTC).toString());
    }

    /** Says that a paper was missing and came. */
    public static void repair(Catalogue catalogue, String name) {
        write(
                catalogue,
                "insert into repair (source, name, repaired_at) values ('arxiv', ?, '2026-08-21T04:00:00Z')",
                name);
    }

    /** Says how the last run went; without an outcome it is running. */
    public static void run(Catalogue catalogue, @Nullable String outcome, @Nullable String problem) {
        write(
                catalogue,
                "insert into sync_run (source, started_at, ended_at, outcome, problem)"
                        + " values ('arxiv', '2026-08-22T06:00:00Z', ?, ?, ?)",
                outcome == null ? null : "2026-08-22T06:12:00Z",
                outcome,
                problem);
    }

    private static void write(Catalogue catalogue, String statement, @Nullable Object... parameters) {
        catalogue.write(writer -> writer.transaction().execute(statement, parameters));
    }
}
