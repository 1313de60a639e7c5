package dev.broadsheet.web.edition;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Scope;
import dev.broadsheet.account.Throttle;
import dev.broadsheet.account.Throttle.Action;
import dev.broadsheet.account.Throttle.Limit;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.Circle;
import dev.broadsheet.daily.Daily;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.Period;
import dev.broadsheet.daily.Submission;
import dev.broadsheet.daily.Submission.Words;
import dev.broadsheet.daily.Submissions.Outcome;
import dev.broadsheet.discussion.Discussion;
import dev.broadsheet.discussion.Outcome.Kept;
import dev.broadsheet.discussion.Outcome.Refused;
import dev.broadsheet.ingest.SinglePapers;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.web.shared.DisplayFormat;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The form by which somebody puts a paper on the current list of an edition. */
public final class SubmitPages {
    private static final int LONGEST_COMMENT = 4000;
    private static final int LONGEST_ADDRESS = 500;

    /** A submission may make us ask other hosts, who must not be asked without end. */
    private static final Action SUBMITTING = Action.of("submit a paper", Limit.of(60, Duration.ofHours(1)))
            .role(Role.READER, Limit.of(20, Duration.ofHours(1)))
            .role(Role.CURATOR, Limit.of(60, Duration.ofHours(1)));

    private final Daily daily;
    private final PaperFinder finder;
    private final Discussion discussion;
    private final Throttle throttle;

    public SubmitPages(
            Daily daily, Catalogue catalogue, SinglePapers sources, Discussion discussion, Throttle throttle) {
        this.daily = daily;
        this.discussion = discussion;
        this.throttle = throttle;
        this.finder = new PaperFinder(catalogue, sources);
    }

    /** The form of the default edition. */
    public Response standard(Request request) {
        return form(daily.editions().standard(), request);
    }

    /** The form of the edition that the address names. */
    public Response form(Request request) {
        return form(AskedEdition.of(daily.editions(), request), request);
    }

    private Response form(DailyEdition edition, Request request) {
        submitter(edition, request);
        return page(edition, request.form());
    }

    /** Submits to the default edition. */
    public Response submitToStandard(Request request) {
        return submit(daily.editions().standard(), request);
    }

    /** Submits to the edition that the address names. */
    public Response submit(Request request) {
        return submit(AskedEdition.of(daily.editions(), request), request);
    }

    private Response submit(DailyEdition edition, Request request) {
        Person person = submitter(edition, request);
        throttle.take(request, SUBMITTING);
        Form form = request.form();
        Words words = words(form);
        if (form.text("paper").isEmpty()) {
            form.refuse("paper", "Name the paper that you want to submit.");
        }
        int left = daily.submissions().left(edition, person);
        if (left == 0) {
            form.refuse("paper", tooMany());
        }
        Paper paper = form.isSound() ? finder.find(form, "paper") : null;
        if (paper != null) {
            Outcome outcome = daily.submissions().submit(edition, person, paper, words);
            String remark = outcome instanceof Outcome.Listed ? discussed(edition, request, paper, words) : "";
            Response done = answer(edition, paper, outcome, remark, form);
            if (done != null) {
                return done;
            }
        }
        return page(edition, form).status(422);
    }

    /**
     * Lets the submitter's comment begin the paper's discussion, which everybody can read as they can the edition. Should
     * the server die before that is done, the comment stands beside the submission as it does where the discussion refuses
     * it, or whoever sent the request may not write there: not with this key, or not so often.
     *
     * @return what else is to be told, or nothing
     */
    private String discussed(DailyEdition edition, Request request, Paper paper, Words words) {
        if (words.comment().isEmpty() || edition.access().readers() != Circle.ALL) {
            return "";
        }
        try {
            return switch (discussion.write(request, paper.number(), null, words.comment())) {
                case Kept kept -> {
                    daily.submissions().commentMoved(edition, paper.number());
                    yield kept.comment().isShown() ? "" : " Your comment appears when a moderator has seen it.";
                }
                case Refused refused ->
                    " Your comment stands beside the submission, because the discussion did not take it: "
                            + refused.why();
            };
        } catch (Refusal refusal) {
            return " Your comment stands beside the submission, because you cannot write in the discussion now.";
        }
    }

