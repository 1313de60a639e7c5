package dev.broadsheet.discussion;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.PersonalData;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.paper.Catalogue;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What this room keeps of people. Thread-safe. */
final class DiscussionData implements PersonalData {
    private final Comments comments;
    private final Catalogue catalogue;

    DiscussionData(Comments comments, Catalogue catalogue) {
        this.comments = comments;
        this.catalogue = catalogue;
    }

    @Override
    public void standingChanged(Transaction transaction, Person person) {
        comments.standingChanged(transaction, person);
    }

    @Override
    public void deleted(Transaction transaction, Person person, boolean wordsStay) {
        comments.forget(transaction, person, wordsStay);
    }

    @Override
    public Map<String, Object> export(Person person) {
        return catalogue.database().read(sql -> {
            List<ExportedComment> written = sql.sql("select comment.number, id, at, edited_at, text, comment.state"
                            + " from comment join paper on paper.number = comment.paper"
                            + " where person = ? order by comment.number")
                    .param(person.number())
                    .query((row, index) -> new ExportedComment(
                            row.getLong("number"),
                            row.getString("id"),
                            moment(row.getLong("at")),
                            row.getLong("edited_at") == 0 ? "" : moment(row.getLong("edited_at")),
                            row.getString("text"),
                            row.getString("state")))
                    .list();
            List<ExportedReaction> reactions = sql.sql(
                            "select comment, reaction, at from comment_reaction where person = ? order by at, comment")
                    .param(person.number())
                    .query((row, index) -> new ExportedReaction(
                            row.getLong("comment"), row.getString("reaction"), moment(row.getLong("at"))))
                    .list();
            List<ExportedReport> reports = sql.sql("select comment, reason, details, at from comment_report"
                            + " where person = ? order by at, comment")
                    .param(person.number())
                    .query((row, index) -> new ExportedReport(
                            row.getLong("comment"),
                            row.getString("reason"),
                            row.getString("details"),
                            moment(row.getLong("at"))))
                    .list();
            return Map.of("comments.json", written, "reactions.json", reactions, "reports.json", reports);
        });
    }

    private static String moment(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /** @param edited when it was changed last; empty where it was not */
    record ExportedComment(long number, String paper, String at, String edited, String text, String state) {}

    record ExportedReaction(long comment, String reaction, String at) {}

    record ExportedReport(long comment, String reason, String details, String at) {}
}
