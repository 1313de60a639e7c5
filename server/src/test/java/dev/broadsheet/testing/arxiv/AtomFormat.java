package dev.broadsheet.testing.arxiv;

import dev.broadsheet.testing.arxiv.ArxivList.Item;
import dev.broadsheet.testing.arxiv.ArxivPaper.Description;
import dev.broadsheet.testing.arxiv.ArxivPaper.Name;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Answers as arXiv's search API writes them. */
final class AtomFormat {
    private static final String SCHEME = "http://arxiv.org/schemas/atom";

    private AtomFormat() {}

    static Xml start(String title, Instant now, int start, int perPage, int total) {
        Xml xml = new Xml()
                .open(
                        "feed",
                        "xmlns:opensearch",
                        "http://a9.com/-/spec/opensearch/1.1/",
                        "xmlns:arxiv",
                        SCHEME,
                        "xmlns",
                        "http://www.w3.org/2005/Atom");
        xml.element("id", "https://arxiv.org/api/" + Integer.toHexString(title.hashCode()));
        xml.element("title", title).element("updated", second(now));
        xml.element("opensearch:itemsPerPage", String.valueOf(perPage));
        xml.element("opensearch:totalResults", String.valueOf(total));
        return xml.element("opensearch:startIndex", String.valueOf(start));
    }

    /** @param version of which the entry is, from 1 */
    static void entry(Xml xml, Item item, int version) {
        Description said = item.stage().said();
        String address = "arxiv.org/abs/" + item.id() + "v" + version;
        xml.open("entry").element("id", "http://" + address);
        xml.element("title", said.title());
        xml.element("updated", second(said.versions().get(version - 1)));
        xml.empty("link", "href", "https://" + address, "rel", "alternate", "type", "text/html");
        xml.element("summary", said.summary());
        said.categories().forEach(category -> xml.empty("category", "term", category, "scheme", SCHEME));
        xml.element("published", second(said.versions().getFirst()));
        xml.elementIfAny("arxiv:comment", said.comments());
        xml.empty("arxiv:primary_category", "term", said.categories().getFirst());
        xml.elementIfAny("arxiv:doi", said.doi());
        for (Name author : said.authors()) {
            xml.open("author").element("name", author.whole()).close("author");
        }
        xml.close("entry");
    }

    static Xml malformed(String id, Instant now) {
        String address = "https://arxiv.org/api/errors#incorrect_id_format_for_" + id;
        Xml xml = start("arXiv Search Results", now, 0, 1, 1);
        xml.open("entry").element("id", address).element("title", "Error").element("updated", second(now));
        xml.element("summary", "incorrect id format for " + id);
        xml.open("author").element("name", "arXiv api core").close("author").close("entry");
        return xml.close("feed");
    }

    /** In one line, as the paper has them. */
    static String names(List<Name> authors) {
        String all = authors.stream().map(Name::whole).collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " and " + all.substring(last + 2);
    }

    private static String second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
