package dev.broadsheet.paper;

import dev.broadsheet.database.Transaction;
import java.util.List;

/**
 * That a column of a room's table holds numbers of papers, and what becomes of its rows when a paper
 * turns out to be another one. Each room declares its own columns; the program hands all of them to the
 * {@link Catalogue}, which applies them in the transaction that makes two papers one. So nobody ever
 * sees a row of a paper that is gone, nor loses one to a crash.
 *
 * <p>A room that adds a row in a transaction of its own asks {@link Catalogue#hold} first which paper to name, so that
 * a merge at the same moment waits and finds the row, or the row names the survivor. In {@link Catalogue#write}, which
 * no merge runs beside, {@link CatalogueWriter#paper} says whether the paper is still there.
 *
 * <p>When a paper is split, all rows stay with the paper that keeps the number: nothing in them says
 * which of the two was meant. A room that can tell moves its rows itself.
 *
 * <p>What a room has drawn from such rows (a count of votes) is drawn anew when it follows {@link
 * Change.Merged}.
 *
 * @param table the table's name in the schema
 * @param column the column's name
 */
public record PaperReference(String table, String column, OnMerge onMerge) {

    /** What becomes of the rows of a paper that is gone. */
    public sealed interface OnMerge {
        /** They become the survivor's, as comments do. */
        record Move() implements OnMerge {}

        /**
         * They become the survivor's, but for those of which the survivor has one that is the same in
         * these columns: those are dropped and the survivor's stays. A person's votes for both papers
         * become one vote.
         *
         * @param same together with the paper they name one row; not empty
         */
        record MoveOrDrop(List<String> same) implements OnMerge {
            public MoveOrDrop {
                same = List.copyOf(same);
                if (same.isEmpty()) {
                    throw new IllegalArgumentException("which columns tell the rows of a paper apart?");
                }
                same.forEach(PaperReference::requireName);
            }
        }

        /** They go with the paper. */
        record Drop(String reason) implements OnMerge {}

        /** Nothing, because other code sees to them or because they are right as they are. */
        record Keep(String reason) implements OnMerge {}
    }

    public PaperReference {
        requireName(table);
        requireName(column);
    }

    /** {@link OnMerge.Move}. */
    public static PaperReference moved(String table, String column) {
        return new PaperReference(table, column, new OnMerge.Move());
    }

    /** {@link OnMerge.MoveOrDrop}. */
    public static PaperReference folded(String table, String column, String... same) {
        return new PaperReference(table, column, new OnMerge.MoveOrDrop(List.of(same)));
    }

    /** {@link OnMerge.Drop}. */
    public static PaperReference dropped(String table, String column, String reason) {
        return new PaperReference(table, column, new OnMerge.Drop(reason));
    }

    /** {@link OnMerge.Keep}. */
    public static PaperReference kept(String table, String column, String reason) {
        return new PaperReference(table, column, new OnMerge.Keep(reason));
    }

    void merge(Transaction transaction, long gone, long survivor) {
        switch (onMerge) {
            case OnMerge.Move() -> move(transaction, gone, survivor);
            case OnMerge.MoveOrDrop(List<String> same) -> {
                StringBuilder twice = new StringBuilder("delete from " + table + " where " + column + " = ? and exists"
                        + " (select 1 from " + table + " as theirs where theirs." + column + " = ?");
                same.forEach(name -> twice.append(" and theirs.%s = %s.%s".formatted(name, table, name)));
                transaction.execute(twice.append(')').toString(), gone, survivor);
                move(transaction, gone, survivor);
            }
            case OnMerge.Drop(String reason) ->
                transaction.execute("delete from " + table + " where " + column + " = ?", gone);
            case OnMerge.Keep(String reason) -> {
                // as the reason says
            }
        }
    }

    private void move(Transaction transaction, long gone, long survivor) {
        transaction.execute("update " + table + " set " + column + " = ? where " + column + " = ?", survivor, gone);
    }

    /** Names become part of SQL. */
    private static void requireName(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a name of a table or column: " + name);
        }
    }
}
