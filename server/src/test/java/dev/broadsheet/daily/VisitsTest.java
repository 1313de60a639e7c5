package dev.broadsheet.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.daily.DailyList.Choice;
import dev.broadsheet.daily.Standing.Counts;
import dev.broadsheet.daily.Submission.Words;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@OnBothDatabases
class VisitsTest {
    @RegisterExtension
    final TestDatabase databases;

    private Newsroom room;
    private Person mira;

    VisitsTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        room = new Newsroom(databases.connect());
        mira = room.person("mira", Role.MEMBER);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Visits.News look(Person person, Period period) {
        DailyEdition edition = room.standard();
        return room.daily
                .visits()
                .look(person, edition, room.daily.lists(edition).whole(period, Choice.LIST));
    }

    private Set<Long> news(Person person, String day) {
        return look(person, day(day)).papers();
    }

    private static Period day(String day) {
        return new Period.Day(LocalDate.parse(day));
    }

    private Paper listed(String name, String day) {
        Paper paper = room.paper(name, "2026-08-17");
        room.catalogue.write(writer ->
                writer.appear(paper.number(), new Appearance("club", LocalDate.parse(day), 1, 2, 0, null, null)));
        return paper;
    }

    @Test
    void nothingIsNewToWhoWasNeverHere() {
        listed("2608.00001", "2026-08-21");
        assertThat(look(mira, day("2026-08-21"))).isEqualTo(new Visits.News(true, Set.of()));
    }

    @Test
    void whatCameSinceTheLastVisitIsNewForHalfAnHour() {
        listed("2608.00001", "2026-08-21");
        news(mira, "2026-08-21");
        room.clock.set("2026-08-21T13:00:00Z");
        long imported = listed("2608.00002", "2026-08-21").number();
        Paper submitted = room.paper("2608.00003", "2026-08-20");
        room.daily.submissions().submit(room.standard(), room.person("tomas", Role.MEMBER), submitted, Words.NONE);

        Set<Long> both = Set.of(imported, submitted.number());
        assertThat(news(mira, "2026-08-21")).isEqualTo(both);
        room.clock.set("2026-08-21T13:29:00Z");
        long late = listed("2608.00004", "2026-08-21").number();
        assertThat(news(mira, "2026-08-21"))
                .as("within the visit")
                .isEqualTo(Set.of(imported, submitted.number(), late));
        room.clock.set("2026-08-21T13:31:00Z");
        assertThat(news(mira, "2026-08-21")).isEmpty();
    }

    @Test
    void votesAndChangesOfThePaperMakeNothingNew() {
        Paper paper = listed("2608.00001", "2026-08-21");
        news(mira, "2026-08-21");
        room.clock.set("2026-08-21T13:00:00Z");
        room.counts.put(paper.number(), new Counts(7, 7));
        room.catalogue.write(writer -> writer.change(
                paper.number(),
                paper.metadata().toBuilder().title("Another title").build(),
                Instant.EPOCH));
        assertThat(news(mira, "2026-08-21")).isEmpty();
    }

    @Test
    void eachReaderHasTheirOwnNews() {
        Person tomas = room.person("tomas", Role.MEMBER);
        listed("2608.00001", "2026-08-21");
        news(mira, "2026-08-21");
        news(tomas, "2026-08-21");
        room.clock.set("2026-08-21T13:00:00Z");
        long second = listed("2608.00002", "2026-08-21").number();
        assertThat(news(mira, "2026-08-21")).containsExactly(second);
        room.clock.set("2026-08-21T14:00:00Z");
        long third = listed("2608.00003", "2026-08-21").number();
        assertThat(news(mira, "2026-08-21")).containsExactly(third);
        assertThat(news(tomas, "2026-08-21")).containsExactlyInAnyOrder(second, third);
    }

    @Test
    void anotherDaysListIsNewWhereItIsAndAnOldOneIsNot() {
        listed("2608.00001", "2026-08-10");
        long thursday = listed("2608.00002", "2026-08-20").number();
        news(mira, "2026-08-20");
        room.clock.set("2026-08-21T13:00:00Z");
        long friday = listed("2608.00003", "2026-08-21").number();

        assertThat(news(mira, "2026-08-21")).containsExactly(friday);
        assertThat(news(mira, "2026-08-10")).isEmpty();
        assertThat(look(mira, Period.of(Period.Kind.WEEK, LocalDate.parse("2026-08-21")))
                        .papers())
                .as("the week, where the days were seen")
                .doesNotContain(thursday);
    }

    @Test
    void whatWasNewCanBeShownAlone() {
        listed("2608.00001", "2026-08-21");
        news(mira, "2026-08-21");
        room.clock.set("2026-08-21T13:00:00Z");
        listed("2608.00002", "2026-08-21");
        WholeList list = room.daily.lists().whole(day("2026-08-21"), Choice.LIST);
        Visits.News news = room.daily.visits().look(mira, room.standard(), list);

        assertThat(list.page(news.papers(), 0, 9).entries())
                .singleElement()
                .extracting(entry -> entry.paper().id().value())
                .isEqualTo("2608.00002");
        assertThat(list.page(Set.of(), 0, 9).absence()).isEqualTo(DailyList.Absence.NONE_NEW);
    }
}
