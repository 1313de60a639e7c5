package dev.broadsheet.vote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which accounts are reported for voting together, and which are not. */
@OnBothDatabases
class RingsTest {
    private static final Instant MORNING = Instant.parse("2026-08-17T08:00:00Z");
    private static final String LAB = "203.0.113.";

    @RegisterExtension
    final TestDatabase databases;

    private final MovableClock time = new MovableClock(MORNING.toString());
    private final Clock clock = time.in(ZoneOffset.UTC);
    private Database database;
    private Catalogue catalogue;
    private People people;
    private Votes votes;
    private Rings rings;

    RingsTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        catalogue = new Catalogue(database, Votes.PAPERS);
        people = new People(database, clock);
        votes = new Votes(catalogue, people, Authors.NONE, clock);
        rings = new Rings(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /**
     * Over two weeks eight colleagues, who sit behind one address, vote for the popular papers of each day whenever they
     * come to read; three accounts from another address vote for the same papers within minutes.
     */
    @Test
    void aRingIsReportedAndHonestColleaguesAreNot() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Person> colleagues = people("colleague", 8);
        List<Person> ring = people("ring", 3);
        List<Long> papers = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            List<Long> popular = papers("Day " + day, 5);
            Instant begin = MORNING.plus(Duration.ofDays(day));
            for (Person colleague : colleagues) {
                // Each reads at an hour of their own, which no other has within the quarter of an hour.
                Instant reading = begin.plus(Duration.ofMinutes(20L * ((colleagues.indexOf(colleague) + day * 3) % 8)));
                popular.stream().filter(paper -> random.nextInt(4) > 0).forEach(paper -> {
                    time.set(String.valueOf(reading.plusSeconds(random.nextInt(120))));
                    votes.cast(colleague, paper, true, LAB + (1 + random.nextInt(3)));
                });
            }
            if (day % 3 == 0) {
                long pushed = papers("Pushed " + day, 1).getFirst();
                papers.add(pushed);
                for (Person member : ring) {
                    time.set(String.valueOf(begin.plusSeconds(random.nextInt(400))));
                    votes.cast(member, pushed, true, "2001:db8:7:" + random.nextInt(99) + "::" + member.number());
                }
            }
        }

        rings.look();

        assertThat(rings.open()).as("seed %d", seed).singleElement().satisfies(found -> {
            assertThat(found.people()).containsExactlyElementsOf(numbers(ring));
            assertThat(found.papers()).containsExactlyElementsOf(papers);
        });
    }

    @Test
    void twoWhoMeetNowAndThenAmongManyVotesAreNot() {
        List<Person> two = people("friend", 2);
        List<Long> many = papers("Many", 12);
        for (int i = 0; i < many.size(); i++) {
            time.set(String.valueOf(MORNING.plus(Duration.ofHours(i))));
            votes.cast(two.getFirst(), many.get(i), true, LAB + 1);
            time.set(String.valueOf(clock.instant().plus(i < 4 ? Duration.ofMinutes(1) : Duration.ofMinutes(30))));
            votes.cast(two.getLast(), many.get(i), true, LAB + 2);
        }
        rings.look();
        assertThat(rings.open()).isEmpty();
    }

    @Test
    void whoVotesAtTheSameTimeFromElsewhereIsNot() {
        List<Person> two = people("stranger", 2);
        for (long paper : papers("Popular", 6)) {
            votes.cast(two.getFirst(), paper, true, "203.0.113.5");
            votes.cast(two.getLast(), paper, true, "198.51.100.5");
        }
        rings.look();
        assertThat(rings.open()).isEmpty();
    }

    @Test
    void aClosedReportComesBackOnlyForWhatIsDoneSince() {
        Person moderator = people.add("mo", "", Role.MODERATOR);
        List<Person> two = people("ring", 2);
        voteTogether(two, papers("First", 3));
        rings.look();
        rings.look();
        Ring first = rings.open().getFirst();
        assertThat(rings.open()).as("reported once").hasSize(1);

        assertThat(rings.close(moderator, first.number())).isTrue();
        assertThat(rings.close(moderator, first.number())).isFalse();
        rings.look();
        assertThat(rings.open()).isEmpty();

        voteTogether(two, papers("Later", 3));
        rings.look();
        assertThat(rings.open()).singleElement().satisfies(ring -> {
            assertThat(ring.number()).isGreaterThan(first.number());
            assertThat(ring.people()).containsExactlyElementsOf(numbers(two));
        });
    }

    @Test
    void fromWhereVotesCameIsForgottenAfterAMonth() {
        voteTogether(people("ring", 2), papers("First", 2));
        assertThat(count("vote_origin")).isEqualTo(4);
        assertThat(count("vote_origin_key")).isEqualTo(1);

        time.set(String.valueOf(MORNING.plus(Duration.ofDays(32))));
        rings.look();

        assertThat(count("vote_origin")).isZero();
        assertThat(count("vote_origin_key")).isZero();
        assertThat(count("vote")).isEqualTo(4);
    }

    private void voteTogether(List<Person> some, List<Long> papers) {
        papers.forEach(paper -> some.forEach(person -> votes.cast(person, paper, true, LAB + person.number())));
    }

    private List<Long> papers(String title, int count) {
        List<Long> papers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String each = title + " " + i;
            papers.add(
                    catalogue.write(writer -> writer.add(Metadata.titled(each).build(), MORNING)));
        }
        return Collections.unmodifiableList(papers);
    }

    private List<Person> people(String name, int count) {
        List<Person> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(people.add(name + "-" + i, "", Role.MEMBER));
        }
        return some;
    }

    private static List<Long> numbers(List<Person> some) {
        return some.stream().map(Person::number).toList();
    }

    private long count(String table) {
        return database.read(sql ->
                sql.sql("select count(*) from " + table).query(Long.class).single());
    }
}
