package dev.broadsheet.authorship;

import dev.broadsheet.account.Audit;
import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.PersonalData;
import dev.broadsheet.authorship.Claim.Proof;
import dev.broadsheet.authorship.Claim.State;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PaperReference;
import dev.broadsheet.room.Room;
import dev.broadsheet.room.StatusLine;
import dev.broadsheet.site.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who wrote which paper. A person claims it; what the source says of the author confirms it at once, else a curator
 * does. Each change is one transaction, in which the listeners are told. Thread-safe.
 */
public final class Authorship implements Room {
    /** A merge keeps every row that says something else; which of them counts is {@link ClaimRows#of}. */
    public static final List<PaperReference> PAPERS =
            List.of(PaperReference.folded("authorship", "paper", "person", "state"));

    /** So many claims of one person may wait, so that nobody buries those of others. */
    static final int MOST_WAITING = 20;

    /** Characters of a reason. */
    public static final int LONGEST_REASON = 500;

    private final Catalogue catalogue;
    private final Database database;
    private final People people;
    private final Audit audit;
    private final Clock clock;
    private final List<AuthorshipListener> listeners = new CopyOnWriteArrayList<>();

    public Authorship(Catalogue catalogue, People people, Clock clock) {
        this.catalogue = catalogue;
        this.database = catalogue.database();
        this.people = people;
        this.audit = new Audit(clock);
        this.clock = clock;
    }

    /** Tells this one of every change from now on. */
    public void tell(AuthorshipListener listener) {
        listeners.add(listener);
    }

    /**
     * Whether somebody is confirmed to have written a paper.
     *
     * @param sql of any transaction
     */
    public boolean isAuthor(JdbcClient sql, long person, long paper) {
        return ClaimRows.isConfirmed(sql, paper, person);
    }

    /** The people who are confirmed to have written each of these papers; papers without any are left out. */
    public Map<Long, Set<Long>> authors(Collection<Long> papers) {
        return papers.isEmpty() ? Map.of() : database.read(sql -> authors(sql, papers));
    }

    /**
     * The same as another transaction sees it.
     *
     * @param sql of any transaction
     */
    public Map<Long, Set<Long>> authors(JdbcClient sql, Collection<Long> papers) {
        Map<Long, Set<Long>> found = new HashMap<>();
        confirmed(sql, papers)
                .forEach(claim -> found.computeIfAbsent(claim.paper(), paper -> new HashSet<>())
                        .add(claim.person()));
        return found;
    }

    /** The confirmed claims of these papers. */
    public List<Claim> confirmed(Collection<Long> papers) {
        return papers.isEmpty() ? List.of() : database.read(sql -> confirmed(sql, papers));
    }

    private static List<Claim> confirmed(JdbcClient sql, Collection<Long> papers) {
        return papers.isEmpty()
                ? List.of()
                : sql.sql(ClaimRows.COLUMNS + "where state = 'confirmed' and paper in (:papers) order by at")
                        .param("papers", List.copyOf(papers))
                        .query(ClaimRows.CLAIM)
                        .list();
    }

    /** The numbers of the papers that somebody is confirmed to have written, in no order. */
    public List<Long> papersOf(long person) {
        return database.read(sql -> sql.sql("select paper from authorship where person = ? and state = 'confirmed'")
                .param(person)
                .query(Long.class)
                .list());
    }

    /**
     * The confirmed claims of these people, the latest confirmed first.
     *
     * @param offset how many of the latest to leave out
     */
    public List<Claim> confirmedOf(Collection<Long> persons, int offset, int limit) {
        return persons.isEmpty()
                ? List.of()
                : database.read(sql -> sql.sql(ClaimRows.COLUMNS
                                + "where state = 'confirmed' and person in (:persons)"
                                + " order by decided_at desc, paper limit :limit offset :offset")
                        .param("persons", List.copyOf(persons))
                        .param("limit", limit)
                        .param("offset", offset)
                        .query(ClaimRows.CLAIM)
                        .list());
    }

