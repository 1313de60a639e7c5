package dev.broadsheet.authorship;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.PersonalData;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.paper.Paper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is kept of people here: which papers they claim. */
final class AuthorshipData implements PersonalData {
    private final Authorship authorship;

    AuthorshipData(Authorship authorship) {
        this.authorship = authorship;
    }

    /** Who decided about the claims of others stays, as a number that is nobody's any more. */
    @Override
    public void deleted(Transaction transaction, Person person, boolean wordsStay) {
        authorship.forget(transaction, person);
    }

    @Override
    public Map<String, Object> export(Person person) {
        List<Claim> claims = authorship.claimsOf(person.number(), Integer.MAX_VALUE);
        Map<Long, String> ids = new HashMap<>();
        for (Paper paper : authorship.papers(claims)) {
            ids.put(paper.number(), paper.id().value());
        }
        List<Map<String, Object>> exported = new ArrayList<>();
        for (Claim claim : claims) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("paper", ids.getOrDefault(claim.paper(), ""));
            one.put("author", claim.author());
            one.put("claimedAt", claim.at().toString());
            one.put("state", claim.state().word());
            if (claim.proof() != null) {
                one.put("confirmedBy", claim.proof().word());
            }
            if (claim.decidedAt() != null) {
                one.put("decidedAt", claim.decidedAt().toString());
            }
            if (!claim.reason().isEmpty()) {
                one.put("reason", claim.reason());
            }
            exported.add(one);
        }
        return Map.of("authorship.json", exported);
    }
}
