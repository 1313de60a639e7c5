package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.Announcements.Announced;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.SampleSource;
import dev.broadsheet.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@OnBothDatabases
class AnnouncementsTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-08-17");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @RegisterExtension
    final TestDatabase databases;

    AnnouncementsTest(TestDatabase databases) {
        this.databases = databases;
    }

    @Test
    void announcementsAreReadByDay() {
        try (Database database = databases.connect()) {
            announcementsAreReadByDay(database);
        }
    }

    private static void announcementsAreReadByDay(Database database) {
        Catalogue catalogue = new Catalogue(database);
        Announcements announcements = new Announcements(database);
        assertThat(announcements.days()).isEmpty();
        assertThat(announcements.between(MONDAY, TUESDAY)).isEmpty();

        long late = SampleSource.announce(catalogue, "cs.AI", MONDAY, "2608.00002", Kind.NEW, "Late");
        long early = SampleSource.announce(catalogue, "cs.AI", MONDAY, "2608.00001", Kind.NEW, "Early");
        SampleSource.announce(catalogue, "cs.CL", TUESDAY, "2608.00001", Kind.CROSS, "Early");
        long guest = SampleSource.announce(catalogue, "cs.CL", TUESDAY, "2607.00009", Kind.CROSS, "Guest");
        SampleSource.announce(catalogue, "cs.AI", TUESDAY.plusDays(1), "2608.00001", Kind.REPLACEMENT, "Early");
        SampleSource.announceOnly(catalogue, "cs.AI", TUESDAY, "2608.00003", Kind.NEW);

        assertThat(announcements.firstDays(List.of(late, early, guest, 999L)))
                .isEqualTo(Map.of(late, MONDAY, early, MONDAY, guest, TUESDAY));
        assertThat(announcements.days()).containsExactly(MONDAY, TUESDAY);
        assertThat(announcements.between(MONDAY, MONDAY))
                .containsExactly(
                        new Announced(late, MONDAY, Kind.NEW, "2608.00002", List.of("cs.AI")),
                        new Announced(early, MONDAY, Kind.NEW, "2608.00001", List.of("cs.AI")));
        assertThat(announcements.between(TUESDAY, TUESDAY))
                .containsExactly(
                        new Announced(early, TUESDAY, Kind.CROSS, "2608.00001", List.of("cs.CL")),
                        new Announced(guest, TUESDAY, Kind.CROSS, "2607.00009", List.of("cs.CL")));
        assertThat(announcements.between(MONDAY, TUESDAY))
                .containsExactly(
                        new Announced(guest, TUESDAY, Kind.CROSS, "2607.00009", List.of("cs.CL")),
                        new Announced(late, MONDAY, Kind.NEW, "2608.00002", List.of("cs.AI")),
                        new Announced(early, MONDAY, Kind.NEW, "2608.00001", List.of("cs.AI", "cs.CL")));
        assertThat(announcements.between(TUESDAY.plusDays(1), TUESDAY.plusDays(1)))
                .isEmpty();
    }
}
