package dev.broadsheet.source.paged;

import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.Source.Reading;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One pass over a day's pages. Counts different entries, and counts the day only if they are as
 * many as the service says.
 */
final class DayReading implements Reading {
    /** More papers than all publishers together register in a day. */
    private static final int MOST = 500_000;

    private final PagedService service;
    private final Fetcher fetcher;
    private final LocalDate day;
    private final EntryReader reader;
    private final Queue<Item> waiting = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> papers = new HashMap<>();
    private @Nullable String token;
    private @Nullable Instant asked;
    private @Nullable IOException problem;
    private int total = -1;
    private boolean finished;

    DayReading(PagedService service, Fetcher fetcher, LocalDate day) {
        this.service = service;
        this.fetcher = fetcher;
        this.day = day;
        this.reader = new EntryReader(service);
    }

    @Override
    public @Nullable Item next() throws IOException {
        while (waiting.isEmpty() && !finished) {
            turn();
        }
        Item item = waiting.poll();
        if (item == null && problem != null) {
            throw problem;
        }
        return item;
    }

    @Override
    public long done() {
        return seen.size();
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public void close() {
        // holds nothing open
    }

    private void turn() throws IOException {
        Answer answer = fetcher.get(service.page(day, token));
        if (asked == null) {
            // What came in while the later pages were read may be missing on the earlier ones.
            asked = answer.at();
        }
        Page page;
        try {
            page = service.page(JsonAnswer.read(answer), token);
        } catch (UnreadableRecordException e) {
            throw new IOException(JsonAnswer.unexpected(answer.address(), e), e);
        }
        total = Math.max(total, page.total());
        int before = seen.size();
        for (JsonNode entry : page.entries()) {
            take(entry);
        }
        boolean end =
                page.next() == null || page.entries().isEmpty() || (service.countsExactly() && seen.size() >= total);
        if (problem == null && end) {
            finish(asked);
        } else if (problem == null && seen.size() == before) {
            fail("gives the same page again, " + seen.size() + " of " + total + " records came");
        } else if (problem == null && seen.size() > MOST) {
            fail("gives more than " + MOST + " records");
        }
        finished = end || problem != null;
        token = page.next();
    }

    private void take(JsonNode entry) {
        PageEntry listed = reader.listed(entry);
        if (!seen.add(listed == null ? EntryReader.beginning(entry) : listed.name() + " v" + listed.version())) {
            return;
        }
        if (listed != null && listed.day() != null && !listed.day().equals(day)) {
            fail("gives " + listed.name() + ", which is of " + listed.day());
            return;
        }
        if (listed != null && listed.parts().isEmpty()) {
            return;
        }
        waiting.add(reader.item(entry, listed, day.toString()));
        if (listed == null) {
            // Nobody can tell which one it was, so that the day stays one short everywhere.
            service.profile().parts().forEach(part -> papers.merge(part, 1, Integer::sum));
            return;
        }
        for (String part : listed.parts()) {
            waiting.add(reader.announced(listed, part, day, day.toString()));
            if (listed.kind() != Kind.REPLACEMENT) {
                papers.merge(part, 1, Integer::sum);
            }
        }
    }

    private void finish(Instant at) {
        boolean agrees = service.countsExactly() ? seen.size() == total : seen.size() >= total;
        if (!agrees) {
            fail("says that it has " + total + " records and gives " + seen.size());
            return;
        }
        for (String part : service.profile().parts()) {
            Integer expected = service.countsExactly() ? papers.getOrDefault(part, 0) : null;
            waiting.add(new Counted(
                    new Tally(service.profile().name(), part, day, "list of the day", expected, at), day.toString()));
        }
    }

    private void fail(String what) {
        if (problem == null) {
            problem = new IOException(service.profile().title() + " of " + day + " " + what);
        }
    }
}
