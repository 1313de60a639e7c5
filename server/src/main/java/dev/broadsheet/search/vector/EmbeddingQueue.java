package dev.broadsheet.search.vector;

import dev.broadsheet.database.Transaction;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Change;
import dev.broadsheet.paper.Change.Counted;
import dev.broadsheet.paper.Change.Described;
import dev.broadsheet.paper.Change.Merged;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The papers that wait to be embedded. It follows the catalogue's revisions and remembers in the
 * catalogue how far it has read, under a name that holds the models: with another model it reads
 * from the beginning. Thread-safe.
 */
final class EmbeddingQueue {
    private static final int PAGE = 1_000;

    private final Catalogue catalogue;
    private final VectorStore store;
    private final String follower;

    EmbeddingQueue(Catalogue catalogue, VectorStore store) {
        this.catalogue = catalogue;
        this.store = store;
        this.follower = "embedding:" + String.join(",", store.models());
    }

    /**
     * Reads one page of the catalogue's changes.
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
            for (Change change : changes) {
                switch (change) {
                    case Merged merged -> {
                        transaction.execute("delete from embedding_queue where paper = ?", merged.number());
                        transaction.execute("delete from embedding where paper = ?", merged.number());
                    }
                    case Described described -> {
                        if (lacking.contains(described.number())) {
                            enqueue(transaction, described.paper());
                        }
                    }
                    case Counted counted -> {
                        // no text changed
                    }
                }
            }
            return transaction.execute(
                    "insert into follower (name, revision) values (?, ?)"
                            + " on conflict (name) do update set revision = excluded.revision",
                    follower,
                    changes.getLast().revision());
        });
        return true;
    }

    /** Whether every change of the catalogue has been read. */
    boolean isAtEnd() {
        return reached() >= catalogue.latestRevision();
    }

    /** The waiting papers of the newest days, newest first. */
    List<Long> newest(int limit) {
        return catalogue
                .database()
                .read(sql -> sql.sql("select paper from embedding_queue order by day desc, paper desc limit ?")
                        .param(limit)
                        .query(Long.class)
                        .list());
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
