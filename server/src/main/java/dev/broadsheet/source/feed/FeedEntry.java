package dev.broadsheet.source.feed;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Identifiers;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.paged.Fingerprint;
import dev.broadsheet.source.record.AuthorNames;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.xml.XmlElement;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An {@code entry} of Atom or {@code item} of RSS, with what Dublin Core and PRISM add to them.
 *
 * @param feed the feed's own address, that links are relative to
 */
record FeedEntry(XmlElement element, URI feed) {
    private static final int LONGEST_NAME = 200;

    /** What identifies the entry within its feed, whenever it comes. */
    String name() {
        String link = firstLink();
        for (String name : new String[] {text("id"), text("guid"), element.attribute("about"), link}) {
            String clean = name == null ? "" : Text.line(name);
            if (!clean.isEmpty()) {
                return clean.length() <= LONGEST_NAME ? clean : Fingerprint.of(List.of(clean));
            }
        }
        return Fingerprint.of(List.of(text("title"), text("description")));
    }

    /** When it was published, else written; null where that is not said. */
    @Nullable Instant dated() {
        return dated("published", "issued", "pubDate", "publicationDate", "date", "updated", "modified");
    }

    /** @throws UnreadableRecordException if it has no title */
    SourceRecord record(String source, List<String> categories) throws UnreadableRecordException {
        MetadataBuilder metadata = Metadata.titled(
                        Text.title(element.child("title").map(FeedText::line).orElse("")))
                .abstractText(abstractText())
                .authors(authors())
                .categories(categories)
                .keywords(keywords())
                .published(day(dated()))
                .updated(day(dated("updated", "modified")))
                .announced(day(dated()))
                .journalReference(Text.orNull(text("publicationName")));
        identify(metadata);
        String licence = element.children("link")
                .filter(link -> "license".equals(link.attribute("rel")))
                .findFirst()
                .map(link -> link.attribute("href"))
                .orElse(text("rights"));
        metadata.licence(Text.orNull(licence));
        return new SourceRecord(source, name(), metadata.build(), List.of());
    }

    private void identify(MetadataBuilder metadata) {
        for (String field : List.of("doi", "identifier", "id", "guid")) {
            element.children(field).forEach(value -> {
                if (field.equals("doi")) {
                    Draft.identify(metadata, Scheme.DOI, value.text());
                } else {
                    identify(metadata, value.text().strip());
                }
            });
        }
        identify(metadata, element.attribute("about"));
        for (String link : links()) {
            if (!identify(metadata, link)) {
                boolean pdf = link.endsWith(".pdf");
                Draft.link(metadata, pdf ? Link.Kind.PDF : Link.Kind.PAGE, link, null);
            }
        }
    }

    /** Says whether it is one. Bare numbers are the feed's own, whatever they look like. */
    private static boolean identify(MetadataBuilder metadata, @Nullable String text) {
        if (text == null || !text.matches("(?s)(?:https?:|doi:|info:|arxiv:|oai:|urn:|10\\.|pmid:).*")) {
            return false;
        }
        String plain = text.replaceFirst("^(?:info:doi/|urn:doi:)", "doi:").replaceFirst("^oai:arXiv\\.org:", "arXiv:");
        // Another server's page of this form would be taken for a paper of its own.
        boolean ours = Identifiers.recognise(plain)
                .filter(identifier -> identifier.scheme() == Scheme.BROADSHEET)
                .isPresent();
        return !ours && Draft.identify(metadata, plain);
    }

    private String abstractText() {
        String longest = "";
        for (String field : List.of("summary", "abstract", "description", "encoded", "content")) {
            String text = element.child(field).map(FeedText::line).orElse("");
            // A teaser may stand beside the whole.
            if (text.length() > longest.length()) {
                longest = text;
            }
        }
        return longest;
    }

    private List<Author> authors() {
        List<String> names = new ArrayList<>();
        element.children("author").forEach(author -> {
            String name = author.childText("name");
            names.add(name != null ? name : author.elements().findFirst().isEmpty() ? mailName(author.text()) : "");
        });
        if (names.stream().allMatch(String::isBlank)) {
            return element.children("creator")
                    .flatMap(creators -> AuthorNames.in(FeedText.line(creators)).stream())
                    .toList();
        }
        return Draft.authors(names);
    }

    /** RSS has an address there, the name in parentheses behind it. */
    private static String mailName(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        if (open >= 0 && close > open) {
            return text.substring(open + 1, close);
        }
        return text.indexOf('@') >= 0 ? "" : text;
    }

    private List<String> keywords() {
        Set<String> keywords = new LinkedHashSet<>();
        Stream.concat(element.children("category"), element.children("subject")).forEach(category -> {
            String term = category.attribute("label");
            term = term != null ? term : category.attribute("term");
            String clean = term != null ? Text.line(term) : FeedText.line(category);
            if (!clean.isEmpty()) {
                keywords.add(clean);
            }
        });
        return List.copyOf(keywords);
    }

    private @Nullable String firstLink() {
        List<String> links = links();
        return links.isEmpty() ? null : links.getFirst();
    }

    private List<String> links() {
        URI base = FeedLinks.resolved(feed, element.attribute("base"));
        List<String> links = new ArrayList<>();
        element.children("link")
                .filter(link -> link.attribute("rel") == null
                        || "alternate".equals(link.attribute("rel"))
                        || "related".equals(link.attribute("rel")))
                .forEach(link -> {
                    String address = link.attribute("href");
                    URI whole = FeedLinks.resolved(base == null ? feed : base, address == null ? link.text() : address);
                    if (whole != null) {
                        links.add(whole.toString());
                    }
                });
        return links;
    }

    private @Nullable Instant dated(String... fields) {
        for (String field : fields) {
            for (XmlElement value : element.children(field).toList()) {
                Instant instant = FeedDates.instant(value.text());
                if (instant != null) {
                    return instant;
                }
            }
        }
        return null;
    }

    private static @Nullable PartialDate day(@Nullable Instant instant) {
        return instant == null ? null : PartialDate.of(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    private String text(String field) {
        String text = element.childText(field);
        return text == null ? "" : text;
    }
}