    /** The numbers of people who are confirmed as an author of this name of some paper; at most {@code limit}. */
    public List<Long> named(String author, int limit) {
        return database.read(sql -> sql.sql("select distinct person from authorship"
                        + " where state = 'confirmed' and author = ? order by person limit ?")
                .params(author, limit)
                .query(Long.class)
                .list());
    }

    /** What counts of somebody's claims of a paper. */
    public Optional<Claim> claimOf(long person, long paper) {
        return database.read(sql -> ClaimRows.of(sql, paper, person));
    }

    /** Somebody's own claims, one for a paper, the latest first. */
    public List<Claim> claimsOf(long person, int limit) {
        return database.read(sql -> ClaimRows.all(
                sql,
                ClaimRows.COLUMNS + "where person = ? and " + ClaimRows.COUNTS + " order by at desc limit ?",
                person,
                limit));
    }

    /** The claims that wait for a curator, the oldest first. */
    public List<Claim> waiting(int limit) {
        return database.read(sql ->
                ClaimRows.all(sql, ClaimRows.COLUMNS + "where " + ClaimRows.WAITING + " order by at limit ?", limit));
    }

    /** How many claims wait for a curator. */
    public long waiting() {
        return database.read(ClaimRows::waiting);
    }

    /** What was decided last, the latest first. */
    public List<Claim> decided(int limit) {
        return database.read(sql -> ClaimRows.all(
                sql, ClaimRows.COLUMNS + "where decided_at is not null order by decided_at desc limit ?", limit));
    }

    /**
     * Somebody says they wrote a paper. Once more does no harm: a claim that waits is held against the source again.
     *
     * @param author the name of one of the paper's authors
     * @return what counts from now on
     * @throws Refusal if the paper has no such author, or too many claims of theirs wait
     */
    public Claim claim(Person person, Paper paper, String author) {
        if (paper.metadata().authors().stream().map(Author::name).noneMatch(author::equals)) {
            throw Refusal.of(422, "No such author", "The paper has no author of that name. Nothing was claimed.")
                    .advice("Go back and choose one of its authors.");
        }
        return database.write(transaction -> {
            long held = hold(transaction, paper.number());
            Optional<Claim> known = ClaimRows.of(transaction.sql(), held, person.number());
            if (known.isPresent() && known.get().state() != State.CLAIMED) {
                return known.get();
            }
            if (known.isEmpty()) {
                requireFewWaiting(transaction, person);
            }
            Instant now = now();
            Claim claimed = new Claim(held, person.number(), State.CLAIMED, author, now, null, null, null, "");
            Claim result = proof(transaction, held, person, paper, author)
                    .map(proof -> claimed.confirmed(proof, now, null))
                    .orElse(claimed);
            // A curator may have decided since the claim was read.
            if (known.isPresent() && ClaimRows.delete(transaction, held, person.number()) == 0) {
                return ClaimRows.of(transaction.sql(), held, person.number()).orElse(claimed);
            }
            ClaimRows.add(transaction, result);
            if (result.state() == State.CONFIRMED) {
                audit.add(
                        transaction,
                        person,
                        "was confirmed as an author of",
                        paper.id().value(),
                        proofWords(result));
                tell(transaction, result);
            }
            return result;
        });
    }

    /**
     * Somebody takes a claim back, whether it waits or was confirmed; a refused one stays.
     *
     * @return whether there was one
     */
    public boolean withdraw(Person person, Paper paper) {
        return database.write(transaction -> {
            long held = hold(transaction, paper.number());
            Optional<Claim> known = ClaimRows.of(transaction.sql(), held, person.number());
            if (known.isEmpty()
                    || known.get().state() == State.REFUSED
                    || ClaimRows.delete(transaction, held, person.number()) == 0) {
                return false;
            }
            if (known.get().state() == State.CONFIRMED) {
                audit.add(
                        transaction,
                        person,
                        "withdrew the authorship of",
                        paper.id().value(),
                        "");
                tell(transaction, known.get());
            }
            return true;
        });
    }

