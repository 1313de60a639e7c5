package dev.broadsheet.discussion;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.discussion.Comment.State;
import dev.broadsheet.discussion.CommentPages.NamedPaper;
import dev.broadsheet.discussion.Reports.Report;
import dev.broadsheet.discussion.markup.Markup;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.site.Routes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What moderators see and do, and the log of it that everybody can read. */
final class ModerationPages implements Endpoints {
    static final String MODERATION = "/moderation";
    static final String LOG = "/log";

    private static final String REASON = "reason";
    private static final int MOST_CASES = 50;
    private static final int ENTRIES = 100;

    private final CommentModeration moderation;
    private final Comments comments;
    private final Reports reports;
    private final ModerationLog log;
    private final Catalogue catalogue;
    private final People people;
    private final CommentViews views;
    private final Moments moments;

    ModerationPages(
            CommentModeration moderation,
            Comments comments,
            Reports reports,
            ModerationLog log,
            Catalogue catalogue,
            People people,
            CommentViews views,
            Moments moments) {
        this.moderation = moderation;
        this.comments = comments;
        this.reports = reports;
        this.log = log;
        this.catalogue = catalogue;
        this.people = people;
        this.views = views;
        this.moments = moments;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(MODERATION, this::queue)
                .get("/comments/{number}/moderate", this::one)
                .post("/comments/{number}/moderate", this::decide)
                .post(MODERATION + "/discussion", this::discussion)
                .post(MODERATION + "/person", this::person)
                .get(LOG, this::log)
                .footer("Moderation log", LOG)
                .personal(reader -> reader instanceof Person person && person.may(Role.MODERATOR)
                        ? List.of(new NamedLink("Moderation", MODERATION))
                        : List.of());
    }

    /** What waits for a moderator. */
    record Queue(List<Case> waiting, List<Case> reported) {}

    /**
     * A comment to be decided about.
     *
     * @param state what is to be said of it
     * @param acts what can be done
     * @param error what is wrong with what was sent, or null
     */
    record Case(
            long number,
            NamedPaper paper,
            String writer,
            @Nullable String href,
            CommentView.Moment written,
            String html,
            boolean mathematics,
            String state,
            List<Against> against,
            List<Act> acts,
            String reason,
            @Nullable String error) {}

    /** What somebody has against it. */
    record Against(String name, String reason, String details) {}

    record Act(String word, String label) {}

    private Response queue(Request request) {
        Person moderator = Person.require(request, Role.MODERATOR);
        List<Case> waiting = cases(moderation.waiting(MOST_CASES), Map.of(), moderator);
        Map<Long, List<Report>> open = reports.open(MOST_CASES);
        Map<Long, Comment> found = comments.all(open.keySet());
        List<Comment> reported = open.keySet().stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(comment -> comment.state() != State.WAITING)
                .toList();
        Queue queue = new Queue(waiting, cases(reported, open, moderator));
        return Response.page(Page.of("discussion/moderation.jte", "Moderation", queue)
                .mathematics(Stream.concat(queue.waiting().stream(), queue.reported().stream())
                        .anyMatch(Case::mathematics)));
    }

    private List<Case> cases(List<Comment> some, Map<Long, List<Report>> open, Person moderator) {
        Set<Long> numbers = new HashSet<>();
        some.forEach(comment -> {
            if (comment.person() != null) {
                numbers.add(comment.person());
            }
            open.getOrDefault(comment.number(), List.of()).forEach(report -> numbers.add(report.person()));
        });
        Map<Long, Person> known = people.byNumbers(numbers);
        Map<Long, Paper> papers = papers(some.stream().map(Comment::paper).toList());
        List<Case> cases = new ArrayList<>();
        for (Comment comment : some) {
            Paper paper = papers.get(comment.paper());
            if (paper == null) {
                continue;
            }
            Markup words = views.markup(comment);
            Person writer = comment.person() == null ? null : known.get(comment.person());
            List<Against> against = open.getOrDefault(comment.number(), List.of()).stream()
                    .map(report -> new Against(
                            title(known.get(report.person())), report.reason().words(), report.details()))
                    .toList();
            cases.add(new Case(
                    comment.number(),
                    NamedPaper.of(paper),
                    title(writer),
                    writer == null ? null : href(writer),
                    moments.of(comment.at()),
                    words.html(),
                    words.mathematics(),
                    state(comment, writer),
                    against,
                    acts(comment, writer, !against.isEmpty(), moderator),
                    "",
                    null));
        }
        return cases;
    }

