package dev.broadsheet.web.vote;

import dev.broadsheet.account.LocalPath;
import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Scope;
import dev.broadsheet.account.Shown;
import dev.broadsheet.account.Throttle;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Representation;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.text.TexText;
import dev.broadsheet.vote.Vote;
import dev.broadsheet.vote.Votes;
import dev.broadsheet.web.shared.NoSuchPaper;
import dev.broadsheet.web.shared.Piece;
import dev.broadsheet.web.shared.VoteButton;
import dev.broadsheet.web.shared.VoteButtons;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Casts votes and takes them back; tells who voted. */
public final class VotePages {
    private static final int MOST_NAMED = 500;

    private final Votes votes;
    private final Catalogue catalogue;
    private final People people;
    private final VoteButtons buttons;
    private final Throttle throttle;

    public VotePages(Votes votes, Catalogue catalogue, People people, VoteButtons buttons, Throttle throttle) {
        this.throttle = throttle;
        this.votes = votes;
        this.catalogue = catalogue;
        this.people = people;
        this.buttons = buttons;
    }

    /** The form of the button: {@code up} is 1 to cast and 0 to take back; a script is answered as JSON. */
    public Response vote(Request request) {
        Person person = Person.require(request, Role.MEMBER, Scope.VOTE);
        throttle.take(request, Votes.PRESSING);
        Paper paper = paper(request);
        boolean up = !request.parameter("up").orElse("1").equals("0");
        votes.cast(person, paper.number(), up, request.remoteAddress()).require();
        if (request.representation() == Representation.JSON) {
            VoteButton button = button(request, paper);
            return Response.json(new Answer(up, button.figure(), button.unit(), button.madeOf()));
        }
        return Response.seeOther(
                request.parameter("back").flatMap(LocalPath::of).orElseGet(() -> Addresses.paper(paper)));
    }

    /**
     * What a script is told.
     *
     * @param votes as the button shows them
     */
    record Answer(boolean upvoted, String votes, String unit, String madeOf) {}

    /** The people who voted, as far as they let others see it. */
    public Response voters(Request request) {
        Paper paper = paper(request);
        List<Vote> cast = votes.of(paper.number(), MOST_NAMED);
        List<Long> numbers = cast.stream().map(Vote::person).toList();
        Map<Long, Person> known = people.byNumbers(numbers);
        Map<Long, Set<Shown>> shown = people.shown(numbers);
        List<VotersPage.Voter> named = cast.stream()
                .filter(vote -> shown.getOrDefault(vote.person(), Set.of()).contains(Shown.UPVOTED))
                .flatMap(vote -> Optional.ofNullable(known.get(vote.person()))
                        .map(person -> voter(person, vote, shown.getOrDefault(vote.person(), Set.of())))
                        .stream())
                .toList();
        VoteButton button = button(request, paper);
        int all = button.count().counted() + button.count().uncounted();
        VotersPage page = new VotersPage(
                Addresses.paper(paper), Piece.all(paper.metadata().title()), button, named, all - named.size());
        String title = "Votes for " + TexText.plain(paper.metadata().title());
        return Response.page(Page.of("web/vote/voters.jte", title, page).mathematics(page.hasMathematics()));
    }

    private static VotersPage.Voter voter(Person person, Vote vote, Set<Shown> shown) {
        boolean saysWhy = !vote.counted() && shown.contains(Shown.PAPERS);
        return new VotersPage.Voter(
                person.title(), Addresses.person(person.name()), saysWhy ? "an author: not counted" : "");
    }

    private VoteButton button(Request request, Paper paper) {
        return buttons.on(request, List.of(paper))
                .button(
                        paper,
                        catalogue.bestAppearances(List.of(paper.number())).get(paper.number()));
    }

    private Paper paper(Request request) {
        String name = Addresses.calledPaper(request);
        return catalogue.find(name).orElseThrow(() -> NoSuchPaper.named(name));
    }
}
