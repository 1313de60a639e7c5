package dev.broadsheet.web.paper;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Shown;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.authorship.Claim;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.NamedLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a paper, as its page shows it.
 *
 * @param lines its authors, in its order
 * @param others people who were confirmed under a name that the paper no longer has
 * @param claim what whoever reads can say or has said of it; null for nothing
 */
record PaperAuthors(
        List<Line> lines, List<NamedLink> others, @Nullable NamedLink claim) {

    /**
     * An author.
     *
     * @param href the person where one is confirmed, else other papers by authors of that name
     * @param affiliations in one line; may be empty
     */
    record Line(
            String name,
            String href,
            boolean confirmed,
            @Nullable String orcid,
            String affiliations) {}

    static PaperAuthors of(Paper paper, Authorship authorship, People people, @Nullable Person reader) {
        List<Claim> confirmed = authorship.confirmed(List.of(paper.number()));
        // Who does not show what they wrote is not marked.
        Map<Long, Person> visible = people.byNumbers(
                people.showing(confirmed.stream().map(Claim::person).toList(), Shown.PAPERS));
        Map<String, Person> byAuthor = new HashMap<>();
        for (Claim claim : confirmed) {
            Person person = visible.get(claim.person());
            if (person != null) {
                byAuthor.putIfAbsent(claim.author(), person);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (Author author : paper.metadata().authors()) {
            // One person is one author, also where two authors have the same name.
            Person person = byAuthor.remove(author.name());
            lines.add(new Line(
                    author.name(),
                    person == null ? Addresses.author(author.name()) : Addresses.person(person.name()),
                    person != null,
                    author.orcid(),
                    String.join("; ", author.affiliations())));
        }
        return new PaperAuthors(
                lines,
                byAuthor.values().stream()
                        .map(person -> new NamedLink(person.title(), Addresses.person(person.name())))
                        .toList(),
                reader == null || !reader.may(Role.MEMBER) || lines.isEmpty()
                        ? null
                        : claim(paper, authorship, reader));
    }

    private static NamedLink claim(Paper paper, Authorship authorship, Person reader) {
        return authorship
                .claimOf(reader.number(), paper.number())
                .map(claim -> new NamedLink(
                        switch (claim.state()) {
                            case CONFIRMED -> "You are confirmed as an author";
                            case CLAIMED -> "Your claim to have written this waits for a curator";
                            case REFUSED -> "Your claim to have written this was refused";
                        },
                        Addresses.CLAIMS))
                .orElseGet(() ->
                        new NamedLink("I wrote this", Addresses.claim(paper.id().value())));
    }
}