    private static String state(Comment comment, @Nullable Person writer) {
        String state = switch (comment.state()) {
            case SHOWN -> "Everybody sees it.";
            case WAITING -> "Nobody else sees it yet.";
            case HIDDEN -> "It is hidden.";
            case DELETED -> "Who wrote it deleted it.";
        };
        return writer != null && writer.state() == Person.State.SUSPENDED
                ? state + " Who wrote it is suspended."
                : state;
    }

    private static List<Act> acts(Comment comment, @Nullable Person writer, boolean reported, Person moderator) {
        List<Act> acts = new ArrayList<>();
        switch (comment.state()) {
            case WAITING -> {
                acts.add(new Act("approve", "Let it in"));
                acts.add(new Act("hide", "Hide it"));
            }
            case SHOWN -> {
                if (reported) {
                    acts.add(new Act("dismiss", "Keep it"));
                }
                acts.add(new Act("hide", "Hide it"));
            }
            case HIDDEN -> acts.add(new Act("show", "Show it again"));
            case DELETED -> {}
        }
        if (writer != null && writer.number() != moderator.number()) {
            if (writer.state() == Person.State.ACTIVE) {
                acts.add(new Act("suspend", "Suspend " + writer.name()));
            }
            if (writer.state() == Person.State.SUSPENDED) {
                acts.add(new Act("reinstate", "Reinstate " + writer.name()));
            }
            if (writer.state() != Person.State.GONE) {
                acts.add(new Act("clean", "Suspend " + writer.name() + " and hide all they wrote"));
            }
        }
        return acts;
    }

    /** Somebody by name. */
    private Response person(Request request) {
        Person moderator = Person.require(request, Role.MODERATOR);
        Form form = request.form();
        String reason = reason(form);
        Person person = people.byName(form.text("name"))
                .orElseThrow(() -> Refusal.notFound("Nobody here has that user name")
                        .advice("Nothing was changed. Go back and look at the name again."));
        return Response.seeOther(MODERATION).flash(standing(moderator, person.number(), form.text("act"), reason));
    }

    private static String reason(Form form) {
        String reason = form.text(REASON);
        String wrong = wrong(reason);
        if (wrong != null) {
            throw Refusal.of(422, "A reason is missing", wrong + " Nothing was changed.")
                    .advice("Go back and say why.");
        }
        return reason;
    }