    /** @param remark what else is to be told of what was done */
    private @Nullable Response answer(DailyEdition edition, Paper paper, Outcome outcome, String remark, Form form) {
        return switch (outcome) {
            case Outcome.Listed listed -> {
                Period day = new Period.Day(listed.day());
                yield Response.seeOther(Addresses.list(edition, day))
                        .flash("The paper stands on the list of " + day.words() + "." + remark);
            }
            case Outcome.ListedBefore before ->
                Response.seeOther(Addresses.paper(paper))
                        .flash("This paper stands on the list of " + new Period.Day(before.day()).words()
                                + " already. Nothing was changed.");
            case Outcome.TakenOff off ->
                Response.seeOther(Addresses.paper(paper))
                        .flash(
                                off.state() == Submission.State.HELD
                                        ? "A curator holds this paper back; the curators’ log says why. Nothing was changed."
                                        : "A curator took this paper off the list; the curators’ log says why. Nothing was"
                                                + " changed.");
            case Outcome.TooOld old -> {
                form.refuse("paper", tooOld(paper, old.most()));
                yield null;
            }
            case Outcome.TooMany many -> {
                form.refuse("paper", tooMany());
                yield null;
            }
            case Outcome.NotAllowed no ->
                throw Refusal.of(
                        403, "That is not open to you", "Your account may no longer act. Nothing was changed.");
            case Outcome.Gone gone -> {
                form.refuse("paper", "The paper is no longer here. Nothing was submitted.");
                yield null;
            }
        };
    }

    private static String tooOld(Paper paper, int most) {
        var date = paper.metadata().day();
        return (date == null ? "Nobody says how old this paper is" : "This paper is of " + DisplayFormat.date(date))
                + ". Papers of the last " + DisplayFormat.count(most, "day", "days")
                + " can be submitted; a curator can place older ones. Nothing was submitted.";
    }

    private String tooMany() {
        return "You have submitted " + DisplayFormat.count(daily.submissions().perDay(), "paper", "papers")
                + " since the day began, which is as many as anybody may. Come back tomorrow. Nothing was submitted.";
    }

    private Words words(Form form) {
        String comment = form.text("comment");
        if (comment.length() > LONGEST_COMMENT) {
            form.refuse(
                    "comment",
                    "The comment has more than " + DisplayFormat.number(LONGEST_COMMENT) + " characters. Shorten it.");
        }
        return new Words(comment, address(form, "code"), address(form, "project"), address(form, "media"));
    }

    private static String address(Form form, String field) {
        String address = form.text(field);
        if (!address.isEmpty() && !isHttp(address)) {
            form.refuse(field, "Write the whole address, as https://example.org/page.");
        }
        return address;
    }

    private static boolean isHttp(String address) {
        try {
            URI uri = URI.create(address);
            return address.length() <= LONGEST_ADDRESS
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Person submitter(DailyEdition edition, Request request) {
        Person person = Person.require(request, Role.READER, Scope.SUBMIT);
        if (!edition.maySubmit(person)) {
            throw Refusal.of(
                    403,
                    "That is not open to you",
                    person.state() == Person.State.SUSPENDED
                            ? "Your account is suspended: you can read, but not act. Nothing was changed."
                            : "To this edition only its "
                                    + edition.access().submitters().word()
                                    + " may submit papers. Nothing was changed.");
        }
        return person;
    }

    private Response page(DailyEdition edition, Form form) {
        Period day = new Period.Day(daily.submissions().currentDay(edition));
        String heading = "Submit a paper";
        String explanation = "It comes on the list of " + day.words() + ". A paper is listed once. Papers of the last "
                + DisplayFormat.count(daily.submissions().newestDays(), "day", "days") + " can be submitted, at most "
                + DisplayFormat.number(daily.submissions().perDay()) + " a day.";
        return Response.page(AskedEdition.masthead(
                Page.of("web/edition/submit.jte", heading, new SubmitPage(heading, explanation, form)), edition));
    }
}
