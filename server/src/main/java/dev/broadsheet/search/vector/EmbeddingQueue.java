package dev.broadsheet.search.vector;

import dev.broadsheet.database.Transaction;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Change;
import dev.broadsheet.paper.Change.Counted;
import dev.broadsheet.paper.Change.Described;
import dev.broadsheet.paper.Change.Merged;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The papers that wait to be embedded. It follows the catalogue's revisions and remembers in the
 * catalogue how far it has read, under a name that holds the models: with another model it reads
 * from the beginning. All servers of one catalogue share it: each page of changes is read into it once, and a
 * paper is given to one of them at a time. The rows of the queue say which server has them and until when, rather than
 * {@link dev.broadsheet.database.Claims}, which are for few pieces of work that have names. Thread-safe.
 */
final class EmbeddingQueue {
    private static final int PAGE = 1_000;

    private final Catalogue catalogue;
    private final VectorStore store;
    private final String follower;
    private final InstantSource clock;

    /** Whose claims are its own. */
    private final String owner = UUID.randomUUID().toString();

    EmbeddingQueue(Catalogue catalogue, VectorStore store, InstantSource clock) {
        this.clock = clock;
        this.catalogue = catalogue;
        this.store = store;
        this.follower = "embedding:" + String.join(",", store.models());
    }

    /**
     * Reads one page of the catalogue's changes, unless another server does so at the same time.
     *
     * @return whether there were any
     */
    boolean follow() {
        long reached = reached();
        List<Change> changes = catalogue.changesAfter(reached, PAGE);
        if (changes.isEmpty()) {
            return false;
        }
        List<Paper> papers = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Described described) {
                papers.add(described.paper());
            }
        }
        Set<Long> lacking = store.lacking(papers);
        catalogue.write(writer -> {
            Transaction transaction = writer.transaction();
            if (!advance(transaction, reached, changes.getLast().revision())) {
                return 0;
            }
            // Another server may have embedded some of them since.
            Set<Long> still = store.lacking(
                    transaction.sql(),
                    papers.stream()
                            .filter(paper -> lacking.contains(paper.number()))
                            .toList());
            List<Change> byNumber = changes.stream()
                    .sorted(Comparator.comparingLong(Change::number))
                    .toList();
            for (Change change : byNumber) {
                switch (change) {
                    case Merged merged -> {
                        transaction.execute("delete from embedding_queue where paper = ?", merged.number());
                        transaction.execute("delete from embedding where paper = ?", merged.number());
                    }
                    case Described described -> {
                        if (still.contains(described.number())) {
                            enqueue(transaction, described.paper());
                        }
                    }
                    case Counted counted -> {
                        // no text changed
                    }
                }
            }
            return changes.size();
        });
        return true;
    }

    /** Notes how far this has read; false if another server has read further meanwhile. */
    private boolean advance(Transaction transaction, long from, long to) {
        return from == 0
                ? transaction.execute(
                                "insert into follower (name, revision) values (?, ?) on conflict (name) do nothing",
                                follower,
                                to)
                        == 1
                : transaction.execute(
                                "update follower set revision = ? where name = ? and revision = ?", to, follower, from)
                        == 1;
    }

    /** Whether every change of the catalogue has been read. */
    boolean isAtEnd() {
        return reached() >= catalogue.latestRevision();
    }

    /** The waiting papers of the newest days, newest first, claimed or not. */
    List<Long> newest(int limit) {
        return catalogue
                .database()
                .read(sql -> sql.sql("select paper from embedding_queue order by day desc, paper desc limit ?")
                        .param(limit)
                        .query(Long.class)
                        .list());
    }

    /**
     * Claims the newest papers that nobody has claimed, or whose claim has run out. Whoever embeds them stores them
     * with {@link #remove} or gives them back.
     *
     * @param but papers that are not wanted
     */
    List<Long> claim(int most, Set<Long> but, Duration time) {
        long now = clock.millis();
        List<Long> free = catalogue
                .database()
                .read(sql -> sql.sql(
                                "select paper from embedding_queue where claimed_until is null or claimed_until <= ?"
                                        + " order by day desc, paper desc limit ?")
                        .params(now, most + but.size())
                        .query(Long.class)
                        .list());
        List<Long> wanted =
                free.stream().filter(paper -> !but.contains(paper)).limit(most).toList();
        if (wanted.isEmpty()) {
            return wanted;
        }
        // Everybody locks the rows by number, so that two servers never wait for each other on PostgreSQL.
        Set<Long> claimed = catalogue
                .database()
                .write(transaction -> wanted.stream()
                        .sorted()
                        .filter(paper -> transaction.execute(
                                        "update embedding_queue set claimed_by = ?, claimed_until = ? where paper = ?"
                                                + " and (claimed_until is null or claimed_until <= ?)",
                                        owner,
                                        now + time.toMillis(),
                                        paper,
                                        now)
                                == 1)
                        .collect(Collectors.toSet()));
        return wanted.stream().filter(claimed::contains).toList();
    }

    /** Gives back what was claimed and not removed. */
    void giveBack(List<Long> papers) {
        catalogue.database().write(transaction -> {
            papers.stream()
                    .sorted()
                    .forEach(paper -> transaction.execute(
                            "update embedding_queue set claimed_by = null, claimed_until = null"
                                    + " where paper = ? and claimed_by = ?",
                            paper,
                            owner));
            return papers.size();
        });
    }

    long size() {
        return catalogue
                .database()
                .read(sql -> sql.sql("select count(*) from embedding_queue")
                        .query(Long.class)
                        .single());
    }

    void remove(Transaction transaction, long paper) {
        transaction.execute("delete from embedding_queue where paper = ?", paper);
    }

    private static void enqueue(Transaction transaction, Paper paper) {
        PartialDate day = paper.metadata().day();
        transaction.execute(
                "insert into embedding_queue (paper, day) values (?, ?)"
                        + " on conflict (paper) do update set day = excluded.day",
                paper.number(),
                day == null ? "" : day.text());
    }

    private long reached() {
        Optional<Long> reached = catalogue
                .database()
                .read(sql -> sql.sql("select revision from follower where name = ?")
                        .param(follower)
                        .query(Long.class)
                        .optional());
        return reached.orElse(0L);
    }
}
