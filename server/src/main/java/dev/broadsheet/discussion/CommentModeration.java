package dev.broadsheet.discussion;

import dev.broadsheet.account.Person;
import dev.broadsheet.database.Counter;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.discussion.Comment.State;
import dev.broadsheet.discussion.ModerationLog.Action;
import dev.broadsheet.discussion.Notices.Kind;
import dev.broadsheet.paper.Catalogue;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * What moderators do with comments, discussions and those who write: each with a reason, which stands in the public log.
 * Each method says whether there was something to do; if not, nothing was changed or logged. Thread-safe.
 */
public final class CommentModeration {
    /** Characters of a reason. */
    public static final int LONGEST_REASON = 500;

    private static final Counter LOCKS = new Counter("discussion_lock");

    private final Comments comments;
    private final Catalogue catalogue;
    private final Database database;
    private final Notices notices;
    private final ModerationLog log;
    private final Suspension suspension;
    private final Clock clock;

    public CommentModeration(Comments comments, Catalogue catalogue, Suspension suspension, Clock clock) {
        this.comments = comments;
        this.catalogue = catalogue;
        this.database = catalogue.database();
        this.notices = new Notices(database, clock);
        this.log = new ModerationLog(database, clock);
        this.suspension = suspension;
        this.clock = clock;
    }

    /** Takes a comment out of sight. */
    public boolean hide(Person moderator, long comment, String reason) {
        return change(moderator, comment, Set.of(State.SHOWN, State.WAITING), State.HIDDEN, Action.HIDE, reason);
    }

    /** Shows what was hidden. */
    public boolean show(Person moderator, long comment, String reason) {
        return change(moderator, comment, Set.of(State.HIDDEN), State.SHOWN, Action.SHOW, reason);
    }

    /** Lets in a comment that waits. */
    public boolean approve(Person moderator, long comment, String reason) {
        return change(moderator, comment, Set.of(State.WAITING), State.SHOWN, Action.APPROVE, reason);
    }

    /** Finds nothing wrong with a comment that was reported. */
    public boolean dismiss(Person moderator, long comment, String reason) {
        return database.write(transaction -> {
            boolean reported = transaction
                    .number("select comment from comment_report where comment = ? and settled_at is null", comment)
                    .isPresent();
            return reported
                    && comments.lock(transaction, comment)
                            .map(found -> {
                                Reports.settle(transaction, comment, clock.instant());
                                log.add(transaction, moderator, Action.DISMISS, found, null, null, reason);
                                return true;
                            })
                            .orElse(false);
        });
    }

    private boolean change(Person moderator, long number, Set<State> from, State to, Action action, String reason) {
        return database.write(transaction -> comments.lock(transaction, number)
                .filter(comment -> from.contains(comment.state()))
                .map(comment -> {
                    CommentRows.setState(transaction, number, to);
                    Reports.settle(transaction, number, clock.instant());
                    if (to == State.SHOWN) {
                        comments.appeared(transaction, comment);
                        notices.tellWriter(transaction, comment, Kind.APPROVED);
                    } else {
                        comments.disappeared(transaction, comment);
                        notices.tellWriter(transaction, comment, Kind.HIDDEN);
                    }
                    log.add(transaction, moderator, action, comment, null, null, reason);
                    return true;
                })
                .orElse(false));
    }

    /** Lets nobody but moderators write about a paper. */
    public boolean close(Person moderator, long paper, String reason) {
        return database.write(transaction -> catalogue
                .hold(transaction, paper)
                .filter(held -> !isClosed(transaction, held))
                .map(held -> {
                    transaction.execute(
                            "insert into discussion_lock (number, paper, person, at) values (?, ?, ?, ?)",
                            LOCKS.next(transaction),
                            held,
                            moderator.number(),
                            clock.millis());
                    log.add(transaction, moderator, Action.CLOSE, null, held, null, reason);
                    return true;
                })
                .orElse(false));
    }

    /** Lets members write about a paper again. */
    public boolean open(Person moderator, long paper, String reason) {
        return database.write(transaction -> catalogue
                .hold(transaction, paper)
                .filter(held -> transaction.execute("delete from discussion_lock where paper = ?", held) > 0)
                .map(held -> {
                    log.add(transaction, moderator, Action.OPEN, null, held, null, reason);
                    return true;
                })
                .orElse(false));
    }

    private static boolean isClosed(Transaction transaction, long paper) {
        return transaction
                .number("select number from discussion_lock where paper = ?", paper)
                .isPresent();
    }

    /** Stops somebody from acting; what they wrote stays. */
    public void suspend(Person moderator, long person, String reason) {
        suspension.suspend(moderator, person, reason);
        logged(moderator, Action.SUSPEND, person, reason);
    }

    /** Lets somebody act again. */
    public void reinstate(Person moderator, long person, String reason) {
        suspension.reinstate(moderator, person);
        logged(moderator, Action.REINSTATE, person, reason);
    }

    private void logged(Person moderator, Action action, long person, String reason) {
        database.write(transaction -> {
            log.add(transaction, moderator, action, null, null, person, reason);
            return true;
        });
    }

    /**
     * Stops somebody, and takes all they wrote and all their reactions out of sight. First the one, so that nothing is
     * written between; if the second is cut short, doing it again does the rest.
     *
     * @return how many comments were hidden
     */
    public int suspendAndHide(Person moderator, long person, String reason) {
        suspension.suspend(moderator, person, reason);
        return database.write(transaction -> {
            catalogue.holdAll(transaction);
            List<Comment> written = transaction.list(
                    "select " + CommentRows.COLUMNS + " from comment where person = ? and state in ('shown', 'waiting')"
                            + " order by number",
                    CommentRows.COMMENT,
                    person);
            for (Comment comment : written) {
                CommentRows.setState(transaction, comment.number(), State.HIDDEN);
                Reports.settle(transaction, comment.number(), clock.instant());
                comments.disappeared(transaction, comment);
            }
            transaction.execute("delete from comment_reaction where person = ?", person);
            log.add(transaction, moderator, Action.CLEAN, null, null, person, reason);
            return written.size();
        });
    }

    /** The comments that wait for a moderator, the earliest first. */
    public List<Comment> waiting(int limit) {
        return database.read(sql -> sql.sql("select " + CommentRows.COLUMNS
                        + " from comment where state = 'waiting' order by number limit ?")
                .param(limit)
                .query(CommentRows.COMMENT)
                .list());
    }
}