    /**
     * A curator confirms a claim, also one that was refused.
     *
     * @return the claim; empty if it was withdrawn meanwhile
     */
    public Optional<Claim> confirm(Person curator, Paper paper, Person claimant) {
        return decide(curator, paper, claimant, State.CONFIRMED, "");
    }

    /**
     * A curator refuses a claim, also one that was confirmed.
     *
     * @param reason which the claimant reads; not blank
     * @return the claim; empty if it was withdrawn meanwhile
     */
    public Optional<Claim> refuse(Person curator, Paper paper, Person claimant, String reason) {
        return decide(curator, paper, claimant, State.REFUSED, reason);
    }

    private Optional<Claim> decide(Person curator, Paper paper, Person claimant, State state, String reason) {
        return database.write(transaction -> {
            long held = hold(transaction, paper.number());
            Optional<Claim> known = ClaimRows.of(transaction.sql(), held, claimant.number());
            if (known.isEmpty() || known.get().state() == state) {
                return known;
            }
            // Another curator may have been quicker since the claim was read.
            if (ClaimRows.delete(transaction, held, claimant.number()) == 0) {
                return Optional.empty();
            }
            Claim result = state == State.CONFIRMED
                    ? known.get().confirmed(Proof.CURATOR, now(), curator.number())
                    : known.get().refused(now(), curator.number(), reason);
            ClaimRows.add(transaction, result);
            audit.add(
                    transaction,
                    curator,
                    (state == State.CONFIRMED ? "confirmed " : "refused ") + claimant.name() + " as an author of",
                    paper.id().value(),
                    reason);
            if (state == State.CONFIRMED || known.get().state() == State.CONFIRMED) {
                tell(transaction, result);
            }
            return Optional.of(result);
        });
    }

    /** What is kept of people here. */
    public PersonalData personalData() {
        return new AuthorshipData(this);
    }

    /** Takes away all claims of somebody who deletes their account. */
    void forget(Transaction transaction, Person person) {
        transaction.execute("delete from authorship where person = ?", person.number());
    }

    /** The papers of these claims. */
    List<Paper> papers(List<Claim> claims) {
        return catalogue.papers(claims.stream().map(Claim::paper).toList());
    }

    /** What the source proves; where somebody else is confirmed as that author already, a curator is to look. */
    private Optional<Proof> proof(Transaction transaction, long held, Person person, Paper paper, String author) {
        boolean taken = transaction
                .number(
                        "select person from authorship"
                                + " where paper = ? and state = 'confirmed' and author = ? and person <> ?",
                        held,
                        author,
                        person.number())
                .isPresent();
        return taken
                ? Optional.empty()
                : SourceProof.of(paper.metadata(), author, people.proven(transaction.sql(), person.number()));
    }

    private static void requireFewWaiting(Transaction transaction, Person person) {
        long waiting = transaction
                .number("select count(*) from authorship where person = ? and state = 'claimed'", person.number())
                .orElse(0L);
        if (waiting >= MOST_WAITING) {
            throw Refusal.of(
                    429,
                    "Too many claims wait",
                    MOST_WAITING
                            + " of your claims wait for a curator. Nothing was claimed; those that wait were kept.");
        }
    }

    private long hold(Transaction transaction, long paper) {
        return catalogue.hold(transaction, paper).orElseThrow(() -> Refusal.notFound("No paper here by that name"));
    }

    private void tell(Transaction transaction, Claim claim) {
        listeners.forEach(listener -> listener.changed(transaction, claim.paper(), claim.person()));
    }

    private static String proofWords(Claim claim) {
        return claim.proof() == Proof.ORCID
                ? "by the ORCID iD that the source gives"
                : "by the address that the source gives";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public List<StatusLine> status() {
        long waiting = waiting();
        return waiting == 0
                ? List.of()
                : List.of(new StatusLine(
                        "Authorship", waiting + (waiting == 1 ? " claim waits" : " claims wait") + " for a curator"));
    }
}
