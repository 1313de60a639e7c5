package dev.broadsheet.testing.arxiv;

import dev.broadsheet.testing.arxiv.ArxivList.Item;
import dev.broadsheet.testing.arxiv.ArxivPaper.Description;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The announcement feeds: what the listing of this date has, and nothing on days without one. */
final class FeedService {
    private final ArxivList list;
    private final Mood mood;
    private final Set<LocalDate> disguised = ConcurrentHashMap.newKeySet();

    FeedService(ArxivList list, Mood mood) {
        this.list = list;
        this.mood = mood;
    }

    private record Entry(Item item, String type) {}

    /** @param categories with {@code +} between them */
    StandInReply answer(boolean atom, String categories, Instant now, @Nullable Mischief mischief) {
        LocalDate today = now.atZone(ArxivDays.ZONE).toLocalDate();
        LocalDate before = list.listingBefore(today);
        LocalDate dated = mischief == Mischief.YESTERDAYS_FEED ? before : today;
        LocalDate listed = mischief == Mischief.YESTERDAYS_ENTRIES ? before : dated;
        if (!listed.equals(dated)) {
            disguised.addAll(List.of(listed, dated));
        }
        List<String> wanted = List.of(categories.split("\\+"));
        List<Entry> entries = list.listing(listed).stream()
                .filter(item -> !mood.omits(
                        Mood.Service.FEED,
                        item.id(),
                        now.atOffset(ZoneOffset.UTC).toLocalDate()))
                .map(item -> entry(item, wanted))
                .filter(Objects::nonNull)
                .toList();
        ZonedDateTime published = dated.atStartOfDay(ArxivDays.ZONE);
        return atom ? atom(categories, published, entries) : rss(categories, published, entries);
    }

    /** The days whose entries were given under the date of a later one, and those later ones. */
    Set<LocalDate> disguised() {
        return Set.copyOf(disguised);
    }

    private static @Nullable Entry entry(Item item, List<String> wanted) {
        for (String category : wanted) {
            String type = item.announced(category);
            if (type != null) {
                return new Entry(item, type);
            }
        }
        return null;
    }

    private static StandInReply atom(String categories, ZonedDateTime published, List<Entry> entries) {
        String built = published
                .plusSeconds(19)
                .toOffsetDateTime()
                .toInstant()
                .atOffset(ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.482113xxx"));
        String address = "http://rss.arxiv.org/atom/" + categories;
        Xml xml = new Xml()
                .open(
                        "feed",
                        "xmlns:arxiv",
                        "http://arxiv.org/schemas/atom",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns",
                        "http://www.w3.org/2005/Atom",
                        "xml:lang",
                        "en-us");
        xml.element("id", address).element("title", categories + " updates on arXiv.org");
        xml.element("updated", built);
        xml.empty("link", "href", address, "rel", "self", "type", "application/atom+xml");
        xml.element("subtitle", categories + " updates on the arXiv.org e-print archive.");
        for (Entry entry : entries) {
            Description said = entry.item().stage().said();
            xml.open("entry").element("id", "oai:arXiv.org:" + name(entry));
            xml.element("title", said.title()).element("updated", built);
            xml.empty(
                    "link",
                    "href",
                    "https://arxiv.org/abs/" + entry.item().id(),
                    "rel",
                    "alternate",
                    "type",
                    "text/html");
            xml.element("summary", summary(entry));
            said.categories().forEach(category -> xml.empty("category", "term", category));
            xml.element(
                    "published",
                    published.toOffsetDateTime().format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx")));
            xml.element("arxiv:announce_type", entry.type());
            xml.element("dc:rights", "http://arxiv.org/licenses/nonexclusive-distrib/1.0/");
            xml.elementIfAny("arxiv:DOI", said.doi());
            xml.element("dc:creator", creators(said)).close("entry");
        }
        return new StandInReply(200, "application/atom+xml", xml.close("feed").toString());
    }

    private static StandInReply rss(String categories, ZonedDateTime published, List<Entry> entries) {
        String address = "http://rss.arxiv.org/rss/" + categories;
        String date = published.format(DateTimeFormatter.RFC_1123_DATE_TIME);
        Xml xml = new Xml()
                .open(
                        "rss",
                        "xmlns:arxiv",
                        "http://arxiv.org/schemas/atom",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "version",
                        "2.0")
                .open("channel");
        xml.element("title", categories + " updates on arXiv.org").element("link", address);
        xml.element("description", categories + " updates on the arXiv.org e-print archive.");
        xml.element("lastBuildDate", date).element("pubDate", date);
        xml.open("skipDays").element("day", "Saturday").element("day", "Sunday").close("skipDays");
        for (Entry entry : entries) {
            Description said = entry.item().stage().said();
            xml.open("item").element("title", said.title());
            xml.element("link", "https://arxiv.org/abs/" + entry.item().id());
            xml.element("description", summary(entry));
            xml.element("guid", "oai:arXiv.org:" + name(entry), "isPermaLink", "false");
            said.categories().forEach(category -> xml.element("category", category));
            xml.element("pubDate", date).element("arxiv:announce_type", entry.type());
            xml.elementIfAny("arxiv:DOI", said.doi());
            xml.element("dc:creator", creators(said)).close("item");
        }
        return new StandInReply(
                200, "application/rss+xml", xml.close("channel").close("rss").toString());
    }

    private static String name(Entry entry) {
        return entry.item().id() + "v" + entry.item().stage().said().versions().size();
    }

    private static String summary(Entry entry) {
        return "arXiv:" + name(entry) + " Announce Type: " + entry.type() + " \nAbstract: "
                + entry.item().stage().said().summary();
    }

    private static String creators(Description said) {
        return said.authors().stream().map(ArxivPaper.Name::whole).collect(Collectors.joining(", "));
    }
}
