package dev.broadsheet.web.claim;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.authorship.Claim;
import dev.broadsheet.authorship.Claim.Proof;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.text.TexText;
import dev.broadsheet.web.shared.DisplayFormat;
import dev.broadsheet.web.shared.Piece;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes claims ready to be read. Thread-safe. */
final class ClaimLines {
    private final Authorship authorship;
    private final Catalogue catalogue;
    private final People people;
    private final Clock clock;

    ClaimLines(Authorship authorship, Catalogue catalogue, People people, Clock clock) {
        this.authorship = authorship;
        this.catalogue = catalogue;
        this.people = people;
        this.clock = clock;
    }

    List<ClaimLine> of(List<Claim> claims) {
        List<Long> numbers = claims.stream().map(Claim::paper).distinct().toList();
        Map<Long, Paper> papers =
                catalogue.papers(numbers).stream().collect(Collectors.toMap(Paper::number, paper -> paper));
        List<Claim> confirmed = authorship.confirmed(numbers);
        Set<Long> named = new HashSet<>();
        claims.forEach(claim -> {
            named.add(claim.person());
            Long curator = claim.decidedBy();
            if (curator != null) {
                named.add(curator);
            }
        });
        confirmed.forEach(claim -> named.add(claim.person()));
        Map<Long, Person> persons = new HashMap<>(people.byNumbers(named));
        List<ClaimLine> lines = new ArrayList<>();
        for (Claim claim : claims) {
            Paper paper = papers.get(claim.paper());
            Person person = persons.get(claim.person());
            if (paper != null && person != null) {
                lines.add(line(claim, paper, person, confirmed, persons));
            }
        }
        return lines;
    }

    private ClaimLine line(Claim claim, Paper paper, Person person, List<Claim> confirmed, Map<Long, Person> persons) {
        return new ClaimLine(
                paper.id().value(),
                Addresses.paper(paper),
                TexText.plain(paper.metadata().title()),
                Piece.all(paper.metadata().title()),
                claim.author(),
                person.name(),
                new NamedLink(
                        person.fullName().isEmpty() ? person.name() : person.fullName() + " (" + person.name() + ")",
                        Addresses.person(person.name())),
                day(claim.at()),
                known(claim, paper, person, confirmed, persons),
                claim.state(),
                outcome(claim, persons));
    }

    private List<String> known(
            Claim claim, Paper paper, Person person, List<Claim> confirmed, Map<Long, Person> persons) {
        List<String> known = new ArrayList<>();
        known.add("Here since " + day(person.joined()) + ".");
        for (Author author : paper.metadata().authors()) {
            if (author.name().equals(claim.author())) {
                if (author.orcid() != null) {
                    known.add("The source gives the ORCID iD " + author.orcid() + ".");
                }
                if (!author.affiliations().isEmpty()) {
                    known.add("The source gives: " + String.join("; ", author.affiliations()) + ".");
                }
            }
        }
        confirmed.stream()
                .filter(other -> other.paper() == claim.paper()
                        && other.person() != claim.person()
                        && other.author().equals(claim.author()))
                .map(other -> persons.get(other.person()))
                .filter(other -> other != null)
                .forEach(other -> known.add("As this author, " + other.name() + " is confirmed already."));
        return known;
    }

    private String outcome(Claim claim, Map<Long, Person> persons) {
        Instant decided = claim.decidedAt();
        if (decided == null) {
            return "";
        }
        if (claim.proof() == Proof.EMAIL) {
            return "Confirmed on " + day(decided) + " by the e-mail address that the source gives.";
        }
        if (claim.proof() == Proof.ORCID) {
            return "Confirmed on " + day(decided) + " by the ORCID iD that the source gives.";
        }
        String by = by(claim.decidedBy(), persons);
        return claim.proof() == Proof.CURATOR
                ? "Confirmed on " + day(decided) + by + "."
                : "Refused on " + day(decided) + by + ": " + claim.reason();
    }

    private static String by(@Nullable Long curator, Map<Long, Person> persons) {
        Person person = curator == null ? null : persons.get(curator);
        return person == null || person.state() == Person.State.GONE ? "" : " by " + person.title();
    }

    private String day(Instant moment) {
        return DisplayFormat.date(moment.atZone(clock.getZone()).toLocalDate());
    }
}
