package dev.broadsheet.discussion;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.PersonalData;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Scope;
import dev.broadsheet.account.Throttle;
import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.room.Room;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The room of what people say about papers. Thread-safe. */
public final class Discussion implements Room {
    private final Comments comments;
    private final Throttle throttle;
    private final CommentViews views;
    private final Sections sections;
    private final CommentPages pages;
    private final NoticePages notices;
    private final CommentModeration moderation;
    private final ModerationPages moderationPages;
    private final DiscussionData data;

    /** @param clock whose zone is the edition's */
    public Discussion(
            DiscussionSettings settings,
            Catalogue catalogue,
            People people,
            Authorship authorship,
            Submitters submitters,
            Suspension suspension,
            Throttle throttle,
            Clock clock) {
        this.throttle = throttle;
        comments = new Comments(catalogue, people, settings, clock);
        Reports reports = new Reports(catalogue.database(), clock);
        Moments moments = new Moments(clock.getZone());
        views = new CommentViews(comments, people, authorship, submitters, moments);
        sections = new Sections(comments, views);
        pages = new CommentPages(comments, reports, catalogue, sections, views, moments, throttle);
        notices = new NoticePages(new Notices(catalogue.database(), clock), catalogue, people, views, moments);
        moderation = new CommentModeration(comments, catalogue, suspension, clock);
        moderationPages = new ModerationPages(
                moderation,
                comments,
                reports,
                new ModerationLog(catalogue.database(), clock),
                catalogue,
                people,
                views,
                moments);
        data = new DiscussionData(comments, catalogue);
    }

    /** What people say. */
    public Comments comments() {
        return comments;
    }

    /** What moderators do. */
    public CommentModeration moderation() {
        return moderation;
    }

    /** The comments of a paper, for its page. */
    public CommentSection section(Request request, Paper paper) {
        return sections.of(request, paper);
    }

    /** The comments of a paper that everybody can see, the earliest first; at most some hundreds. */
    public List<PublicComment> published(long paper) {
        return views.published(paper);
    }

    /** A comment as it is written for programs; also one that waits, for who wrote it. */
    public PublicComment published(Comment comment) {
        return views.published(List.of(comment.number())).getFirst();
    }

    /**
     * Says something for whoever sent a request.
     *
     * @param paper its number
     * @param parent the comment that is answered, or null
     * @throws Refusal if they may not write, or write too often
     */
    public Outcome write(Request request, long paper, @Nullable Long parent, String text) {
        Person person = Person.require(request, Role.MEMBER, Scope.COMMENT);
        throttle.take(request, CommentPages.WRITING);
        return comments.write(person, paper, parent, text);
    }

    /** What is kept of people here. */
    public PersonalData personalData() {
        return data;
    }

    @Override
    public List<Endpoints> endpoints() {
        return List.of(pages, notices, moderationPages);
    }
}
