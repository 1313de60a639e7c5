package dev.broadsheet.daily;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.daily.DailyEdition.Access;
import dev.broadsheet.daily.DailyEdition.Candidates;
import dev.broadsheet.daily.Standing.Counts;
import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.testing.MovableClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A catalogue with editions and people, whose clock can be moved. It is Friday, 21 August 2026, noon. */
final class Newsroom implements AutoCloseable {
    final MovableClock clock = new MovableClock("2026-08-21T12:00:00Z");
    final Database database;
    final Catalogue catalogue;
    final People people;
    final Daily daily;
    final Map<Long, Counts> counts = new HashMap<>();

    Newsroom(Database database) {
        this.database = database;
        catalogue = new Catalogue(database, Daily.PAPERS);
        people = new People(database, clock.in(ZoneOffset.UTC));
        daily = new Daily(
                catalogue,
                people,
                new EditionSettings("Broadsheet", ZoneOffset.UTC, new EditionSettings.Limits(14, 3)),
                (edition, papers) -> counts,
                clock.in(ZoneOffset.UTC));
    }

    Person person(String name, Role role) {
        return people.add(name, "", role);
    }

    Paper paper(String arxiv, String published) {
        long number = catalogue.write(writer -> writer.add(
                Metadata.titled("Of " + arxiv)
                        .categories(List.of("cs.LG"))
                        .published(new PartialDate(published))
                        .identifier(new Identifier(Scheme.ARXIV, arxiv))
                        .build(),
                Instant.EPOCH));
        return catalogue.papers(List.of(number)).getFirst();
    }

    DailyEdition standard() {
        return daily.editions().standard();
    }

    DailyEdition edition(Person admin, String address, Set<DayOfWeek> weekdays, Person... curators) {
        return daily.editions()
                .add(
                        admin,
                        new DailyEdition(
                                0,
                                address,
                                "The " + address,
                                "",
                                Access.OPEN,
                                new Rhythm(ZoneOffset.UTC, 0, weekdays),
                                Candidates.ALL,
                                List.of(curators)))
                .orElseThrow();
    }

    String list(DailyEdition edition, String day) {
        return daily.lists(edition).of(new Period.Day(LocalDate.parse(day)), 0, 50).entries().stream()
                .map(entry -> entry.paper().id().value())
                .collect(Collectors.joining(" "));
    }

    @Override
    public void close() {
        database.close();
    }
}
