package dev.broadsheet.source.pubmed;

import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.markup.InlineText;
import dev.broadsheet.source.paged.Finding;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@code PubmedArticle} or {@code PubmedBookArticle}. */
final class PubmedRecord {
    /** Of an article, or of a book or its chapter. */
    private final XmlElement citation;

    /** Where title, journal and authors stand: in an article's citation one deeper. */
    private final XmlElement article;

    private final XmlElement data;

    private PubmedRecord(XmlElement citation, XmlElement article, XmlElement data) {
        this.citation = citation;
        this.article = article;
        this.data = data;
    }

    /** The paper's number, or null where none stands. */
    static @Nullable String number(XmlElement record) {
        String number =
                citation(record).map(c -> c.childText("PMID")).orElse("").strip();
        return Entrez.isNumber(number) ? number : null;
    }

    /** The paper, or why it is none. */
    static Finding read(String source, String number, XmlElement record) {
        return Finding.of("PubMed " + number, () -> Text.line(record.text()), () -> {
            XmlElement citation = citation(record).orElseThrow(() -> new UnreadableRecordException("no citation"));
            XmlElement article = citation.child("Article").orElse(citation);
            XmlElement data = record.child("PubmedData")
                    .or(() -> record.child("PubmedBookData"))
                    .orElse(citation);
            Metadata metadata = new PubmedRecord(citation, article, data).metadata(number);
            return new SourceRecord(source, number, metadata, List.of());
        });
    }

    private static Optional<XmlElement> citation(XmlElement record) {
        return record.child("MedlineCitation").or(() -> record.child("BookDocument"));
    }

    private Metadata metadata(String number) throws UnreadableRecordException {
        MetadataBuilder metadata = Metadata.titled(Text.title(title()))
                .abstractText(abstractText())
                .authors(PubmedAuthors.of(article))
                .published(PubmedDates.published(article))
                .announced(PubmedDates.entered(data))
                .journalReference(PubmedJournal.reference(article))
                .keywords(keywords())
                .withdrawn(isRetracted());
        Draft.identify(metadata, Scheme.PUBMED, number);
        article.children("ELocationID")
                .filter(id -> "doi".equals(id.attribute("EIdType")) && !"N".equals(id.attribute("ValidYN")))
                .forEach(id -> Draft.identify(metadata, Scheme.DOI, id.text()));
        Stream.of(data, citation)
                .distinct()
                .flatMap(holder -> holder.children("ArticleIdList"))
                .flatMap(list -> list.children("ArticleId"))
                .forEach(id -> identify(metadata, id));
        return metadata.build();
    }

    private static void identify(MetadataBuilder metadata, XmlElement id) {
        String text = id.text().strip();
        switch (String.valueOf(id.attribute("IdType"))) {
            case "doi" -> Draft.identify(metadata, Scheme.DOI, text);
            case "pmc" -> {
                if (text.matches("PMC\\d{1,9}")) {
                    Draft.link(metadata, Link.Kind.PAGE, "https://pmc.ncbi.nlm.nih.gov/articles/" + text + "/", null);
                }
            }
            default -> {
                // publishers' own numbers
            }
        }
    }

    private @Nullable String title() {
        String title = InlineText.line(article, "ArticleTitle");
        if (title.isEmpty()) {
            title = InlineText.line(article, "VernacularTitle");
        }
        if (title.isEmpty()) {
            title = article.child("Book")
                    .map(book -> InlineText.line(book, "BookTitle"))
                    .orElse("");
        }
        // PubMed ends titles with a full stop and puts those that it translated in brackets.
        if (title.endsWith(".") && !title.endsWith("..")) {
            title = title.substring(0, title.length() - 1);
        }
        boolean translated = title.startsWith("[") && title.endsWith("]") && title.indexOf('[', 1) < 0;
        return translated ? title.substring(1, title.length() - 1) : title;
    }

    private String abstractText() {
        List<String> sections = new ArrayList<>();
        article.child("Abstract").stream()
                .flatMap(text -> text.children("AbstractText"))
                .forEach(section -> {
                    String text = InlineText.line(section);
                    String label = Text.line(String.valueOf(section.attribute("Label")));
                    boolean labelled = section.attribute("Label") != null
                            && !label.isEmpty()
                            && !label.equalsIgnoreCase("UNLABELLED");
                    if (!text.isEmpty()) {
                        sections.add(labelled ? label + ": " + text : text);
                    }
                });
        return String.join("\n\n", sections);
    }

    private List<String> keywords() {
        Set<String> keywords = new LinkedHashSet<>();
        Stream<XmlElement> own = citation.children("KeywordList").flatMap(list -> list.children("Keyword"));
        Stream<XmlElement> headings = citation.children("MeshHeadingList")
                .flatMap(list -> list.children("MeshHeading"))
                .flatMap(heading -> heading.children("DescriptorName"));
        Stream.concat(own, headings)
                .map(InlineText::line)
                .filter(word -> !word.isEmpty())
                .forEach(keywords::add);
        return List.copyOf(keywords);
    }

    private boolean isRetracted() {
        boolean byType = Stream.concat(
                        article.children("PublicationTypeList").flatMap(list -> list.children("PublicationType")),
                        article.children("PublicationType"))
                .anyMatch(type -> type.text().strip().equals("Retracted Publication"));
        return byType
                || citation.children("CommentsCorrectionsList")
                        .flatMap(list -> list.children("CommentsCorrections"))
                        .anyMatch(comment -> "RetractionIn".equals(comment.attribute("RefType")));
    }
}
