package dev.broadsheet.discussion;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Scope;
import dev.broadsheet.account.Throttle;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.discussion.Comment.State;
import dev.broadsheet.discussion.markup.Markup;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.site.Routes;
import dev.broadsheet.text.TexText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done with a comment: written, changed, taken away, reacted to, reported. */
final class CommentPages implements Endpoints {
    private static final String COMMENTS = "/comments";
    private static final String COMMENT = COMMENTS + "/{number}";
    private static final String TEXT = "text";

    /** For all who come from one address together; what each may write is counted in the database. */
    static final Throttle.Action WRITING =
            Throttle.Action.of("discussion.write", Throttle.Limit.of(60, Duration.ofHours(1)));

    private static final Throttle.Action CLICKING =
            Throttle.Action.of("discussion.click", Throttle.Limit.of(300, Duration.ofHours(1)));

    private final Comments comments;
    private final Reports reports;
    private final Catalogue catalogue;
    private final Sections sections;
    private final CommentViews views;
    private final Moments moments;
    private final Throttle throttle;

    CommentPages(
            Comments comments,
            Reports reports,
            Catalogue catalogue,
            Sections sections,
            CommentViews views,
            Moments moments,
            Throttle throttle) {
        this.comments = comments;
        this.reports = reports;
        this.catalogue = catalogue;
        this.sections = sections;
        this.views = views;
        this.moments = moments;
        this.throttle = throttle;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post(COMMENTS, this::write)
                .get(COMMENT, this::permalink)
                .get(COMMENT + "/reply", this::replyForm)
                .get(COMMENT + "/edit", this::editForm)
                .post(COMMENT + "/edit", this::edit)
                .post(COMMENT + "/delete", this::delete)
                .post(COMMENT + "/react", this::react)
                .get(COMMENT + "/history", this::history)
                .get(COMMENT + "/report", this::reportForm)
                .post(COMMENT + "/report", this::report);
    }

    /**
     * A form for words.
     *
     * @param heading of the page
     * @param paper what it is about
     * @param quoted what is answered, as HTML; empty where the paper is
     * @param hidden fields that go with it: name and value by turns
     * @param deletes where the comment can be taken away; null where it cannot
     */
    record Writing(
            String heading,
            NamedPaper paper,
            String quoted,
            String action,
            List<Hidden> hidden,
            String text,
            @Nullable String error,
            String button,
            @Nullable String deletes) {}

    record Hidden(String name, String value) {}

    /** A paper by its title. */
    record NamedPaper(String title, String href) {
        static NamedPaper of(Paper paper) {
            return new NamedPaper(TexText.plain(paper.metadata().title()), Addresses.paper(paper));
        }
    }

    private Response write(Request request) {
        Person person = Person.require(request, Role.MEMBER, Scope.COMMENT);
        throttle.take(request, WRITING);
        Form form = request.form();
        String parent = form.text("parent");
        Comment answered = parent.isEmpty() ? null : visible(comment(parent), person);
        Paper paper = paper(answered == null ? number(form.text("paper")) : answered.paper());
        String text = form.text(TEXT);
        return switch (comments.write(person, paper.number(), answered == null ? null : answered.number(), text)) {
            case Outcome.Kept(Comment comment) -> kept(comment, person, "Your comment is there.");
            case Outcome.Refused(String why) ->
                page(writing(paper, answered, text, why)).status(422);
        };
    }

    private Response kept(Comment comment, Person person, String words) {
        return Response.seeOther(address(comment, person))
                .flash(
                        comment.state() == State.WAITING
                                ? "Your comment is kept. It has links, and you are new here: a moderator looks at it"
                                        + " before others see it."
                                : words);
    }

    private Writing writing(Paper paper, @Nullable Comment answered, String text, @Nullable String error) {
        return new Writing(
                answered == null ? "Write a comment" : "Answer a comment",
                NamedPaper.of(paper),
                answered == null ? "" : views.markup(answered).html(),
                COMMENTS,
                answered == null
                        ? List.of(new Hidden("paper", String.valueOf(paper.number())))
                        : List.of(new Hidden("parent", String.valueOf(answered.number()))),
                text,
                error,
                answered == null ? "Comment" : "Answer",
                null);
    }

    private Response permalink(Request request) {
        Comment comment = comment(request);
        Paper paper = paper(comment.paper());
        String address = sections.address(comment, paper, Person.of(request).orElse(null));
        if (address == null) {
            throw gone();
        }
        return Response.redirect(address);
    }

    private Response replyForm(Request request) {
        Person.require(request, Role.MEMBER);
        Comment answered = visible(request);
        return page(writing(paper(answered.paper()), answered, "", null));
    }

    private Response editForm(Request request) {
        Comment comment = own(request);
        return page(editing(comment, comment.edits(), comment.text(), null));
    }

    private Writing editing(Comment comment, int edits, String text, @Nullable String error) {
        String address = address(comment);
        return new Writing(
                "Change your comment",
                NamedPaper.of(paper(comment.paper())),
                "",
                address + "/edit",
                List.of(new Hidden("edits", String.valueOf(edits))),
                text,
                error,
                "Keep the change",
                address + "/delete");
    }

    private Response edit(Request request) {
        Comment comment = own(request);
        Person person = Person.require(request, Role.MEMBER, Scope.COMMENT);
        throttle.take(request, WRITING);
        Form form = request.form();
        int edits = (int) number(form.text("edits"));
        String text = form.text(TEXT);
        return switch (comments.edit(person, comment.number(), edits, text)) {
            case Outcome.Kept(Comment after) -> kept(after, person, "Your comment is changed.");
            case Outcome.Refused(String why) ->
                page(editing(comment, edits, text, why)).status(422);
        };
    }

