package dev.broadsheet.api;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Scope;
import dev.broadsheet.account.Throttle;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.vote.VoteCount;
import dev.broadsheet.vote.Votes;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Votes by programs, with an API key or in a session; not part of the contract of Hugging Face's clients. */
final class VoteApi {
    private final Catalogue catalogue;
    private final Votes votes;
    private final Throttle throttle;

    VoteApi(Catalogue catalogue, Votes votes, Throttle throttle) {
        this.throttle = throttle;
        this.catalogue = catalogue;
        this.votes = votes;
    }

    /**
     * How a vote stands now.
     *
     * @param id of the paper
     * @param upvotes as lists show them: counted and imported
     * @param counted of people here
     * @param uncounted of authors and people who are suspended
     */
    record VoteItem(String id, boolean upvoted, int upvotes, int counted, int uncounted, int imported) {}

    /** {@code {"up": true}} casts the vote and {@code {"up": false}} takes it back; once more does no harm. */
    Response vote(Request request) {
        Person person = Person.require(request, Role.MEMBER, Scope.VOTE);
        throttle.take(request, Votes.PRESSING);
        JsonNode up = request.json().path("up");
        if (!up.isBoolean()) {
            throw Refusal.badRequest("Invalid up: expected true or false, as in {\"up\": true}");
        }
        Paper paper =
                catalogue.find(Addresses.calledPaper(request)).orElseThrow(() -> Refusal.notFound("Paper not found"));
        votes.cast(person, paper.number(), up.asBoolean(), request.remoteAddress())
                .require();
        VoteCount count = votes.counts(List.of(paper.number())).getOrDefault(paper.number(), VoteCount.NONE);
        return Response.json(new VoteItem(
                paper.id().value(),
                up.asBoolean(),
                count.total(),
                count.counted(),
                count.uncounted(),
                count.imported()));
    }
}
