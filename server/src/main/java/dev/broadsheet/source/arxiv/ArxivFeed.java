package dev.broadsheet.source.arxiv;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.paged.Finding;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.xml.XmlElement;
import java.io.IOException;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The announcement feed of a category (info.arxiv.org/help/rss): the list of one day, made anew each
 * night. Its entries are yielded only when all of it agrees on the day, as a feed kept too long
 * somewhere would put yesterday's papers on today.
 */
record ArxivFeed(String category, URI address, ArxivCalendar calendar, Fetcher fetcher) implements Source {
    @Override
    public String title() {
        return "the feed of " + category;
    }

    @Override
    public String harvest() {
        return "arxiv feed " + address;
    }

    @Override
    public Reading open(@Nullable String cursor) throws IOException {
        AnnouncementFeed document = AnnouncementFeed.read(fetcher.get(address));
        check(document);
        List<Finding> items = new ArrayList<>();
        int unreadable = add(document, items);
        String problem =
                unreadable == 0 ? null : unreadable + " entries of " + title() + " cannot be read: the day stays open";
        return new Listed(items, problem, document.digest(), cursor);
    }

    private void check(AnnouncementFeed document) throws IOException {
        LocalDate day = document.day();
        if (day.isAfter(ArxivCalendar.today(document.at()))) {
            throw new IOException(title() + " bears a day to come, " + day);
        }
        if (document.entries().isEmpty()) {
            return;
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            throw new IOException(title() + " has papers for " + day + ", on which arXiv announces none");
        }
        for (XmlElement element : document.entries()) {
            LocalDate own = AnnouncementEntry.day(element);
            if (!day.equals(own)) {
                throw new IOException(title() + " is of " + day + ", but has an entry of " + own);
            }
        }
    }

    /** Says how many entries cannot be read at all. */
    private int add(AnnouncementFeed document, List<Finding> items) {
        List<AnnouncementEntry> entries = new ArrayList<>();
        int unreadable = 0;
        for (XmlElement element : document.entries()) {
            try {
                entries.add(AnnouncementEntry.of(element));
            } catch (UnreadableRecordException e) {
                unreadable++;
                items.add(Finding.rejected(title(), e.reason(), element.text()));
            }
        }
        long firstNumber = entries.stream()
                .filter(entry -> entry.kind() == Kind.NEW)
                .mapToLong(entry -> entry.name().order())
                .min()
                .orElse(Long.MAX_VALUE);
        Set<String> counted = new HashSet<>();
        for (AnnouncementEntry entry : entries) {
            // A cross-list of an older paper says nothing of when that was announced.
            boolean first = entry.kind() == Kind.NEW || entry.name().order() >= firstNumber;
            add(entry, document.day(), first ? document.day() : null, items);
            if (entry.kind() != Kind.REPLACEMENT) {
                counted.add(entry.name().name());
            }
        }
        boolean quiet = entries.isEmpty() && calendar.quiet(document.day()).isPresent();
        if (unreadable == 0 && !quiet && document.entries().size() < AnnouncementFeed.CUT_OFF_AT) {
            Tally tally = new Tally(
                    ArxivSource.NAME, category, document.day(), "announcement feed", counted.size(), document.at());
            items.add(cursor -> new Counted(tally, cursor));
        }
        return unreadable;
    }

    private void add(AnnouncementEntry entry, LocalDate day, @Nullable LocalDate announced, List<Finding> items) {
        String name = entry.name().name();
        if (entry.kind() != Kind.REPLACEMENT) {
            items.add(Finding.of(name, () -> entry.element().text(), () -> entry.read(announced)));
        }
        Announcement announcement = new Announcement(
                ArxivSource.NAME,
                category,
                day,
                name,
                entry.kind(),
                entry.name().version(),
                true);
        items.add(cursor -> new Announced(announcement, cursor));
    }

    /** The items of a document; a cursor of another document counts for nothing. */
    private static final class Listed implements Reading {
        private final List<Finding> items;
        private final @Nullable String problem;
        private final String digest;
        private volatile int next;

        Listed(List<Finding> items, @Nullable String problem, String digest, @Nullable String cursor) {
            this.items = items;
            this.problem = problem;
            this.digest = digest;
            if (cursor != null && cursor.matches(digest + " \\d{1,9}")) {
                next = Integer.parseInt(cursor.substring(cursor.indexOf(' ') + 1));
            }
        }

        // One thread reads, so that nothing is lost between reading and writing the field.
        @SuppressWarnings("NonAtomicVolatileUpdate")
        @Override
        public @Nullable Item next() throws IOException {
            if (next >= items.size()) {
                if (problem != null) {
                    throw new IOException(problem);
                }
                return null;
            }
            Item item = items.get(next).at(digest + " " + (next + 1));
            next++;
            return item;
        }

        @Override
        public long done() {
            return next;
        }

        @Override
        public long total() {
            return items.size();
        }

        @Override
        public void close() {
            // the document was read whole
        }
    }
}
