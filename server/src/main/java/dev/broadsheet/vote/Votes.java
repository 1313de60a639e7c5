package dev.broadsheet.vote;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Throttle;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.CommunityCounts;
import dev.broadsheet.paper.PaperReference;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The votes of people for papers. A person has one for a paper or none, whatever happens at the same moment. Votes of a
 * paper's authors and of people who are suspended are kept and shown, but not counted. Thread-safe.
 *
 * <p>A vote is one short transaction, which reads nothing of the paper, waits for no import and for no other vote, and
 * marks the paper: the catalogue's counts follow a moment later, see {@link CommunityCounts}. {@link #counts} never
 * lags behind.
 */
public final class Votes implements CommunityCounts.Counter {
    /** The columns of this room that hold numbers of papers. */
    public static final List<PaperReference> PAPERS = List.of(
            PaperReference.folded("vote", "paper", "person"),
            PaperReference.folded("vote_origin", "paper", "person"),
            PaperReference.folded("vote_ring_paper", "paper", "ring"));

    /** How often people may press the button, whether on a page or by a program. */
    public static final Throttle.Action PRESSING = Throttle.Action.of(
                    "vote", Throttle.Limit.of(1_200, Duration.ofMinutes(10)))
            .role(Role.MEMBER, Throttle.Limit.of(120, Duration.ofMinutes(10)));

    private final Catalogue catalogue;
    private final Database database;
    private final People people;
    private final Authors authors;
    private final Clock clock;
    private final Origins origins;

    /** @param authors whose votes for their own papers are not counted */
    public Votes(Catalogue catalogue, People people, Authors authors, Clock clock) {
        this.catalogue = catalogue;
        this.database = catalogue.database();
        this.people = people;
        this.authors = authors;
        this.clock = clock;
        this.origins = new Origins(clock);
    }

    /**
     * Casts a vote or takes it back. Once this returns, it survives the death of the process.
     *
     * @param paper its number, or that of a paper which was merged into it
     * @param up whether to cast it
     */
    public VoteOutcome cast(Person person, long paper, boolean up) {
        return cast(person, paper, up, null);
    }

    /** @param address from which it comes, as digits; null where that is not known or of no interest */
    public VoteOutcome cast(Person person, long paper, boolean up, @Nullable String address) {
        String block = address == null ? null : AddressBlock.of(address);
        return database.write(transaction -> cast(transaction, person.number(), paper, up, block));
    }

    private VoteOutcome cast(Transaction transaction, long person, long paper, boolean up, @Nullable String block) {
        if (people.hold(transaction, person).filter(who -> who.may(Role.MEMBER)).isEmpty()) {
            return VoteOutcome.NOT_ALLOWED;
        }
        Optional<Long> held = catalogue.hold(transaction, paper);
        if (held.isEmpty()) {
            return VoteOutcome.NO_PAPER;
        }
        long number = held.get();
        boolean changed = up
                ? VoteRows.add(
                        transaction, number, person, clock.millis(), !isAuthor(transaction.sql(), number, person))
                : VoteRows.remove(transaction, number, person);
        if (!changed) {
            return VoteOutcome.UNCHANGED;
        }
        origins.remember(transaction, number, person, up ? block : null);
        catalogue.countAnew(transaction, number);
        return VoteOutcome.CHANGED;
    }

    private boolean isAuthor(JdbcClient sql, long paper, long person) {
        return authors.of(sql, List.of(paper)).getOrDefault(paper, Set.of()).contains(person);
    }

    /** How the votes of these papers stand at this moment, by paper; papers without any are left out. */
    public Map<Long, VoteCount> counts(Collection<Long> papers) {
        return papers.isEmpty() ? Map.of() : database.read(sql -> VoteRows.counts(sql, papers));
    }

    /**
     * The counted votes of these papers at this moment, by paper; papers without any are left out.
     *
     * @param newFor so long after it was made an account is new; it is the moment of the vote that decides
     */
    public Map<Long, AccountAges> byAccountAge(Collection<Long> papers, Duration newFor) {
        return papers.isEmpty()
                ? Map.of()
                : database.read(sql -> VoteRows.byAccountAge(sql, papers, newFor.toMillis()));
    }

    /** The numbers of all papers that anybody voted for, in order. */
    public List<Long> papers() {
        return database.read(sql -> sql.sql("select distinct paper from vote order by paper")
                .query(Long.class)
                .list());
    }

