package dev.broadsheet.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.daily.DailyEdition.Access;
import dev.broadsheet.daily.DailyEdition.Candidates;
import dev.broadsheet.daily.DailyList.Absence;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.SampleSource;
import dev.broadsheet.testing.TestDatabase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@OnBothDatabases
class EditionsTest {
    private static final Set<DayOfWeek> FRIDAYS = Set.of(DayOfWeek.FRIDAY);

    @RegisterExtension
    final TestDatabase databases;

    private Newsroom room;
    private Person root;

    EditionsTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        room = new Newsroom(databases.connect());
        root = room.person("root", Role.ADMIN);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void thereIsAlwaysOneWithTheNameOfTheSettings() {
        assertThat(room.daily.editions().all()).singleElement().satisfies(edition -> {
            assertThat(edition.isDefault()).isTrue();
            assertThat(edition.name()).isEqualTo("Broadsheet");
            assertThat(edition.byline()).isEmpty();
            assertThat(edition.rhythm().weekdays())
                    .containsExactlyElementsOf(List.of(
                            DayOfWeek.MONDAY,
                            DayOfWeek.TUESDAY,
                            DayOfWeek.WEDNESDAY,
                            DayOfWeek.THURSDAY,
                            DayOfWeek.FRIDAY));
        });
    }

    @Test
    void whatWasBegunIsThereForEveryServer() {
        Person mira = room.people.add("mira", "Mira Oduya", Role.MEMBER);
        DailyEdition club = new DailyEdition(
                0,
                "club",
                "The Club",
                "What we read.",
                new Access(Circle.MEMBERS, Circle.CURATORS, Circle.ALL),
                new Rhythm(ZoneId.of("Europe/Berlin"), 6, FRIDAYS),
                new Candidates(Set.of("cs.LG", "cs.CV"), Set.of("arxiv")),
                List.of(mira));
        DailyEdition added = room.daily.editions().add(root, club).orElseThrow();

        assertThat(room.daily.editions().add(root, club))
                .as("the same address again")
                .isEmpty();
        try (Newsroom other = new Newsroom(databases.connect())) {
            assertThat(other.daily.editions().at("club")).contains(added);
        }
        assertThat(added.byline()).isEqualTo("by Mira Oduya and the community");
        room.daily.editions().change(mira, added.describedAs("What we read on Fridays."));
        assertThat(room.daily.editions().at("club").orElseThrow().description()).isEqualTo("What we read on Fridays.");
        assertThat(audit())
                .containsExactly("root began the edition club: The Club", "mira changed the edition club: description");
    }

    private List<String> audit() {
        return room.database.read(sql -> sql.sql("select name, action, subject, details from audit"
                        + " join person on person.number = audit.person order by audit.number")
                .query((row, index) ->
                        row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + ": " + row.getString(4))
                .list());
    }

    @Test
    void eachCircleLetsInWhomItNames() {
        Person curator = room.person("cora", Role.MEMBER);
        Person member = room.person("mira", Role.MEMBER);
        Person reader = room.person("rita", Role.READER);
        DailyEdition open = room.edition(root, "club", FRIDAYS, curator);
        for (Circle circle : Circle.values()) {
            DailyEdition edition = new DailyEdition(
                    open.number(),
                    open.address(),
                    open.name(),
                    "",
                    new Access(circle, circle, circle),
                    open.rhythm(),
                    open.candidates(),
                    open.curators());
            assertThat(edition.mayRead(null)).isEqualTo(circle == Circle.ALL);
            assertThat(edition.mayRead(reader)).isEqualTo(circle == Circle.ALL);
            assertThat(edition.mayRead(member)).isEqualTo(circle != Circle.CURATORS);
            assertThat(edition.mayRead(curator)).isTrue();
            assertThat(edition.mayRead(root)).isTrue();
            assertThat(edition.maySubmit(null)).isFalse();
            assertThat(edition.maySubmit(reader)).isEqualTo(circle == Circle.ALL);
            assertThat(edition.maySubmit(member)).isEqualTo(circle != Circle.CURATORS);
            assertThat(edition.maySubmit(curator)).isTrue();
            assertThat(edition.mayVote(member)).isEqualTo(circle != Circle.CURATORS);
        }
    }

    @Test
    void candidatesOfFreeDaysStandOnTheNextListInTheEditionsCategories() {
        SampleSource.announce(
                room.catalogue, "cs.LG", LocalDate.parse("2026-08-14"), "2608.00001", Kind.NEW, "Of last week");
        SampleSource.announce(
                room.catalogue, "cs.LG", LocalDate.parse("2026-08-17"), "2608.00002", Kind.NEW, "Of Monday");
        SampleSource.announce(
                room.catalogue, "cs.CV", LocalDate.parse("2026-08-18"), "2608.00003", Kind.NEW, "Of elsewhere");
        DailyEdition club = room.edition(root, "club", FRIDAYS);
        DailyEdition vision = room.daily
                .editions()
                .add(
                        root,
                        new DailyEdition(
                                0,
                                "vision",
                                "Vision",
                                "",
                                Access.OPEN,
                                club.rhythm(),
                                new Candidates(Set.of("cs.CV"), Set.of()),
                                List.of()))
                .orElseThrow();

        assertThat(room.list(club, "2026-08-21").split(" ")).containsExactlyInAnyOrder("2608.00002", "2608.00003");
        assertThat(room.list(club, "2026-08-14")).isEqualTo("2608.00001");
        assertThat(room.list(vision, "2026-08-21")).isEqualTo("2608.00003");
        assertThat(room.list(room.standard(), "2026-08-17"))
                .as("the default one")
                .isEqualTo("2608.00002");
        DailyList monday = room.daily.lists(club).of(new Period.Day(LocalDate.parse("2026-08-17")), 0, 9);
        assertThat(monday.absence()).isEqualTo(Absence.NO_APPEARANCE);
        assertThat(monday.next()).isEqualTo(new Period.Day(LocalDate.parse("2026-08-21")));
        assertThat(room.daily
                        .lists(club)
                        .of(Period.of(Period.Kind.MONTH, LocalDate.parse("2026-08-01")), 0, 9)
                        .total())
                .isEqualTo(3);
    }
}
