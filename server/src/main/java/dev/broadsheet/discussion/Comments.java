package dev.broadsheet.discussion;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.database.Counter;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.discussion.Comment.State;
import dev.broadsheet.discussion.Outcome.Kept;
import dev.broadsheet.discussion.Outcome.Refused;
import dev.broadsheet.discussion.markup.Markup;
import dev.broadsheet.discussion.markup.References;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.PaperReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people say about papers. Each change is one short transaction that waits for no import; once its method returns,
 * it survives the death of the process. Thread-safe.
 */
public final class Comments {
    /** The columns of this room that hold numbers of papers. */
    public static final List<PaperReference> PAPERS = List.of(
            PaperReference.moved("comment", "paper"),
            PaperReference.moved("discussion_lock", "paper"),
            PaperReference.moved("moderation_log", "paper"));

    private static final Counter NUMBERS = new Counter("comment");

    /** Who sends the same again within this time pressed the button twice. */
    private static final Duration TWICE = Duration.ofMinutes(10);

    private static final int MOST_EDITS = 100;
    private static final String CLOSED = "A moderator has closed this discussion. Nothing was kept.";

    private final Catalogue catalogue;
    private final Database database;
    private final People people;
    private final DiscussionSettings settings;
    private final Notices notices;
    private final Clock clock;

    public Comments(Catalogue catalogue, People people, DiscussionSettings settings, Clock clock) {
        this.catalogue = catalogue;
        this.database = catalogue.database();
        this.people = people;
        this.settings = settings;
        this.notices = new Notices(database, clock);
        this.clock = clock;
    }

    /** How many comments of each paper everybody can see at this moment; papers without any are left out. */
    public Map<Long, Integer> counts(Collection<Long> papers) {
        return papers.isEmpty() ? Map.of() : database.read(sql -> CommentRows.counts(sql, papers));
    }

    /** The same for who carries the counts over, in their transaction. */
    public Map<Long, Integer> counts(Transaction transaction, Collection<Long> papers) {
        return CommentRows.counts(transaction.sql(), papers);
    }

    /**
     * What these people wrote and everybody can see, the latest first. Whether they let it be gathered is for the caller
     * to ask ({@code Shown}).
     *
     * @param offset how many of the latest to leave out
     */
    public List<Comment> latest(Collection<Long> persons, int offset, int limit) {
        return persons.isEmpty() ? List.of() : database.read(sql -> CommentRows.latest(sql, persons, offset, limit));
    }

    /** Who said something about these papers that everybody can see at this moment, each person once for a paper. */
    public List<Commenter> commenters(Collection<Long> papers) {
        return papers.isEmpty() ? List.of() : database.read(sql -> CommentRows.commenters(sql, papers));
    }

    /** The numbers of all papers that anybody said something about, in order. */
    public List<Long> papers() {
        return database.read(sql -> sql.sql("select distinct paper from comment order by paper")
                .query(Long.class)
                .list());
    }

    /** The comment of this number, in whatever state. */
    public Optional<Comment> find(long number) {
        return database.read(sql -> CommentRows.find(sql, number));
    }

    /**
     * Says something about a paper. The same said twice in a short time is kept once.
     *
     * @param person a member
     * @param paper its number, or that of a paper which was merged into it
     * @param parent the comment that is answered, or null
     * @param text Markdown
     */
    public Outcome write(Person person, long paper, @Nullable Long parent, String text) {
        String words = text.strip();
        String wrong = wrong(words);
        if (wrong != null) {
            return new Refused(wrong);
        }
        References links = known(words);
        int outside = Markup.of(words, links).outsideLinks();
        return database.write(transaction -> {
            if (!mayAct(transaction, person)) {
                return new Refused("Your account may not write any more. Nothing was kept.");
            }
            Optional<Long> held = catalogue.hold(transaction, paper);
            if (held.isEmpty()) {
                return new Refused("There is no such paper any more. Nothing was kept.");
            }
            // Numbers make writers wait for one another, so that each is counted before the next.
            long number = NUMBERS.next(transaction);
            Instant now = now();
            Comment comment = new Comment(
                    number,
                    held.get(),
                    person.number(),
                    parent,
                    now,
                    words,
                    links,
                    0,
                    null,
                    firstState(person, outside, now));
            Optional<Comment> before = sentBefore(transaction, comment);
            if (before.isPresent()) {
                return new Kept(before.get());
            }
            String why = refusal(transaction, person, comment, now);
            if (why != null) {
                return new Refused(why);
            }
            CommentRows.insert(transaction, comment);
            if (comment.isShown()) {
                appeared(transaction, comment);
            }
            return new Kept(comment);
        });
    }

