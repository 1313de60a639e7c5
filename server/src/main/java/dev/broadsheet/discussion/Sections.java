package dev.broadsheet.discussion;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.discussion.CommentSection.Rights;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.Address;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The comments below a paper, in the order and on the page that a reader asks for. Thread-safe. */
final class Sections {
    private static final String ORDER = "comments";
    private static final String NEWEST = "newest";
    private static final String PAGE = "comments-page";
    private static final String ANCHOR = "#discussion";

    private final Comments comments;
    private final CommentViews views;

    Sections(Comments comments, CommentViews views) {
        this.comments = comments;
        this.views = views;
    }

    CommentSection of(Request request, Paper paper) {
        Person reader = Person.of(request).orElse(null);
        boolean newestFirst = request.parameter(ORDER).orElse("").equals(NEWEST);
        Threads threads = threads(paper.number(), reader, newestFirst);
        int page = Math.clamp(number(request.parameter(PAGE).orElse("1")), 1, threads.pages());
        boolean locked = comments.isLocked(paper.number());
        return new CommentSection(
                paper.number(),
                comments.counts(List.of(paper.number())).getOrDefault(paper.number(), 0),
                views.of(paper.number(), threads.page(page), reader, !locked),
                threads.threads().size() < 2 ? null : otherOrder(paper, newestFirst),
                pages(paper, newestFirst, page, threads.pages()),
                locked,
                rights(reader, locked));
    }

    /** Where a comment is read; null where this reader cannot see it. */
    @Nullable String address(Comment comment, Paper paper, @Nullable Person reader) {
        int page = threads(paper.number(), reader, false).pageOf(comment.number());
        return page == 0 ? null : address(paper, false, page).href() + "#comment-" + comment.number();
    }

    private Threads threads(long paper, @Nullable Person reader, boolean newestFirst) {
        return Threads.of(comments.outline(paper), comment -> CommentViews.isVisible(comment, reader), newestFirst);
    }

    private static Rights rights(@Nullable Person reader, boolean locked) {
        if (reader == null) {
            return new Rights(false, "", false);
        }
        boolean moderator = reader.may(Role.MODERATOR);
        if (locked && !moderator) {
            return new Rights(false, "", false);
        }
        String why = reader.may(Role.MEMBER)
                ? ""
                : reader.state() == Person.State.SUSPENDED
                        ? "Your account is suspended: you can read, but not write."
                        : "Your account can read, but not write.";
        return new Rights(why.isEmpty(), why, moderator);
    }

    private static NamedLink otherOrder(Paper paper, boolean newestFirst) {
        return new NamedLink(
                newestFirst ? "Oldest first" : "Newest first",
                address(paper, !newestFirst, 1).href() + ANCHOR);
    }

    private static List<NamedLink> pages(Paper paper, boolean newestFirst, int page, int pages) {
        List<NamedLink> links = new ArrayList<>();
        if (page > 1) {
            links.add(new NamedLink(
                    "← Comments before these",
                    address(paper, newestFirst, page - 1).href() + ANCHOR));
        }
        if (page < pages) {
            links.add(new NamedLink(
                    "More comments →", address(paper, newestFirst, page + 1).href() + ANCHOR));
        }
        return links;
    }

    private static Address address(Paper paper, boolean newestFirst, int page) {
        return Address.of(Addresses.paper(paper))
                .with(ORDER, newestFirst ? NEWEST : "")
                .with(PAGE, page == 1 ? "" : String.valueOf(page));
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }
}