    private static long number(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    private Response one(Request request) {
        Person moderator = Person.require(request, Role.MODERATOR);
        return page(theCase(comment(request), moderator));
    }

    private Case theCase(Comment comment, Person moderator) {
        List<Report> open = reports.of(comment.number());
        return cases(List.of(comment), Map.of(comment.number(), open), moderator).stream()
                .findFirst()
                .orElseThrow(ModerationPages::gone);
    }

    private static Response page(Case one) {
        return Response.page(
                Page.of("discussion/moderate.jte", "Moderate a comment", one).mathematics(one.mathematics()));
    }

    private Response decide(Request request) {
        Person moderator = Person.require(request, Role.MODERATOR);
        Comment comment = comment(request);
        Form form = request.form();
        String reason = form.text(REASON);
        String wrong = wrong(reason);
        if (wrong != null) {
            Case one = theCase(comment, moderator);
            return page(new Case(
                            one.number(),
                            one.paper(),
                            one.writer(),
                            one.href(),
                            one.written(),
                            one.html(),
                            one.mathematics(),
                            one.state(),
                            one.against(),
                            one.acts(),
                            reason,
                            wrong))
                    .status(422);
        }
        return Response.seeOther(MODERATION).flash(done(moderator, comment, form.text("act"), reason));
    }

    private String done(Person moderator, Comment comment, String act, String reason) {
        long number = comment.number();
        return switch (act) {
            case "hide" -> told(moderation.hide(moderator, number, reason), "The comment is hidden.");
            case "show" -> told(moderation.show(moderator, number, reason), "The comment is shown again.");
            case "approve" -> told(moderation.approve(moderator, number, reason), "The comment is let in.");
            case "dismiss" -> told(moderation.dismiss(moderator, number, reason), "The comment stays.");
            case "suspend", "reinstate", "clean" -> standing(moderator, writer(comment), act, reason);
            default -> throw noSuchAct();
        };
    }

    private String standing(Person moderator, long person, String act, String reason) {
        return switch (act) {
            case "suspend" -> {
                moderation.suspend(moderator, person, reason);
                yield "The account is suspended.";
            }
            case "reinstate" -> {
                moderation.reinstate(moderator, person, reason);
                yield "The account is reinstated. What was hidden stays hidden.";
            }
            case "clean" -> {
                int hidden = moderation.suspendAndHide(moderator, person, reason);
                yield "The account is suspended, and " + (hidden == 1 ? "1 comment is" : hidden + " comments are")
                        + " hidden.";
            }
            default -> throw noSuchAct();
        };
    }

    private static Refusal noSuchAct() {
        return Refusal.badRequest("There is no such action", "Nothing was changed.");
    }

    private static String told(boolean changed, String words) {
        return changed ? words : "Nothing was changed: somebody was quicker, or it is gone.";
    }

    private static long writer(Comment comment) {
        Long person = comment.person();
        if (person == null) {
            throw Refusal.notFound("Who wrote it has left");
        }
        return person;
    }

    private Response discussion(Request request) {
        Person moderator = Person.require(request, Role.MODERATOR);
        Form form = request.form();
        long number = number(form.text("paper"));
        Paper paper = papers(List.of(number)).get(number);
        if (paper == null) {
            throw Refusal.notFound("No paper here by that name");
        }
        String reason = reason(form);
        String told = form.text("act").equals("close")
                ? told(moderation.close(moderator, number, reason), "The discussion is closed.")
                : told(moderation.open(moderator, number, reason), "The discussion is open again.");
        return Response.seeOther(Addresses.paper(paper) + "#discussion").flash(told);
    }

    private static @Nullable String wrong(String reason) {
        if (reason.isEmpty()) {
            return "Say why: everybody can read it in the log.";
        }
        return reason.length() > CommentModeration.LONGEST_REASON
                ? "A reason has at most " + CommentModeration.LONGEST_REASON + " characters."
                : null;
    }

    /**
     * What moderators did.
     *
     * @param more where earlier entries are; null at the end
     */
    record Log(List<Line> lines, @Nullable String more) {
        /** @param to what it was done to, with where that is; the address is empty where it is nowhere */
        record Line(CommentView.Moment at, NamedLink moderator, String action, List<NamedLink> to, String reason) {}
    }

    private Response log(Request request) {
        String before = request.parameter("before").orElse("");
        List<ModerationLog.Entry> entries =
                log.entries(before.matches("\\d{1,9}") ? Long.parseLong(before) : Integer.MAX_VALUE, ENTRIES + 1);
        boolean more = entries.size() > ENTRIES;
        List<ModerationLog.Entry> shown = entries.subList(0, Math.min(ENTRIES, entries.size()));
        Set<Long> numbers = new HashSet<>();
        List<Long> about = new ArrayList<>();
        for (ModerationLog.Entry entry : shown) {
            numbers.add(entry.moderator());
            if (entry.person() != null) {
                numbers.add(entry.person());
            }
            if (entry.paper() != null) {
                about.add(entry.paper());
            }
        }
        Map<Long, Person> known = people.byNumbers(numbers);
        Map<Long, Paper> papers = papers(about);
        LongFunction<NamedLink> name = number -> {
            Person person = known.get(number);
            return new NamedLink(title(person), person == null ? "" : Objects.requireNonNullElse(href(person), ""));
        };
        List<Log.Line> lines = shown.stream()
                .map(entry -> new Log.Line(
                        moments.of(entry.at()),
                        name.apply(entry.moderator()),
                        entry.action().words(),
                        to(entry, papers, name),
                        entry.reason()))
                .toList();
        return Response.page(Page.of(
                "discussion/log.jte",
                "Moderation log",
                new Log(lines, more ? LOG + "?before=" + shown.getLast().number() : null)));
    }

    private static List<NamedLink> to(
            ModerationLog.Entry entry, Map<Long, Paper> papers, LongFunction<NamedLink> name) {
        List<NamedLink> to = new ArrayList<>();
        if (entry.person() != null) {
            to.add(name.apply(entry.person()));
        }
        Paper paper = entry.paper() == null ? null : papers.get(entry.paper());
        if (entry.comment() != null) {
            to.add(new NamedLink("comment " + entry.comment() + (paper == null ? "" : ", about"), ""));
        }
        if (paper != null) {
            NamedPaper named = NamedPaper.of(paper);
            to.add(new NamedLink(named.title(), named.href()));
        }
        return to;
    }

    private Map<Long, Paper> papers(List<Long> numbers) {
        Map<Long, Paper> papers = new HashMap<>();
        catalogue.papers(numbers.stream().distinct().toList()).forEach(paper -> papers.put(paper.number(), paper));
        return papers;
    }

    private static String title(@Nullable Person person) {
        return person == null || person.state() == Person.State.GONE ? CommentViews.LEFT : person.title();
    }

    private static @Nullable String href(Person person) {
        return person.state() == Person.State.GONE ? null : "/people/" + person.name();
    }

    private Comment comment(Request request) {
        return comments.find(number(request.variable("number"))).orElseThrow(ModerationPages::gone);
    }

    private static Refusal gone() {
        return Refusal.notFound("This comment is not here");
    }
}
