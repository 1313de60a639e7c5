package dev.broadsheet.web.claim;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.authorship.Claim;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Reader;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.text.TexText;
import dev.broadsheet.web.shared.NoSuchPaper;
import dev.broadsheet.web.shared.Piece;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where people say that they wrote a paper, and where curators confirm or refuse it. */
public final class ClaimPages {
    private static final int MOST_WAITING = 50;
    private static final int MOST_DECIDED = 30;
    private static final int MOST_OWN = 200;

    private final Authorship authorship;
    private final Catalogue catalogue;
    private final People people;
    private final ClaimLines lines;

    /** @param clock in whose zone days are */
    public ClaimPages(Authorship authorship, Catalogue catalogue, People people, Clock clock) {
        this.authorship = authorship;
        this.catalogue = catalogue;
        this.people = people;
        this.lines = new ClaimLines(authorship, catalogue, people, clock);
    }

    /** To the queue, for curators while somebody waits there. */
    public List<NamedLink> links(Reader reader) {
        if (!(reader instanceof Person person) || !person.may(Role.CURATOR)) {
            return List.of();
        }
        long waiting = authorship.waiting();
        return waiting == 0 ? List.of() : List.of(new NamedLink("Claims (" + waiting + ")", Addresses.CLAIMS));
    }

    /** One's own claims, and for curators those of all who wait. */
    public Response claims(Request request) {
        Person person = Person.require(request, Role.MEMBER);
        ClaimsPage page = page(person);
        return Response.page(
                Page.of("web/claim/claims.jte", "Claims of authorship", page).mathematics(page.hasMathematics()));
    }

    private ClaimsPage page(Person person) {
        boolean curator = person.may(Role.CURATOR);
        return new ClaimsPage(
                lines.of(authorship.claimsOf(person.number(), MOST_OWN)),
                curator,
                curator ? authorship.waiting() : 0,
                curator ? lines.of(authorship.waiting(MOST_WAITING)) : List.of(),
                curator ? lines.of(authorship.decided(MOST_DECIDED)) : List.of());
    }

    /** Which of the authors are you? */
    public Response form(Request request) {
        Person person = Person.require(request, Role.MEMBER);
        Paper paper = paper(request.form());
        if (authorship.claimOf(person.number(), paper.number()).isPresent()) {
            return Response.redirect(Addresses.CLAIMS);
        }
        List<String> names =
                paper.metadata().authors().stream().map(Author::name).distinct().toList();
        NewClaimPage page = new NewClaimPage(
                paper.id().value(),
                Piece.all(paper.metadata().title()),
                names,
                names.stream()
                        .filter(name -> !person.fullName().isEmpty()
                                && name.toLowerCase(Locale.ROOT)
                                        .equals(person.fullName().toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElse(""));
        return Response.page(Page.of("web/claim/new.jte", "I wrote this", page)
                .mathematics(page.title().stream().anyMatch(Piece::isMathematics)));
    }

    public Response claim(Request request) {
        Person person = Person.require(request, Role.MEMBER);
        Form form = request.form();
        Paper paper = paper(form);
        Claim claim = authorship.claim(person, paper, form.text("author"));
        return to(
                Addresses.paper(paper),
                switch (claim.state()) {
                    case CONFIRMED -> "You are confirmed as an author of this paper.";
                    case CLAIMED ->
                        "Your claim was kept. A curator decides about it, because nothing the sources say of this author"
                                + " shows that it is you.";
                    case REFUSED -> "A curator refused this claim before. Nothing was changed.";
                });
    }

    public Response withdraw(Request request) {
        Person person = Person.require(request, Role.MEMBER);
        Paper paper = paper(request.form());
        return to(
                Addresses.CLAIMS,
                authorship.withdraw(person, paper)
                        ? "The claim to have written “" + title(paper) + "” was withdrawn."
                        : "There was no claim to withdraw. Nothing was changed.");
    }

    public Response confirm(Request request) {
        Person curator = Person.require(request, Role.CURATOR);
        Paper paper = paper(request.form());
        Person claimant = claimant(request.form());
        return decided(
                authorship.confirm(curator, paper, claimant),
                claimant.title() + " is confirmed as an author of “" + title(paper) + "”.");
    }

    public Response refuse(Request request) {
        Person curator = Person.require(request, Role.CURATOR);
        Form form = request.form();
        Paper paper = paper(form);
        Person claimant = claimant(form);
        String reason = form.text("reason");
        if (reason.isEmpty() || reason.length() > Authorship.LONGEST_REASON) {
            throw Refusal.of(
                            422,
                            "A reason is missing",
                            "Say in at most " + Authorship.LONGEST_REASON
                                    + " characters why the claim is refused; whoever made it reads that. The claim waits as it did.")
                    .advice("Go back, write a reason and refuse it again.");
        }
        return decided(
                authorship.refuse(curator, paper, claimant, reason),
                "The claim of " + claimant.title() + " to have written “" + title(paper) + "” is refused.");
    }

    private static Response decided(Optional<Claim> claim, String words) {
        return to(
                Addresses.CLAIMS,
                claim.isPresent() ? words : "The claim was withdrawn or decided meanwhile. Nothing was changed.");
    }

    private static Response to(String address, String words) {
        return Response.seeOther(address).flash(words);
    }

    private Paper paper(Form form) {
        String id = form.text("paper");
        return catalogue.find(id).orElseThrow(() -> NoSuchPaper.named(id));
    }

    private Person claimant(Form form) {
        return people.byName(form.text("person")).orElseThrow(() -> Refusal.notFound("Nobody here has that user name"));
    }

    private static String title(Paper paper) {
        return TexText.plain(paper.metadata().title());
    }
}