    /**
     * Changes what somebody wrote. What it said before stays to be read.
     *
     * @param edits how often it was changed when the person began
     */
    public Outcome edit(Person person, long number, int edits, String text) {
        String words = text.strip();
        String wrong = wrong(words);
        if (wrong != null) {
            return new Refused(wrong);
        }
        References links = known(words);
        int outside = Markup.of(words, links).outsideLinks();
        return database.write(transaction -> {
            if (!mayAct(transaction, person)) {
                return new Refused("Your account may not write any more. Nothing was kept.");
            }
            Optional<Comment> found = lock(transaction, number);
            if (found.isEmpty() || !found.get().isBy(person.number()) || isGone(found.get())) {
                return new Refused("This comment cannot be changed any more. Nothing was kept.");
            }
            Comment before = found.get();
            if (isClosedTo(transaction, person, before.paper())) {
                return new Refused(CLOSED);
            }
            if (before.text().equals(words)) {
                return new Kept(before);
            }
            if (before.edits() != edits) {
                return new Refused("You changed this comment elsewhere meanwhile. What you typed here is below, not yet"
                        + " kept; open the comment in another window to see what it says now.");
            }
            if (edits >= MOST_EDITS) {
                return new Refused("A comment can be changed " + MOST_EDITS + " times. Write another instead.");
            }
            Instant now = now();
            boolean waits = firstState(person, outside, now) == State.WAITING;
            Comment after = new Comment(
                    number,
                    before.paper(),
                    before.person(),
                    before.parent(),
                    before.at(),
                    words,
                    links,
                    edits + 1,
                    now,
                    waits ? State.WAITING : before.state());
            CommentRows.edit(transaction, before, after);
            if (after.isShown()) {
                notices.tellOf(transaction, after, parentOf(transaction, after), mentioned(transaction, after));
            } else if (before.isShown()) {
                disappeared(transaction, after);
            }
            return new Kept(after);
        });
    }

    /**
     * Takes the words of a comment away for ever. Answers to it stay.
     *
     * @param person who wrote it
     * @return whether there was something to take away
     */
    public boolean delete(Person person, long number) {
        return database.write(transaction -> {
            Optional<Comment> found = lock(transaction, number)
                    .filter(comment -> comment.isBy(person.number()) && comment.state() != State.DELETED);
            found.ifPresent(comment -> {
                CommentRows.delete(transaction, number);
                Reports.settle(transaction, number, now());
                disappeared(transaction, comment);
            });
            return found.isPresent();
        });
    }

    /**
     * Adds a reaction or takes it back; a second time does nothing.
     *
     * @return whether it could be
     */
    public boolean react(Person person, long number, Reaction reaction, boolean on) {
        return database.write(transaction -> {
            if (!mayAct(transaction, person)
                    || CommentRows.lock(transaction, number)
                            .filter(Comment::isShown)
                            .isEmpty()) {
                return false;
            }
            if (on) {
                Reaction.add(transaction, number, person.number(), reaction, now());
            } else {
                Reaction.remove(transaction, number, person.number(), reaction);
            }
            return true;
        });
    }

    /** The comments of these numbers, by number. */
    Map<Long, Comment> all(Collection<Long> numbers) {
        return database.read(sql -> CommentRows.all(sql, numbers)).stream()
                .collect(Collectors.toMap(Comment::number, comment -> comment));
    }

    /** All of a paper in the order in which they were written. */
    List<CommentRows.Outline> outline(long paper) {
        return database.read(sql -> CommentRows.outline(sql, paper));
    }

    /** Who reacted to each of these comments, and how. */
    Map<Long, Map<Reaction, List<Long>>> reactions(Collection<Long> numbers) {
        return database.read(sql -> Reaction.to(sql, numbers));
    }

    /** Whether a moderator closed the discussion of a paper. */
    boolean isLocked(long paper) {
        return database.read(sql -> isLocked(sql, paper));
    }

    /** What a comment said before, the earliest first. */
    List<CommentRows.FormerText> versions(long number) {
        return database.read(sql -> CommentRows.versions(sql, number));
    }

    /**
     * Somebody was suspended or reinstated. Their comments stay, but who said something about a paper is counted without
     * the suspended.
     */
    void standingChanged(Transaction transaction, Person person) {
        catalogue.holdAll(transaction);
        transaction
                .list(
                        "select distinct paper from comment where person = ? and state = 'shown' order by paper",
                        (row, index) -> row.getLong(1),
                        person.number())
                .forEach(paper -> counted(transaction, paper));
    }

    /**
     * Somebody deletes their account.
     *
     * @param wordsStay whether what they wrote stays, unsigned; else it is deleted
     */
    void forget(Transaction transaction, Person person, boolean wordsStay) {
        catalogue.holdAll(transaction);
        List<Comment> written = transaction.list(
                "select " + CommentRows.COLUMNS + " from comment where person = ? order by number"
                        + (transaction.isAlone() ? "" : " for update"),
                CommentRows.COMMENT,
                person.number());
        for (Comment comment : written) {
            if (!wordsStay && comment.state() != State.DELETED) {
                CommentRows.delete(transaction, comment.number());
                Reports.settle(transaction, comment.number(), now());
            }
        }
        written.stream().map(Comment::paper).distinct().forEach(paper -> counted(transaction, paper));
        transaction.execute("update comment set person = null where person = ?", person.number());
        for (String table : List.of("comment_reaction", "notice", "comment_report")) {
            transaction.execute("delete from " + table + " where person = ?", person.number());
        }
    }

