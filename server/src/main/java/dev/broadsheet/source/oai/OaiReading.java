package dev.broadsheet.source.oai;

import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Announced;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.Source.Received;
import dev.broadsheet.source.Source.Rejected;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.FetchException.Kind;
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

    private final OaiListing listing;
    private final Deque<Item> ready = new ArrayDeque<>();
    private OaiReader reader;
    private SeenNames names = new SeenNames();
    private SeenNames tokens = new SeenNames();
    private @Nullable OaiPage page;
    private @Nullable String token;
    private @Nullable Instant started;
    private final boolean resumed;
    private boolean restarted;
    private int toSkip;
    private int itemsToSkip;
    private long nameToFind;
    private int index;
    private long name;
    private long before;
    private int newOnPage;
    private int pages;
    private long pageHash;
    private long pageBefore;
    private int ended = -1;
    private boolean counted;
    private volatile long delivered;
    private volatile long total = -1;

    OaiReading(OaiListing listing, @Nullable OaiCursor from) {
        this.listing = listing;
        this.resumed = from != null;
        this.reader = listing.readers().reader(from == null || from.memory().isEmpty() ? null : from.memory());
        if (from != null) {
            token = from.token();
            toSkip = from.index();
            itemsToSkip = from.item();
            nameToFind = from.name();
            before = from.before();
            delivered = from.delivered();
            total = from.total();
            pages = from.pages();
            pageBefore = from.page();
            started = from.started();
            ended = from.ended();
            counted = from.counted();
        }
    }

    @Override
    public @Nullable Item next() throws IOException {
        while (ready.isEmpty()) {
            if (ended >= 0) {
                return tally();
            }
            try {
                read();
            } catch (FetchException e) {
                if (token == null || !(e.kind() == Kind.REFUSED || e.kind() == Kind.NOT_FOUND)) {
                    throw e;
                }
                startAgain(e.getMessage());
            } catch (OaiException e) {
                if (e.is("noRecordsMatch") && token == null && index == 0) {
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
            }
            current = listing.page(token);
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
        }
        boolean same = toSkip == 0 || name == nameToFind;
        toSkip = 0;
        return same;
    }

    /** Says whether the record is one that did not come before. */
    private boolean notice(OaiRecord record) {
        String identifier = record.identifier().isEmpty() ? "#" + pages + "." + index : record.identifier();
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
        OaiCursor start = cursor(reader.memory());
        boolean isNew = notice(record);
        if (isNew) {
            count();
        }
        List<Function<String, Item>> items = items(record);
        for (int i = itemsToSkip; i < items.size(); i++) {
            boolean last = i == items.size() - 1;
            OaiCursor cursor = last ? cursor(reader.memory()) : start.afterItem(i + 1);
            ready.add(items.get(i).apply(cursor.write()));
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
        String place = record.identifier().isEmpty() ? "a record without an identifier" : record.identifier();
        List<Function<String, Item>> items = new ArrayList<>();
        if (record.deleted()) {
            items.add(cursor -> new Rejected(place, "deleted by the source", record.raw(), cursor));
            return items;
        }
        if (!reader.wanted(record)) {
            return items;
        }
        try {
            var read = reader.read(record);
            items.add(cursor -> new Received(read, cursor));
        } catch (UnreadableRecordException e) {
            items.add(cursor -> new Rejected(place, e.reason(), record.raw(), cursor));
        }
        for (var announcement : reader.announced(record)) {
            items.add(cursor -> new Announced(announcement, cursor));
        }
        return items;
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
        token = current.token();
        pages++;
        before = delivered;
        pageBefore = pageHash;
        startPage();
    }

    /** Why this page is not to be believed, or null. */
    private @Nullable String doubt(OaiPage current) {
        if (index == 0 && !current.tokenSeen()) {
            // An empty list is an error in the protocol; this is the answer to another question.
            return listing.title() + " gave neither records nor a reason";
        }
        if (index > 0 && pageHash == pageBefore) {
            return listing.title() + " gave the same page twice";
        }
        // Some repositories say 0 on every page.
        if (current.start() > 0 && current.start() != before) {
            return listing.title() + " went on at record " + grouped(current.start()) + " after " + grouped(before);
        }
        if (current.token().isEmpty()) {
            if (pages > 0 && !current.tokenSeen() && total < 0) {
                return listing.title() + " broke off without the mark of the end";
            }
            return total >= 0 && delivered != total ? said() : null;
        }
        if (newOnPage == 0 || current.token().equals(token) || !tokens.add(current.token())) {
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
        counted = total >= 0;
        ended = 0;
        startPage();
    }

    private String said() {
        return listing.title() + " said " + grouped(total) + " records, gave " + grouped(delivered);
    }

    private @Nullable Item tally() throws IOException {
        while (ended < reader.tallies()) {
            Instant at = started == null ? Instant.EPOCH : started;
            Tally tally = reader.tally(ended, new OaiReader.End(at, counted));
            ended++;
            if (tally != null) {
                return new Counted(tally, cursor(reader.memory()).write());
            }
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
        token = null;
        started = null;
        reader = listing.readers().reader(null);
        names = new SeenNames();
        tokens = new SeenNames();
        toSkip = 0;
        itemsToSkip = 0;
        before = 0;
        delivered = 0;
        total = -1;
        pages = 0;
        pageBefore = 0;
        startPage();
    }

    private OaiCursor cursor(String memory) {
        Instant at = started == null ? Instant.EPOCH : started;
        return new OaiCursor(
                token, index, 0, name, before, delivered, total, pages, pageBefore, at, ended, counted, memory);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
