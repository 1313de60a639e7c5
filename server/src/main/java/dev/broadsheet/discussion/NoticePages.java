package dev.broadsheet.discussion;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.discussion.CommentPages.NamedPaper;
import dev.broadsheet.discussion.Notices.Notice;
import dev.broadsheet.discussion.markup.Markup;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Reader;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.site.Routes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody is told of, and how many of it stand in the masthead. */
final class NoticePages implements Endpoints {
    private static final String NOTICES = "/notices";
    private static final int ON_A_PAGE = 50;

    private final Notices notices;
    private final Catalogue catalogue;
    private final People people;
    private final CommentViews views;
    private final Moments moments;

    NoticePages(Notices notices, Catalogue catalogue, People people, CommentViews views, Moments moments) {
        this.notices = notices;
        this.catalogue = catalogue;
        this.people = people;
        this.views = views;
        this.moments = moments;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(NOTICES, this::page).post(NOTICES + "/read", this::read).personal(this::links);
    }

    private List<NamedLink> links(Reader reader) {
        if (!(reader instanceof Person person)) {
            return List.of();
        }
        long unread = notices.unread(person);
        return List.of(new NamedLink(
                unread == 0 ? "Notices" : unread == 1 ? "1 new notice" : unread + " new notices", NOTICES));
    }

    /**
     * What somebody is told of.
     *
     * @param unread whether any of it is new
     * @param latest the number of the latest
     * @param more where earlier ones are; null at the end
     */
    record Told(
            List<Line> lines,
            boolean unread,
            long latest,
            @Nullable String more) {
        /** @param href where the comment is read */
        record Line(
                String words,
                String href,
                NamedPaper paper,
                CommentView.Moment at,
                String html,
                boolean mathematics,
                boolean isNew) {}
    }

    private Response page(Request request) {
        Person person = Person.require(request, Role.READER);
        String before = request.parameter("before").orElse("");
        List<Notice> all = notices.of(
                person, before.matches("\\d{1,9}") ? Long.parseLong(before) : Integer.MAX_VALUE, ON_A_PAGE + 1);
        List<Notice> shown = all.subList(0, Math.min(ON_A_PAGE, all.size()));
        Map<Long, Person> writers = people.byNumbers(shown.stream()
                .map(notice -> notice.comment().person())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<Long, Paper> papers = new HashMap<>();
        catalogue
                .papers(shown.stream()
                        .map(notice -> notice.comment().paper())
                        .distinct()
                        .toList())
                .forEach(paper -> papers.put(paper.number(), paper));
        List<Told.Line> lines = shown.stream()
                .filter(notice -> papers.containsKey(notice.comment().paper()))
                .map(notice -> line(
                        notice,
                        writers,
                        Objects.requireNonNull(papers.get(notice.comment().paper()))))
                .toList();
        Told told = new Told(
                lines,
                lines.stream().anyMatch(Told.Line::isNew),
                shown.isEmpty() ? 0 : shown.getFirst().number(),
                all.size() > ON_A_PAGE ? NOTICES + "?before=" + shown.getLast().number() : null);
        return Response.page(Page.of("discussion/notices.jte", "Notices", told)
                .mathematics(lines.stream().anyMatch(Told.Line::mathematics)));
    }

    private Told.Line line(Notice notice, Map<Long, Person> writers, Paper paper) {
        Comment comment = notice.comment();
        Person writer = comment.person() == null ? null : writers.get(comment.person());
        String name = writer == null ? CommentViews.LEFT : writer.title();
        Markup words = views.markup(comment);
        return new Told.Line(
                switch (notice.kind()) {
                    case REPLY -> name + " answered you";
                    case MENTION -> name + " mentions you";
                    case APPROVED -> "A moderator let your comment in";
                    case HIDDEN -> "A moderator hid your comment; the log says why";
                },
                "/comments/" + comment.number(),
                NamedPaper.of(paper),
                moments.of(notice.at()),
                words.html(),
                words.mathematics(),
                !notice.isRead());
    }

    private Response read(Request request) {
        Person person = Person.require(request, Role.READER);
        String upTo = request.form().text("up-to");
        if (upTo.matches("\\d{1,9}")) {
            notices.read(person, Long.parseLong(upTo));
        }
        return Response.seeOther(NOTICES);
    }
}