    /** How many of these people's votes count for each of these papers; papers without any are left out. */
    public Map<Long, Integer> countedOf(Collection<Long> voters, Collection<Long> papers) {
        return papers.isEmpty() || voters.isEmpty()
                ? Map.of()
                : database.read(sql -> VoteRows.countedOf(sql, voters, papers));
    }

    /** For which of these papers somebody has voted. */
    public Set<Long> votedBy(Person person, Collection<Long> papers) {
        return papers.isEmpty() ? Set.of() : database.read(sql -> VoteRows.votedBy(sql, person.number(), papers));
    }

    /** The votes for a paper, the latest first, those that are not counted among them. */
    public List<Vote> of(long paper, int limit) {
        return database.read(sql -> VoteRows.of(sql, paper, limit));
    }

    /** Somebody's votes, the latest first. */
    public List<Vote> by(Person person, int limit) {
        return database.read(sql -> VoteRows.by(sql, person.number(), limit));
    }

    /**
     * The votes of these people, the latest first. Whether others may see them is for the caller to ask ({@code Shown}).
     *
     * @param offset how many of the latest to leave out
     */
    public List<VoteCast> latest(Collection<Long> persons, int offset, int limit) {
        return persons.isEmpty() ? List.of() : database.read(sql -> VoteRows.latest(sql, persons, offset, limit));
    }

    /**
     * Decides anew which votes for these papers count, because something changed of who their authors are, and has the
     * papers counted anew. For a transaction that holds the papers. Where one person's authorship of one paper changes,
     * {@link #recount(Transaction, long, long)} is exact even if the person votes at that moment.
     */
    public void recount(Transaction transaction, Collection<Long> papers) {
        decide(transaction, papers);
        papers.stream().distinct().forEach(paper -> catalogue.countAnew(transaction, paper));
    }

    /**
     * The same where somebody became an author of a paper or is one no longer: to be called in the transaction that
     * does it, after writing it. It waits for a vote of the person that is being cast.
     *
     * @param paper as {@link Catalogue#hold} named it
     */
    public void recount(Transaction transaction, long paper, long person) {
        if (!transaction.isAlone()) {
            transaction.number("select number from person where number = ? for update", person);
        }
        recount(transaction, List.of(paper));
    }

    /** Decides which votes count, for the papers that are being carried over: two papers may have become one. */
    @Override
    public Map<Long, Integer> count(Transaction transaction, Collection<Long> papers) {
        decide(transaction, papers);
        return VoteRows.counted(transaction.sql(), papers);
    }

    /** Somebody was suspended or reinstated. */
    void standingChanged(Transaction transaction, Person person) {
        catalogue.holdAll(transaction);
        if (person.state() == Person.State.ACTIVE) {
            recount(transaction, VoteRows.uncountedPapers(transaction, person.number()));
        } else {
            VoteRows.uncount(transaction, person.number()).forEach(paper -> catalogue.countAnew(transaction, paper));
        }
    }

    /** Somebody's votes leave the counts for good. */
    void forget(Transaction transaction, Person person) {
        catalogue.holdAll(transaction);
        VoteRows.removeAll(transaction, person.number()).forEach(paper -> catalogue.countAnew(transaction, paper));
        origins.forget(transaction, person.number());
    }

    /** Authors' votes lose their weight; votes that are not counted, and not of suspended people, regain it. */
    private void decide(Transaction transaction, Collection<Long> papers) {
        Map<Long, Set<Long>> writers = authors.of(transaction.sql(), papers);
        writers.forEach((paper, some) ->
                some.forEach(person -> VoteRows.setCounted(transaction, new VoteRows.Key(paper, person), false)));
        List<VoteRows.Key> others = VoteRows.uncounted(transaction.sql(), papers).stream()
                .filter(vote -> !writers.getOrDefault(vote.paper(), Set.of()).contains(vote.person()))
                .toList();
        Set<Long> suspended = VoteRows.suspended(
                transaction.sql(),
                others.stream().map(VoteRows.Key::person).collect(Collectors.toCollection(HashSet::new)));
        others.stream()
                .filter(vote -> !suspended.contains(vote.person()))
                .forEach(vote -> VoteRows.setCounted(transaction, vote, true));
    }
}
