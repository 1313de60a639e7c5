package dev.broadsheet.web.person;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.DisplayFormat;
import dev.broadsheet.web.shared.Piece;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes what people did ready to be read. Thread-safe. */
final class DeedLines {
    private static final int LONGEST_TITLE = 400;
    private static final int FIRST_AUTHORS = 3;
    private static final int LONGEST_AUTHORS = 200;

    /** Something of a kind. */
    record Done(Doing doing, Deed deed) {}

    private final Catalogue catalogue;
    private final People people;
    private final Clock clock;

    /** @param clock in whose zone days are */
    DeedLines(Catalogue catalogue, People people, Clock clock) {
        this.catalogue = catalogue;
        this.people = people;
        this.clock = clock;
    }

    /** In the same order; without papers and people that are gone. */
    List<DeedLine> of(List<Done> all) {
        Map<Long, Paper> papers =
                catalogue
                        .papers(all.stream()
                                .map(done -> done.deed().paper())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Paper::number, paper -> paper));
        Map<Long, Person> persons = people.byNumbers(
                all.stream().map(done -> done.deed().person()).distinct().toList());
        List<DeedLine> lines = new ArrayList<>();
        for (Done done : all) {
            Paper paper = papers.get(done.deed().paper());
            Person person = persons.get(done.deed().person());
            if (paper != null && person != null) {
                lines.add(line(done, paper, person));
            }
        }
        return lines;
    }

    private DeedLine line(Done done, Paper paper, Person person) {
        Deed deed = done.deed();
        String title = paper.metadata().title();
        return new DeedLine(
                new NamedLink(person.title(), Addresses.person(person.name())),
                done.doing().verb(),
                deed.href().isEmpty() ? Addresses.paper(paper) : deed.href(),
                title.length() > LONGEST_TITLE ? Piece.beginning(title, LONGEST_TITLE, List.of()) : Piece.all(title),
                authors(paper.metadata().authors()),
                deed.words(),
                DisplayFormat.date(deed.at().atZone(clock.getZone()).toLocalDate()));
    }

    private static String authors(List<Author> authors) {
        String first = authors.stream().limit(FIRST_AUTHORS).map(Author::name).collect(Collectors.joining(", "));
        String shown = first.length() > LONGEST_AUTHORS ? first.substring(0, LONGEST_AUTHORS) + "…" : first;
        int others = authors.size() - FIRST_AUTHORS;
        return others > 0 ? shown + " and " + DisplayFormat.number(others) + " more" : shown;
    }
}
