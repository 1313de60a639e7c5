package dev.broadsheet.source.oai;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Announced;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.Source.Received;
import dev.broadsheet.source.Source.Rejected;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.FetchException.Kind;
import dev.broadsheet.source.oai.OaiCursor.Page;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a listing and counts what it gives. A repository that contradicts itself (its count, its
 * tokens, a page that came before) is not believed: the reading breaks off without a tally.
 */
final class OaiReading implements Source.Reading {
    /** No set of one repository has more; every one that counts says so before. */
    private static final long MOST = 5_000_000;

    /** Where every listing begins; the instant is known with the first page. */
    private static final Page FIRST = new Page(null, 0, -1, 0, 0, Instant.EPOCH, false, 0, "");

    private final OaiListing listing;
    private final Deque<Item> ready = new ArrayDeque<>();
    private OaiReader reader;
    private SeenNames names = new SeenNames();
    private SeenNames tokens = new SeenNames();
    private @Nullable OaiPage page;
    private Page place;

    /** The same, as it stands in the cursors. */
    private String written = "";

    private @Nullable Instant started;
    private final boolean resumed;
    private boolean restarted;
    private int toSkip;
    private int itemsToSkip;
    private long nameToFind;
    private int index;
    private long name;
    private int newOnPage;
    private long pageHash;
    private int unplaced;
    private int ended = -1;
    private volatile long delivered;
    private volatile long total = -1;

    OaiReading(OaiListing listing, @Nullable OaiCursor from) {
        this.listing = listing;
        this.resumed = from != null;
        this.place = from == null ? FIRST : from.page();
        this.reader = listing.readers().reader(place.memory().isEmpty() ? null : place.memory());
        if (from != null) {
            toSkip = from.index();
            itemsToSkip = from.item();
            nameToFind = from.name();
            delivered = from.delivered();
            total = place.total();
            started = place.started();
            unplaced = place.unplaced();
            ended = from.ended();
            written = place.written();
        }
    }

    @Override
    public @Nullable Item next() throws IOException {
        while (ready.isEmpty()) {
            if (ended >= 0) {
                Item tally = tally();
                if (tally != null || ended >= 0) {
                    return tally;
                }
            }
            try {
                read();
            } catch (FetchException e) {
                if (place.token() == null || !(e.kind() == Kind.REFUSED || e.kind() == Kind.NOT_FOUND)) {
                    throw e;
                }
                startAgain(e.getMessage());
            } catch (OaiException e) {
                if (e.is("noRecordsMatch") && place.token() == null && index == 0) {
                    total = 0;
                    end();
                } else if (e.is("badResumptionToken") || e.is("noRecordsMatch")) {
                    startAgain(e.getMessage());
                } else {
                    throw e;
                }
            }
        }
        return ready.remove();
    }

    @Override
    public long done() {
        return delivered;
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public void close() throws IOException {
        if (page != null) {
            page.close();
        }
    }

    private void read() throws IOException {
        OaiPage current = page;
        if (current == null) {
            if (started == null) {
                started = listing.clock().instant();
                stand(new Page(null, 0, -1, 0, 0, started, false, 0, ""));
            }
            current = listing.page(place.token());
            page = current;
            if (!skip(current)) {
                startAgain("a page changed since the harvest was interrupted");
                return;
            }
        }
        OaiRecord record = current.next();
        if (record != null) {
            take(record);
        } else {
            turn(current);
        }
    }

    /** Passes over what an earlier reading had from this page; false if it has something else there now. */
    private boolean skip(OaiPage current) throws IOException {
        for (int i = 0; i < toSkip; i++) {
            OaiRecord record = current.next();
            if (record == null) {
                return false;
            }
            notice(record);
            // What the reader knew where the page began it must learn from the page again.
            items(record);
        }
        boolean same = toSkip == 0 || name == nameToFind;
        toSkip = 0;
        return same;
    }

    /** Says whether the record is one that did not come before. */
    private boolean notice(OaiRecord record) {
        String identifier = record.identifier().isEmpty() ? "#" + place.number() + "." + index : record.identifier();
        name = SeenNames.hash(identifier);
        pageHash = pageHash * 31 + name;
        index++;
        boolean isNew = names.add(identifier);
        if (isNew) {
            newOnPage++;
        }
        return isNew;
    }

    private void take(OaiRecord record) throws IOException {
        int doneBefore = index;
        long nameBefore = name;
        long deliveredBefore = delivered;
        if (notice(record)) {
            count();
        }
        List<Function<String, Item>> items = items(record);
        for (int i = itemsToSkip; i < items.size(); i++) {
            boolean last = i == items.size() - 1;
            String cursor = last
                    ? OaiCursor.write(written, index, 0, name, delivered, -1)
                    : OaiCursor.write(written, doneBefore, i + 1, nameBefore, deliveredBefore, -1);
            ready.add(items.get(i).apply(cursor));
        }
        itemsToSkip = 0;
    }

    // One thread reads, so that nothing is lost between reading and writing the field.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void count() throws IOException {
        delivered++;
        if (delivered > MOST) {
            throw new IOException(listing.title() + " does not end after " + grouped(MOST) + " records");
        }
    }