    private Response delete(Request request) {
        Person person = Person.require(request, Role.MEMBER, Scope.COMMENT);
        Comment comment = comment(request);
        if (!comments.delete(person, comment.number())) {
            throw gone();
        }
        return Response.seeOther(Addresses.paper(paper(comment.paper())) + "#discussion")
                .flash("Your comment is deleted.");
    }

    private Response react(Request request) {
        Person person = Person.require(request, Role.MEMBER, Scope.COMMENT);
        throttle.take(request, CLICKING);
        Comment comment = comment(request);
        String chosen = request.form().text("reaction");
        boolean on = !chosen.startsWith("-");
        Reaction reaction = Reaction.of(on ? chosen : chosen.substring(1))
                .orElseThrow(() -> Refusal.badRequest("There is no such reaction", "Nothing was changed."));
        if (!comments.react(person, comment.number(), reaction, on)) {
            throw gone();
        }
        return Response.seeOther(address(comment, person));
    }

    /**
     * What a comment said before.
     *
     * @param texts the earliest first, the last is what it says now
     */
    record History(NamedPaper paper, String href, List<Text> texts) {
        record Text(CommentView.Moment since, String html, boolean mathematics) {}
    }

    private Response history(Request request) {
        Comment comment = visible(request);
        List<History.Text> texts = new ArrayList<>();
        for (CommentRows.FormerText former : comments.versions(comment.number())) {
            Markup words = Markup.of(former.text(), comment.links());
            texts.add(new History.Text(moments.of(former.at()), words.html(), words.mathematics()));
        }
        Markup now = views.markup(comment);
        texts.add(new History.Text(
                moments.of(comment.editedAt() == null ? comment.at() : comment.editedAt()),
                now.html(),
                now.mathematics()));
        return Response.page(Page.of(
                        "discussion/history.jte",
                        "What a comment said before",
                        new History(NamedPaper.of(paper(comment.paper())), address(comment), texts))
                .mathematics(texts.stream().anyMatch(History.Text::mathematics)));
    }

    /** A report before it is sent. */
    record Reporting(Form form, String href, String html, boolean mathematics) {}

    private Response reportForm(Request request) {
        Person.require(request, Role.MEMBER);
        return reporting(visible(request), request.form());
    }

    private Response reporting(Comment comment, Form form) {
        Markup words = views.markup(comment);
        return Response.page(Page.of(
                        "discussion/report.jte",
                        "Report a comment",
                        new Reporting(form, address(comment), words.html(), words.mathematics()))
                .mathematics(words.mathematics()));
    }

    private Response report(Request request) {
        Person person = Person.require(request, Role.MEMBER, Scope.COMMENT);
        throttle.take(request, CLICKING);
        Comment comment = visible(request);
        Form form = request.form();
        if (form.text("reason").isEmpty()) {
            form.refuse("reason", "Choose a reason, so that a moderator knows what to look for.");
        }
        Reports.Reason reason = form.choice("reason", "reason", Reports.Reason.OTHER);
        if (!form.isSound()) {
            return reporting(comment, form).status(422);
        }
        return Response.seeOther(address(comment, person))
                .flash(
                        switch (reports.report(person, comment.number(), reason, form.text("details"))) {
                            case KEPT -> "Thank you. A moderator will look at it.";
                            case REPORTED_BEFORE -> "You reported this comment before; a moderator knows of it.";
                            case TOO_MANY ->
                                "You have reported " + Reports.MOST_A_DAY
                                        + " comments today, as many as anybody may. Nothing was kept.";
                            case NOT_THERE -> "This comment cannot be reported. Nothing was kept.";
                        });
    }

    private static Response page(Writing writing) {
        return Response.page(Page.of("discussion/write.jte", writing.heading(), writing));
    }

    private String address(Comment comment, Person reader) {
        Paper paper = paper(comment.paper());
        String address = sections.address(comment, paper, reader);
        return address == null ? Addresses.paper(paper) + "#discussion" : address;
    }

    private static String address(Comment comment) {
        return COMMENTS + "/" + comment.number();
    }

    private Comment own(Request request) {
        Person person = Person.require(request, Role.MEMBER, Scope.COMMENT);
        Comment comment = visible(request);
        if (!comment.isBy(person.number())) {
            throw Refusal.of(403, "Only who wrote a comment can change it", "Nothing was changed.");
        }
        if (comment.state() == State.HIDDEN) {
            throw Refusal.of(403, "A moderator has hidden this comment", "It cannot be changed. Nothing was changed.");
        }
        return comment;
    }

    private Comment visible(Request request) {
        return visible(comment(request), Person.of(request).orElse(null));
    }

    private static Comment visible(Comment comment, @Nullable Person reader) {
        CommentRows.Outline outline =
                new CommentRows.Outline(comment.number(), comment.person(), comment.parent(), comment.state());
        if (!CommentViews.isVisible(outline, reader)) {
            throw gone();
        }
        return comment;
    }

    private Comment comment(Request request) {
        return comment(request.variable("number"));
    }

    private Comment comment(String number) {
        return comments.find(number(number)).orElseThrow(CommentPages::gone);
    }

    private Paper paper(long number) {
        return catalogue.papers(List.of(number)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("No paper here by that name"));
    }

    private static long number(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    private static Refusal gone() {
        return Refusal.notFound("This comment is not here")
                .advice("It was deleted, or hidden by a moderator, or never was.");
    }
}
