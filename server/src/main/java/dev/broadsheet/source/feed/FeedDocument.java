package dev.broadsheet.source.feed;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Announced;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.paged.Answers;
import dev.broadsheet.source.paged.Finding;
import dev.broadsheet.source.paged.ListPosition;
import dev.broadsheet.source.paged.Pages;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.xml.XmlElement;
import dev.broadsheet.source.xml.XmlPieces;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The one document that a feed is, read whole each time. */
final class FeedDocument implements Pages {
    private static final Set<String> ROOTS = Set.of("feed", "rss", "RDF");
    private static final Set<String> ENTRIES = Set.of("entry", "item");

    /** When the feed itself was written, by any of the kinds of feeds. */
    private static final Set<String> WRITTEN = Set.of("updated", "lastBuildDate", "pubDate", "date");

    private static final String CURSOR = ListPosition.START.toString();

    private final String source;
    private final String title;
    private final List<String> categories;
    private final URI address;
    private final Fetcher fetcher;
    private final Set<String> names = new HashSet<>();

    FeedDocument(String source, String title, List<String> categories, URI address, Fetcher fetcher) {
        this.source = source;
        this.title = title;
        this.categories = categories;
        this.address = address;
        this.fetcher = fetcher;
    }

    @Override
    public boolean next(List<Source.Item> items) throws IOException {
        Answer answer = fetcher.get(address);
        FeedDays days = new FeedDays(answer.at());
        Set<String> wanted = new HashSet<>(ENTRIES);
        wanted.addAll(WRITTEN);
        try (XmlPieces pieces = Answers.xml(answer, title, ROOTS, wanted)) {
            URI base = FeedLinks.resolved(answer.address(), pieces.root().attribute("base"));
            for (XmlElement piece = pieces.next(); piece != null; piece = pieces.next()) {
                if (ENTRIES.contains(piece.name())) {
                    add(new FeedEntry(piece, base == null ? answer.address() : base), days, items);
                } else {
                    Instant written = FeedDates.instant(piece.text());
                    if (written != null) {
                        days.written(written);
                    }
                }
            }
        }
        days.counted()
                .forEach((day, expected) ->
                        items.add(new Counted(new Tally(source, "", day, "feed", expected, answer.at()), CURSOR)));
        return false;
    }

    private void add(FeedEntry entry, FeedDays days, List<Source.Item> items) {
        String name = entry.name();
        if (!names.add(name)) {
            return;
        }
        items.add(Finding.of(
                        title + ", entry " + names.size(),
                        () -> Text.line(entry.element().text()),
                        () -> entry.record(source, categories))
                .at(CURSOR));
        days.add(entry.dated())
                .ifPresent(day -> items.add(new Announced(
                        new Announcement(source, "", day, name, Announcement.Kind.NEW, 0, true), CURSOR)));
    }
}