    private List<Function<String, Item>> items(OaiRecord record) {
        String where = record.identifier().isEmpty() ? "a record without an identifier" : record.identifier();
        List<Function<String, Item>> items = new ArrayList<>();
        if (record.deleted()) {
            items.add(cursor -> new Rejected(where, "deleted by the source", record.raw(), cursor));
            return items;
        }
        String unreadable = null;
        try {
            if (!reader.wanted(record)) {
                return items;
            }
            var read = reader.read(record);
            items.add(cursor -> new Received(read, cursor));
        } catch (UnreadableRecordException e) {
            unreadable = e.reason();
        } catch (RuntimeException | StackOverflowError e) {
            // Fields of any kind from anyone: one record must not end a harvest.
            unreadable = mistake(e);
        }
        List<Announcement> announced = List.of();
        try {
            announced = reader.announced(record);
        } catch (UnreadableRecordException e) {
            unplaced++;
            unreadable = unreadable == null ? e.reason() : unreadable;
        } catch (RuntimeException | StackOverflowError e) {
            unplaced++;
            unreadable = unreadable == null ? mistake(e) : unreadable;
        }
        if (unreadable != null) {
            String reason = unreadable;
            items.add(cursor -> new Rejected(where, reason, record.raw(), cursor));
        }
        for (Announcement announcement : announced) {
            items.add(cursor -> new Announced(announcement, cursor));
        }
        return items;
    }

    private static String mistake(Throwable thrown) {
        return "cannot be read: " + thrown.getClass().getSimpleName();
    }

    private void turn(OaiPage current) throws IOException {
        if (current.total() >= 0) {
            total = current.total();
        }
        String doubt = doubt(current);
        if (doubt != null) {
            doubt(doubt);
            return;
        }
        current.close();
        page = null;
        if (current.token().isEmpty()) {
            end();
            return;
        }
        stand(new Page(
                current.token(),
                delivered,
                total,
                place.number() + 1,
                pageHash,
                started(),
                false,
                unplaced,
                reader.memory()));
        startPage();
    }

    private void stand(Page at) {
        place = at;
        written = at.written();
    }

    private Instant started() {
        return started == null ? Instant.EPOCH : started;
    }

    /** Why this page is not to be believed, or null. */
    private @Nullable String doubt(OaiPage current) {
        if (index == 0 && !current.tokenSeen()) {
            // An empty list is an error in the protocol; this is the answer to another question.
            return listing.title() + " gave neither records nor a reason";
        }
        if (index > 0 && pageHash == place.hash()) {
            return listing.title() + " gave the same page twice";
        }
        // Some repositories say 0 on every page.
        if (current.start() > 0 && current.start() != place.before()) {
            return listing.title() + " went on at record " + grouped(current.start()) + " after "
                    + grouped(place.before());
        }
        if (current.token().isEmpty()) {
            if (place.number() > 0 && !current.tokenSeen() && total < 0) {
                return listing.title() + " broke off without the mark of the end";
            }
            if (total >= 0 && delivered != total) {
                return said();
            }
            return unplaced == 0
                    ? null
                    : listing.title() + " gave " + grouped(unplaced) + " records of which nobody can tell the day";
        }
        if (newOnPage == 0 || current.token().equals(place.token()) || !tokens.add(current.token())) {
            return listing.title() + " goes round in circles";
        }
        return total >= 0 && delivered > total ? said() : null;
    }

    /** What an interrupted harvest left may have been wrong already; what was read from the beginning is wrong now. */
    private void doubt(String what) throws IOException {
        if (!resumed || restarted) {
            throw new IOException(what + ": the day stays open");
        }
        startAgain(what);
    }

    private void startPage() {
        index = 0;
        name = 0;
        newOnPage = 0;
        pageHash = 0;
    }

    private void end() {
        ended = 0;
        startPage();
        stand(new Page(
                place.token(),
                delivered,
                total,
                place.number(),
                place.hash(),
                started(),
                total >= 0,
                unplaced,
                reader.memory()));
    }

    private String said() {
        return listing.title() + " said " + grouped(total) + " records, gave " + grouped(delivered);
    }

    private @Nullable Item tally() throws IOException {
        OaiReader.End end = new OaiReader.End(started(), place.counted());
        try {
            while (ended < reader.tallies()) {
                Tally tally = reader.tally(ended, end);
                ended++;
                if (tally != null) {
                    int done = reader.askedAgainFrom(ended);
                    return new Counted(tally, OaiCursor.write(written, 0, 0, 0, delivered, done));
                }
            }
        } catch (ShortListingException e) {
            if (!resumed || restarted) {
                throw e.otherwise();
            }
            startAgain(e.getMessage());
        }
        return null;
    }

    /** From the beginning: what comes twice changes nothing, what never came would be missing. */
    private void startAgain(@Nullable String why) throws IOException {
        if (restarted) {
            throw new IOException(listing.title() + " cannot be read to its end: " + why);
        }
        close();
        restarted = true;
        page = null;
        started = null;
        place = FIRST;
        written = "";
        ended = -1;
        unplaced = 0;
        reader = listing.readers().reader(null);
        names = new SeenNames();
        tokens = new SeenNames();
        toSkip = 0;
        itemsToSkip = 0;
        delivered = 0;
        total = -1;
        startPage();
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
