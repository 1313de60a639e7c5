package dev.broadsheet.web.vote;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.vote.Ring;
import dev.broadsheet.vote.Rings;
import dev.broadsheet.web.shared.DisplayFormat;
import dev.broadsheet.web.shared.Piece;
import java.time.ZoneOffset;
import java.util.List;

/** Shows moderators which accounts vote together. */
public final class RingPages {
    private final Rings rings;
    private final Catalogue catalogue;
    private final People people;

    public RingPages(Rings rings, Catalogue catalogue, People people) {
        this.rings = rings;
        this.catalogue = catalogue;
        this.people = people;
    }

    /** The reports that wait. */
    public Response open(Request request) {
        Person.require(request, Role.MODERATOR);
        RingsPage page = new RingsPage(rings.open().stream().map(this::report).toList());
        return Response.page(Page.of("web/vote/rings.jte", "Accounts that vote together", page)
                .mathematics(page.hasMathematics()));
    }

    /** A moderator has looked at one. */
    public Response close(Request request) {
        Person moderator = Person.require(request, Role.MODERATOR);
        String number = request.parameter("ring").orElse("");
        if (!number.matches("\\d{1,9}")) {
            throw Refusal.badRequest("Which report?", "Nothing was changed.");
        }
        boolean closed = rings.close(moderator, Long.parseLong(number));
        return Response.seeOther(Addresses.RINGS)
                .flash(closed ? "The report is closed." : "Somebody else has closed that report already.");
    }

    private RingsPage.Report report(Ring ring) {
        List<RingsPage.Member> members = people.byNumbers(ring.people()).values().stream()
                .map(person -> new RingsPage.Member(
                        person.title(),
                        Addresses.person(person.name()),
                        person.state() == Person.State.SUSPENDED ? "suspended" : ""))
                .toList();
        List<RingsPage.Target> papers = catalogue.papers(ring.papers()).stream()
                .map(paper -> new RingsPage.Target(Piece.all(paper.metadata().title()), Addresses.paper(paper)))
                .toList();
        return new RingsPage.Report(
                ring.number(),
                DisplayFormat.date(ring.last().atZone(ZoneOffset.UTC).toLocalDate()),
                members,
                papers);
    }
}
