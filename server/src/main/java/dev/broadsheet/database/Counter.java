package dev.broadsheet.database;

/**
 * Gives out numbers, each once for ever, for things that are numbered. Two transactions that number the same kind of
 * thing wait for one another, so that what is numbered later in time has the higher number. Thread-safe.
 *
 * @param name of the kind of thing, the name of its table for instance
 */
public record Counter(String name) {

    /** The next number, from 1; it is given out again if the transaction does not commit. */
    public long next(Transaction transaction) {
        return transaction
                .number(
                        "insert into counter (name, latest) values (?, 1)"
                                + " on conflict (name) do update set latest = counter.latest + 1 returning latest",
                        name)
                .orElseThrow();
    }
}
