package dev.broadsheet.authorship;

import dev.broadsheet.database.Transaction;

/** Is told when somebody becomes an author of a paper or is one no longer. Called by many threads. */
@FunctionalInterface
public interface AuthorshipListener {
    /**
     * Called in the transaction that changes it, which holds the paper; {@link Authorship#isAuthor} answers as it is from
     * now on. Not told here are that two papers become one, as
     * the catalogue's changes tell, and that somebody deletes their account, as every room is told.
     */
    void changed(Transaction transaction, long paper, long person);
}
