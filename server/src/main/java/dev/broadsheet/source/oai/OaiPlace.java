package dev.broadsheet.source.oai;

import dev.broadsheet.source.oai.OaiCursor.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a reading of a listing is: at a page, a record, a tally; as the cursors say it. For one thread. */
final class OaiPlace {
    /** Where every listing begins; the instant is known with the first page. */
    private static final Page FIRST = new Page(null, 0, -1, 0, 0, Instant.EPOCH, false, 0, "");

    private Page page = FIRST;

    /** The same, as it stands in the cursors. */
    private String written = "";

    private int index;
    private long name;
    private int tallies = -1;

    /** What an earlier reading had from the page where it stopped, until it is passed over. */
    private int recordsToSkip;

    private int itemsToSkip;
    private long lastOfThem;

    /**
     * So far on a page.
     *
     * @param delivered how many different records came in all
     */
    record Mark(int index, long name, long delivered) {}

    /** @param from where an earlier reading stopped; null for the beginning */
    OaiPlace(@Nullable OaiCursor from) {
        if (from != null) {
            stand(from.page());
            tallies = from.ended();
            recordsToSkip = from.index();
            itemsToSkip = from.item();
            lastOfThem = from.name();
        }
    }

    /** Where the page begins. */
    Page page() {
        return page;
    }

    boolean isStarted() {
        return !page.started().equals(Instant.EPOCH);
    }

    /** The first page was asked for. */
    void start(Instant at) {
        stand(new Page(null, 0, -1, 0, 0, at, false, 0, ""));
    }

    /** How many records of the page an earlier reading had. */
    int recordsToSkip() {
        return recordsToSkip;
    }

    /** They were passed over; false if another record stands where the earlier reading stopped. */
    boolean skipped() {
        boolean same = recordsToSkip == 0 || name == lastOfThem;
        recordsToSkip = 0;
        return same;
    }

    /** How many items of the next record an earlier reading had; says so once. */
    int skipItems() {
        int items = itemsToSkip;
        itemsToSkip = 0;
        return items;
    }

    /** What the next record is called if it has no identifier. */
    String unnamed() {
        return "#" + page.number() + "." + index;
    }

    /** How many records of the page are done. */
    int index() {
        return index;
    }

    /** One more record is done, whose name has this hash. */
    void pass(long hash) {
        name = hash;
        index++;
    }

    Mark mark(long delivered) {
        return new Mark(index, name, delivered);
    }

    /** @param item how many items of the record after the mark are done */
    String cursor(Mark at, int item) {
        return OaiCursor.write(written, at.index(), item, at.name(), at.delivered(), -1);
    }

    void turn(String token, long pageHash, OaiCount count, String memory) {
        leave(new Page(
                token,
                count.delivered(),
                count.total(),
                page.number() + 1,
                pageHash,
                page.started(),
                false,
                count.unplaced(),
                memory));
    }

    /** The last page is done, the tallies begin. */
    void end(OaiCount count, String memory) {
        tallies = 0;
        leave(new Page(
                page.token(),
                count.delivered(),
                count.total(),
                page.number(),
                page.hash(),
                page.started(),
                count.total() >= 0,
                count.unplaced(),
                memory));
    }

    boolean isAtTheEnd() {
        return tallies >= 0;
    }

    /** How many tallies are done; -1 before the end. */
    int tallies() {
        return tallies;
    }

    void tallied() {
        tallies++;
    }

    /** @param done at which tally a later reading goes on */
    String cursorAtTally(long delivered, int done) {
        return OaiCursor.write(written, 0, 0, 0, delivered, done);
    }

    private void leave(Page next) {
        stand(next);
        index = 0;
        name = 0;
    }

    private void stand(Page at) {
        page = at;
        written = at.written();
    }
}
