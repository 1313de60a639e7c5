package dev.broadsheet.source.file;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.record.AuthorNames;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.JsonFields;
import dev.broadsheet.source.record.RecordNames;
import dev.broadsheet.source.record.SpreadsheetNames;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.record.Withdrawal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * JSON with plain fields: {@code title}, and as far as known {@code abstract, id, doi, authors,
 * date, published, updated, categories, primary_category, comments, journal_ref, url}.
 */
final class PlainJson {
    /**
     * Files of this kind give the announcement day as the date of newer arXiv papers, and the day
     * of the first version as that of those before, which were collected in another way.
     */
    private static final String FIRST_ANNOUNCED = "2503";

    private PlainJson() {}

    static SourceRecord read(JsonNode node) throws UnreadableRecordException {
        String abstractText = Text.clean(orEmpty(JsonFields.firstText(node, "abstract", "summary")));
        String comments = Text.orNull(JsonFields.text(node, "comments"));
        MetadataBuilder builder = Metadata.titled(Text.title(JsonFields.text(node, "title")))
                .abstractText(abstractText)
                .authors(authors(node))
                .categories(categories(node))
                .updated(Text.date(JsonFields.text(node, "updated")))
                .comments(comments)
                .journalReference(Text.orNull(JsonFields.firstText(node, "journal_ref", "journal-ref", "journal")))
                .licence(Text.orNull(JsonFields.text(node, "license")))
                .withdrawn(Withdrawal.isSaid(comments, abstractText));
        String id = JsonFields.text(node, "id");
        // Only arXiv's own records have categories; another's number is not a damaged name.
        boolean isOfArxiv = node.has("categories") || node.has("primary_category");
        if (!Draft.identify(builder, id != null && isOfArxiv ? SpreadsheetNames.restored(id) : id)) {
            Draft.identify(builder, Scheme.ARXIV, JsonFields.firstText(node, "arxiv_id", "arxiv"));
        }
        for (String doi : JsonFields.texts(node, "doi", "\\s+")) {
            Draft.identify(builder, Scheme.DOI, doi);
        }
        String url = JsonFields.text(node, "url");
        if (!Draft.identify(builder, url)) {
            Draft.link(builder, Link.Kind.PAGE, url, null);
        }
        PartialDate date = Text.date(JsonFields.firstText(node, "date", "year"));
        PartialDate published = Text.date(JsonFields.text(node, "published"));
        Metadata plain = builder.build();
        String arxiv = plain.identifier(Scheme.ARXIV);
        boolean announced = arxiv != null && isAnnounced(arxiv);
        Metadata metadata = plain.toBuilder()
                .announced(announced ? date : null)
                .published(published != null || announced ? published : date)
                .build();
        return arxiv == null
                ? new SourceRecord("json", RecordNames.of(metadata), metadata, List.of())
                : new SourceRecord("arxiv", arxiv, metadata, List.of());
    }

    private static List<Author> authors(JsonNode node) {
        JsonNode authors = node.path("authors");
        return authors.isString()
                ? AuthorNames.in(authors.stringValue())
                : Draft.authors(JsonFields.texts(node, "authors", ";"));
    }

    private static List<String> categories(JsonNode node) {
        List<String> categories = new ArrayList<>(JsonFields.texts(node, "categories", "\\s+"));
        String primary = Text.orNull(JsonFields.text(node, "primary_category"));
        if (primary != null) {
            categories.remove(primary);
            categories.addFirst(primary);
        }
        return categories;
    }

    private static boolean isAnnounced(String arxiv) {
        return arxiv.indexOf('/') < 0 && arxiv.compareTo(FIRST_ANNOUNCED) >= 0;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
