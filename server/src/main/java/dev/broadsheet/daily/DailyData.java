package dev.broadsheet.daily;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.PersonalData;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.paper.Catalogue;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What this room keeps of people: what they submitted, curated, and had seen of lists. Who deletes the account leaves
 * the papers on the lists, unsigned, because others voted for them there; and the public log, which is not theirs alone.
 * Papers of somebody who was suspended do not come back onto the lists.
 */
public final class DailyData implements PersonalData {
    private final Catalogue catalogue;
    private final Database database;

    public DailyData(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.database = catalogue.database();
    }

    @Override
    public void deleted(Transaction transaction, Person person, boolean wordsStay) {
        catalogue.holdAll(transaction);
        transaction
                .list(
                        "select distinct paper from submission where person = ? order by paper",
                        (row, index) -> row.getLong(1),
                        person.number())
                .forEach(paper -> catalogue.countAnew(transaction, paper));
        transaction.execute("delete from list_visit where person = ?", person.number());
        Editions.leave(transaction, person);
        if (!wordsStay) {
            transaction.execute(
                    "update submission set comment = '', code = '', project = '', media = '' where person = ?",
                    person.number());
        }
        if (person.state() == Person.State.SUSPENDED) {
            // They stand on no list, and are not to come back because nobody is suspended any more.
            transaction.execute("delete from submission where person = ? and state = 'listed'", person.number());
            // What curators took off stays off, as nobody's.
            transaction.execute("update submission set person = null where person = ?", person.number());
        }
    }

    @Override
    public Map<String, Object> export(Person person) {
        return Map.of("submissions.json", submissions(person), "curation.json", curation(person));
    }

    private List<Map<String, String>> submissions(Person person) {
        return database.read(sql -> sql.sql(
                        "select edition.address, paper.id, submission.day, at, state, comment, code,"
                                + " project, media from submission join edition on edition.number = submission.edition"
                                + " join paper on paper.number = submission.paper where person = ? order by submission.number")
                .param(person.number())
                .query((row, index) -> Map.of(
                        "edition", row.getString("address"),
                        "paper", row.getString("id"),
                        "day", row.getString("day"),
                        "at", Instant.ofEpochMilli(row.getLong("at")).toString(),
                        "state", row.getString("state"),
                        "comment", row.getString("comment"),
                        "code", row.getString("code"),
                        "project", row.getString("project"),
                        "media", row.getString("media")))
                .list());
    }

    private List<Map<String, String>> curation(Person person) {
        return database.read(sql -> sql.sql("select edition.address, paper.id, curation_log.day, at, action, reason"
                        + " from curation_log join edition on edition.number = curation_log.edition"
                        + " join paper on paper.number = curation_log.paper where person = ?"
                        + " order by curation_log.number")
                .param(person.number())
                .query((row, index) -> Map.of(
                        "edition", row.getString("address"),
                        "paper", row.getString("id"),
                        "day", row.getString("day"),
                        "at", Instant.ofEpochMilli(row.getLong("at")).toString(),
                        "action", row.getString("action"),
                        "reason", row.getString("reason")))
                .list());
    }
}
