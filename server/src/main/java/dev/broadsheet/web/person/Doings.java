package dev.broadsheet.web.person;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Shown;
import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.authorship.Claim;
import dev.broadsheet.daily.Submission;
import dev.broadsheet.daily.Submissions;
import dev.broadsheet.discussion.Comment;
import dev.broadsheet.discussion.Comments;
import dev.broadsheet.vote.Votes;
import java.util.List;
import java.util.Objects;

/** All kinds of what people do, in the order of a person's page. */
final class Doings {
    private static final int LONGEST_WORDS = 240;

    private Doings() {}

    static List<Doing> of(Authorship authorship, Submissions submissions, Votes votes, Comments comments) {
        return List.of(
                new Doing(
                        Shown.PAPERS,
                        "Papers",
                        "is an author of",
                        "is confirmed as an author of no paper yet.",
                        (persons, offset, limit) -> authorship.confirmedOf(persons, offset, limit).stream()
                                .map(Doings::deed)
                                .toList()),
                new Doing(
                        Shown.SUBMITTED,
                        "Submitted",
                        "submitted",
                        "has submitted nothing.",
                        (persons, offset, limit) -> submissions.latest(persons, offset, limit).stream()
                                .map(Doings::deed)
                                .toList()),
                new Doing(
                        Shown.UPVOTED,
                        "Upvoted",
                        "upvoted",
                        "has upvoted nothing.",
                        (persons, offset, limit) -> votes.latest(persons, offset, limit).stream()
                                .map(vote -> new Deed(vote.person(), vote.paper(), vote.at(), "", ""))
                                .toList()),
                new Doing(
                        Shown.COMMENTS,
                        "Comments",
                        "commented on",
                        "has written no comment.",
                        (persons, offset, limit) -> comments.latest(persons, offset, limit).stream()
                                .map(Doings::deed)
                                .toList()));
    }

    private static Deed deed(Claim claim) {
        return new Deed(
                claim.person(), claim.paper(), Objects.requireNonNullElse(claim.decidedAt(), claim.at()), "", "");
    }

    private static Deed deed(Submission submission) {
        Person person = submission.person();
        return new Deed(
                person == null ? 0 : person.number(),
                submission.paper(),
                submission.at(),
                "",
                beginning(submission.words().comment()));
    }

    private static Deed deed(Comment comment) {
        return new Deed(
                Objects.requireNonNullElse(comment.person(), 0L),
                comment.paper(),
                comment.at(),
                comment.href(),
                beginning(comment.text()));
    }

    private static String beginning(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_WORDS) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_WORDS - 1)) ? LONGEST_WORDS - 1 : LONGEST_WORDS;
        return line.substring(0, end) + "…";
    }
}