    /** A comment and its paper, neither of which changes before the transaction ends. */
    Optional<Comment> lock(Transaction transaction, long number) {
        Optional<Long> paper = transaction.number("select paper from comment where number = ?", number);
        return paper.flatMap(about -> catalogue.hold(transaction, about))
                .flatMap(held -> CommentRows.lock(transaction, number));
    }

    /** To be called when a comment can be seen by everybody from now on: its paper is counted, and people are told. */
    void appeared(Transaction transaction, Comment comment) {
        counted(transaction, comment.paper());
        notices.tellOf(transaction, comment, parentOf(transaction, comment), mentioned(transaction, comment));
    }

    /** To be called when it cannot be any more. */
    void disappeared(Transaction transaction, Comment comment) {
        counted(transaction, comment.paper());
        notices.withdraw(transaction, comment.number());
    }

    private void counted(Transaction transaction, long paper) {
        catalogue.countAnew(transaction, paper);
    }

    /** Who suspends the person meanwhile waits, and then finds what they wrote. */
    private boolean mayAct(Transaction transaction, Person person) {
        return people.hold(transaction, person.number())
                .filter(who -> who.may(Role.MEMBER))
                .isPresent();
    }

    private State firstState(Person person, int outsideLinks, Instant now) {
        return settings.isNew(person, now) && outsideLinks > settings.newLinks() ? State.WAITING : State.SHOWN;
    }

    private static boolean isGone(Comment comment) {
        return comment.state() == State.DELETED || comment.state() == State.HIDDEN;
    }

    private static @Nullable String wrong(String words) {
        if (words.isEmpty()) {
            return "Say something: there are no words in it.";
        }
        return words.length() > Comment.LONGEST
                ? "A comment has at most %,d characters; this one has %,d.".formatted(Comment.LONGEST, words.length())
                : null;
    }

    private Optional<Comment> sentBefore(Transaction transaction, Comment comment) {
        return transaction
                .list(
                        "select " + CommentRows.COLUMNS
                                + " from comment where person = ? and at > ? and paper = ? and text = ?",
                        CommentRows.COMMENT,
                        comment.person(),
                        comment.at().minus(TWICE).toEpochMilli(),
                        comment.paper(),
                        comment.text())
                .stream()
                .filter(before -> Objects.equals(before.parent(), comment.parent()) && !isGone(before))
                .findFirst();
    }

    private @Nullable String refusal(Transaction transaction, Person person, Comment comment, Instant now) {
        if (isClosedTo(transaction, person, comment.paper())) {
            return CLOSED;
        }
        if (comment.parent() != null) {
            Optional<Comment> answered = parentOf(transaction, comment);
            if (answered.isEmpty() || answered.get().paper() != comment.paper()) {
                return "What you answer is not here any more. Nothing was kept.";
            }
            if (answered.get().state() != State.SHOWN) {
                return "What you answer was taken away meanwhile. Nothing was kept.";
            }
        }
        int most = settings.perHour(person, now);
        long written = transaction
                .number(
                        "select count(*) from comment where person = ? and at > ?",
                        person.number(),
                        now.minus(Duration.ofHours(1)).toEpochMilli())
                .orElse(0L);
        return written >= most
                ? "You have written %d comments within an hour, as many as you may. Try again later; nothing was kept."
                        .formatted(written)
                : null;
    }

    private static boolean isClosedTo(Transaction transaction, Person person, long paper) {
        return !person.may(Role.MODERATOR) && isLocked(transaction.sql(), paper);
    }

    private static boolean isLocked(JdbcClient sql, long paper) {
        return sql.sql("select number from discussion_lock where paper = ? limit 1")
                .param(paper)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private Optional<Comment> parentOf(Transaction transaction, Comment comment) {
        Long parent = comment.parent();
        return parent == null ? Optional.empty() : CommentRows.find(transaction.sql(), parent);
    }

    private static List<Long> mentioned(Transaction transaction, Comment comment) {
        Set<String> names = comment.links().names();
        return names.isEmpty()
                ? List.of()
                : transaction
                        .sql()
                        .sql("select number from person where gone_at is null and name in (:names) order by number")
                        .param("names", List.copyOf(names))
                        .query((row, index) -> row.getLong("number"))
                        .list();
    }

    /** What of the people and papers that a text names is here. */
    private References known(String text) {
        References named = References.in(text);
        Set<String> names = named.names().stream()
                .filter(name -> people.byName(name).isPresent())
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> papers = named.papers().stream()
                .filter(paper -> catalogue.find(paper).isPresent())
                .collect(Collectors.toCollection(HashSet::new));
        return new References(names, papers);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
