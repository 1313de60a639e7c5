package dev.broadsheet.api;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.discussion.Comment;
import dev.broadsheet.discussion.Discussion;
import dev.broadsheet.discussion.Outcome;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes comments for programs, as those do that know Hugging Face's papers API. */
final class CommentApi {
    static final String COMMENT = "/comment";
    static final String REPLY = COMMENT + "/{comment}/reply";

    private final Catalogue catalogue;
    private final Discussion discussion;

    CommentApi(Catalogue catalogue, Discussion discussion) {
        this.catalogue = catalogue;
        this.discussion = discussion;
    }

    /** {@code {"comment": "words"}} says something about the paper. */
    Response comment(Request request) {
        return write(request, null);
    }

    /** The same in answer to a comment. */
    Response reply(Request request) {
        return write(request, CommentItem.number(request.variable("comment")));
    }

    private Response write(Request request, @Nullable Long answered) {
        JsonNode words = request.json().path("comment");
        if (!words.isString()) {
            throw Refusal.badRequest("Invalid comment: expected words, as in {\"comment\": \"Well said\"}");
        }
        Paper paper =
                catalogue.find(Addresses.calledPaper(request)).orElseThrow(() -> Refusal.notFound("Paper not found"));
        return switch (discussion.write(request, paper.number(), answered, words.asString())) {
            case Outcome.Kept(Comment comment) ->
                Response.json(CommentItem.of(discussion.published(comment))).status(201);
            case Outcome.Refused(String why) -> throw Refusal.of(422, "The comment was not kept", why);
        };
    }
}
