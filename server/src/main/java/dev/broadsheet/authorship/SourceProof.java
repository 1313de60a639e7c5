package dev.broadsheet.authorship;

import dev.broadsheet.account.ProvenNames;
import dev.broadsheet.authorship.Claim.Proof;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Metadata;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether what a source says of an author is what somebody has proved of themselves. Sources give ORCID iDs; an e-mail
 * address stands, in PubMed for instance, among the words of an affiliation.
 */
final class SourceProof {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;:()<>\\[\\]]+");

    private SourceProof() {}

    /**
     * What proves that somebody is the author of this name; empty where nothing does, or where the paper has two
     * authors of that name.
     */
    static Optional<Proof> of(Metadata metadata, String name, ProvenNames person) {
        List<Author> named = metadata.authors().stream()
                .filter(author -> author.name().equals(name))
                .toList();
        if (named.size() != 1) {
            return Optional.empty();
        }
        Author author = named.getFirst();
        String orcid = person.orcid();
        if (orcid != null && orcid.equals(author.orcid())) {
            return Optional.of(Proof.ORCID);
        }
        // An ORCID iD that is not theirs says more than an address, which colleagues may share.
        boolean anothers = orcid != null && author.orcid() != null;
        String email = person.email();
        return email != null && !anothers && belongsTo(email, author, metadata)
                ? Optional.of(Proof.EMAIL)
                : Optional.empty();
    }

    /** Sources also put the addresses of all authors behind one of them: then nothing says whose each is. */
    private static boolean belongsTo(String email, Author author, Metadata metadata) {
        return emails(author).equals(List.of(email))
                && metadata.authors().stream()
                                .filter(other -> emails(other).contains(email))
                                .count()
                        == 1;
    }

    private static List<String> emails(Author author) {
        return author.affiliations().stream()
                .flatMap(text -> text.indexOf('@') < 0 ? Stream.of() : BETWEEN_WORDS.splitAsStream(text))
                .filter(word -> word.indexOf('@') > 0)
                .map(word ->
                        (word.endsWith(".") ? word.substring(0, word.length() - 1) : word).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
