package dev.broadsheet.ingest.ledger;

import dev.broadsheet.database.Transaction;
import dev.broadsheet.ingest.ledger.LedgerQueries.Cell;
import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** Writes what a source announced and counted, within one transaction. */
public final class LedgerRows {
    private static final String KNOWN =
            "select source, part, day, name, kind, version, listed from announcement where source = ? and part = ? and name = ? and ";

    /**
     * Of several statements about one announcement this one stands, in whatever order they come: a
     * list's own before one that follows from dates, then the earliest, because a stale list repeats.
     */
    private static final Comparator<Announcement> STANDING = Comparator.comparing(Announcement::listed)
            .reversed()
            .thenComparing(Announcement::day)
            .thenComparing(Announcement::kind)
            .thenComparingInt(Announcement::version);

    private final Transaction transaction;
    private final Instant now;
    private final Repeats repeats;

    /** @param repeats of the reading that the announcements and counts come from */
    public LedgerRows(Transaction transaction, Instant now, Repeats repeats) {
        this.transaction = transaction;
        this.now = now;
        this.repeats = repeats;
    }

    /**
     * Notes an announcement. A part announces a paper once, be it as new or cross-listed, and each of
     * its later versions once; where versions are not counted, the last replacement stands.
     */
    public void announce(Announcement announcement) {
        Optional<Announcement> known = known(announcement);
        if (known.isEmpty()) {
            insert(announcement);
        } else if (repeats(announcement, known.get())) {
            repeats.add(new Cell(announcement.part(), announcement.day()), announcement.name());
        } else if (stands(announcement, known.get())) {
            Announcement before = known.get();
            transaction.execute(
                    "update announcement set kind = ?, version = ?, day = ?, listed = ?"
                            + " where source = ? and part = ? and name = ? and kind = ? and version = ?",
                    announcement.kind().name(),
                    announcement.version(),
                    announcement.day().toString(),
                    announcement.listed() ? 1 : 0,
                    before.source(),
                    before.part(),
                    before.name(),
                    before.kind().name(),
                    before.version());
        }
    }

    /** A replacement may be uncounted and come again; that a part has a paper is said once. */
    private static boolean repeats(Announcement announcement, Announcement known) {
        return announcement.kind() != Kind.REPLACEMENT
                && announcement.listed()
                && known.listed()
                && announcement.day().isAfter(known.day());
    }

    private static boolean stands(Announcement announcement, Announcement known) {
        boolean uncounted = announcement.kind() == Kind.REPLACEMENT && announcement.version() == 0;
        if (uncounted && announcement.listed() == known.listed()) {
            return announcement.day().isAfter(known.day());
        }
        return STANDING.compare(announcement, known) < 0;
    }

    /**
     * Notes a count, without what stands on a day before. The latest of one service stands, unless the
     * clock was ahead; that of a stale list is of another day.
     */
    public void count(Tally tally) {
        if (repeats.isStale(tally)) {
            return;
        }
        Optional<Instant> known = transaction
                .text(
                        "select counted_at from tally where source = ? and part = ? and day = ? and origin = ?",
                        tally.source(),
                        tally.part(),
                        tally.day().toString(),
                        tally.origin())
                .map(Instant::parse);
        if (known.isPresent() && known.get().isAfter(tally.at()) && !known.get().isAfter(now)) {
            return;
        }
        transaction.execute(
                "insert into tally (source, part, day, origin, expected, counted_at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (source, part, day, origin) do update set"
                        + " expected = excluded.expected, counted_at = excluded.counted_at",
                tally.source(),
                tally.part(),
                tally.day().toString(),
                tally.origin(),
                repeats.expected(tally),
                tally.at().toString());
    }

    /** Notes that a record was missing and came when it was asked for. */
    public void repair(String source, String name) {
        transaction.execute(
                "insert into repair (source, name, repaired_at) values (?, ?, ?) on conflict do nothing",
                source,
                name,
                now.toString());
    }

    private Optional<Announcement> known(Announcement announcement) {
        return announcement.kind() == Kind.REPLACEMENT
                ? transaction.first(
                        KNOWN + "kind = 'REPLACEMENT' and version = ?",
                        LedgerRows::announcement,
                        announcement.source(),
                        announcement.part(),
                        announcement.name(),
                        announcement.version())
                : transaction.first(
                        KNOWN + "kind <> 'REPLACEMENT'",
                        LedgerRows::announcement,
                        announcement.source(),
                        announcement.part(),
                        announcement.name());
    }

    private void insert(Announcement announcement) {
        transaction.execute(
                "insert into announcement (source, part, name, kind, version, day, listed, seen_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                announcement.source(),
                announcement.part(),
                announcement.name(),
                announcement.kind().name(),
                announcement.version(),
                announcement.day().toString(),
                announcement.listed() ? 1 : 0,
                now.toString());
    }

    private static Announcement announcement(ResultSet row, int index) throws SQLException {
        return new Announcement(
                row.getString("source"),
                row.getString("part"),
                LocalDate.parse(row.getString("day")),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getInt("version"),
                row.getInt("listed") != 0);
    }
}
