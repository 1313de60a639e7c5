package dev.broadsheet.source.oai;

import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.FetchException.Kind;
import dev.broadsheet.source.paged.Finding;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a listing, from its beginning or from where an earlier reading stopped. Where it is says
 * {@link OaiPlace}, what it counted {@link OaiCount}; where {@link OaiDoubt} finds that the repository
 * contradicts itself, the reading breaks off without a tally.
 */
final class OaiReading implements Source.Reading {
    private final OaiListing listing;
    private final boolean resumed;
    private final Deque<Item> ready = new ArrayDeque<>();
    private final OaiCount count = new OaiCount();
    private OaiPlace place;
    private OaiDoubt doubt = new OaiDoubt();
    private OaiReader reader;
    private @Nullable OaiPage page;
    private boolean restarted;

    OaiReading(OaiListing listing, @Nullable OaiCursor from) {
        this.listing = listing;
        this.resumed = from != null;
        this.place = new OaiPlace(from);
        if (from != null) {
            count.goOn(from);
        }
        String memory = place.page().memory();
        this.reader = listing.readers().reader(memory.isEmpty() ? null : memory);
    }

    @Override
    public @Nullable Item next() throws IOException {
        while (ready.isEmpty()) {
            if (place.isAtTheEnd()) {
                Item tally = tally();
                if (tally != null || place.isAtTheEnd()) {
                    return tally;
                }
            }
            try {
                read();
            } catch (FetchException e) {
                if (place.page().token() == null || !(e.kind() == Kind.REFUSED || e.kind() == Kind.NOT_FOUND)) {
                    throw e;
                }
                startAgain(e.getMessage());
            } catch (OaiException e) {
                if (e.is("noRecordsMatch") && place.page().token() == null && place.index() == 0) {
                    count.said(0);
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
        return count.delivered();
    }

    @Override
    public long total() {
        return count.total();
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
            if (!place.isStarted()) {
                place.start(listing.clock().instant());
            }
            current = listing.page(place.page().token());
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
        int records = place.recordsToSkip();
        for (int i = 0; i < records; i++) {
            OaiRecord record = current.next();
            if (record == null) {
                return false;
            }
            isNew(record);
            // What the reader knew where the page began it must learn from the page again.
            findings(record);
        }
        return place.skipped();
    }

    private boolean isNew(OaiRecord record) {
        String identifier = record.identifier().isEmpty() ? place.unnamed() : record.identifier();
        long hash = NameHashes.hash(identifier);
        place.pass(hash);
        return doubt.isNew(hash);
    }

    private void take(OaiRecord record) throws IOException {
        OaiPlace.Mark before = place.mark(count.delivered());
        if (isNew(record)) {
            count.add();
            if (count.delivered() > OaiCount.MOST) {
                throw new IOException(
                        listing.title() + " does not end after " + OaiCount.grouped(OaiCount.MOST) + " records");
            }
        }
        OaiPlace.Mark after = place.mark(count.delivered());
        List<Finding> findings = findings(record);
        for (int i = place.skipItems(); i < findings.size(); i++) {
            boolean last = i == findings.size() - 1;
            ready.add(findings.get(i).at(last ? place.cursor(after, 0) : place.cursor(before, i + 1)));
        }
    }

    private List<Finding> findings(OaiRecord record) {
        OaiFindings found = OaiFindings.of(record, reader);
        if (!found.isPlaced()) {
            count.addUnplaced();
        }
        return found.findings();
    }

    private void turn(OaiPage current) throws IOException {
        if (current.total() >= 0) {
            count.said(current.total());
        }
        String problem = doubt.about(current, place, count);
        if (problem != null) {
            doubted(listing.title() + " " + problem);
            return;
        }
        current.close();
        page = null;
        if (current.token().isEmpty()) {
            end();
        } else {
            place.turn(current.token(), doubt.pageHash(), count, reader.memory());
            doubt.pageBegins();
        }
    }

    private void end() {
        place.end(count, reader.memory());
        doubt.pageBegins();
    }

    /** What an interrupted harvest left may have been wrong already; what was read from the beginning is wrong now. */
    private void doubted(String what) throws IOException {
        if (!resumed || restarted) {
            throw new IOException(what + ": the day stays open");
        }
        startAgain(what);
    }

    private @Nullable Item tally() throws IOException {
        OaiReader.End end =
                new OaiReader.End(place.page().started(), place.page().counted());
        try {
            while (place.tallies() < reader.tallies()) {
                Tally tally = reader.tally(place.tallies(), end);
                place.tallied();
                if (tally != null) {
                    int done = reader.askedAgainFrom(place.tallies());
                    return new Counted(tally, place.cursorAtTally(count.delivered(), done));
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
        place = new OaiPlace(null);
        doubt = new OaiDoubt();
        reader = listing.readers().reader(null);
        count.reset();
    }
}
