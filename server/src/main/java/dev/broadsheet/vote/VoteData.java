package dev.broadsheet.vote;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.PersonalData;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.paper.Catalogue;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What this room keeps of people. Thread-safe. */
public final class VoteData implements PersonalData {
    private final Votes votes;
    private final Catalogue catalogue;

    public VoteData(Votes votes, Catalogue catalogue) {
        this.votes = votes;
        this.catalogue = catalogue;
    }

    @Override
    public void standingChanged(Transaction transaction, Person person) {
        votes.standingChanged(transaction, person);
    }

    @Override
    public void deleted(Transaction transaction, Person person, boolean wordsStay) {
        votes.forget(transaction, person);
    }

    @Override
    public Map<String, Object> export(Person person) {
        List<ExportedVote> all = catalogue
                .database()
                .read(sql -> sql.sql("select id, at, counted from vote join paper on paper.number = vote.paper"
                                + " where person = ? order by at, id")
                        .param(person.number())
                        .query((row, index) -> new ExportedVote(
                                row.getString("id"),
                                Instant.ofEpochMilli(row.getLong("at")).toString(),
                                row.getInt("counted") != 0))
                        .list());
        return Map.of("votes.json", all);
    }

    /**
     * A vote as its owner takes it along.
     *
     * @param paper its id
     * @param at when it was cast
     */
    record ExportedVote(String paper, String at, boolean counted) {}
}
