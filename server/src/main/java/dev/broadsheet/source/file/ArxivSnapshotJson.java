package dev.broadsheet.source.file;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.paper.Version;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.JsonFields;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.record.Withdrawal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A record of arXiv's public metadata snapshot. */
final class ArxivSnapshotJson {
    private ArxivSnapshotJson() {}

    static SourceRecord read(JsonNode node) throws UnreadableRecordException {
        String abstractText = Objects.requireNonNullElse(Text.orNull(JsonFields.text(node, "abstract")), "");
        String comments = Text.orNull(JsonFields.text(node, "comments"));
        List<Version> versions = versions(node);
        PartialDate updated = versions.isEmpty() ? null : versions.getLast().date();
        MetadataBuilder builder = Metadata.titled(Text.title(JsonFields.text(node, "title")))
                .abstractText(abstractText)
                .authors(authors(node))
                .categories(JsonFields.texts(node, "categories", "\\s+"))
                .versions(versions)
                .published(versions.isEmpty() ? null : versions.getFirst().date())
                .updated(updated != null ? updated : Text.date(JsonFields.text(node, "update_date")))
                .comments(comments)
                .journalReference(Text.orNull(JsonFields.text(node, "journal-ref")))
                .licence(Text.orNull(JsonFields.text(node, "license")))
                .withdrawn(Withdrawal.isSaid(comments, abstractText));
        Draft.identify(builder, Scheme.ARXIV, JsonFields.text(node, "id"));
        for (String doi : JsonFields.texts(node, "doi", "\\s+")) {
            Draft.identify(builder, Scheme.DOI, doi);
        }
        Metadata metadata = builder.build();
        String arxiv = metadata.identifier(Scheme.ARXIV);
        if (arxiv == null) {
            throw new UnreadableRecordException("no arXiv identifier: " + JsonFields.text(node, "id"));
        }
        return new SourceRecord("arxiv", arxiv, metadata, List.of());
    }

    private static List<Author> authors(JsonNode node) {
        List<Author> authors = new ArrayList<>();
        for (JsonNode parts : node.path("authors_parsed")) {
            String name = Text.line(part(parts, 1) + " " + part(parts, 0) + " " + part(parts, 2));
            if (!name.isEmpty()) {
                List<String> affiliations = new ArrayList<>();
                for (int i = 3; i < parts.size(); i++) {
                    if (!part(parts, i).isBlank()) {
                        affiliations.add(Text.line(part(parts, i)));
                    }
                }
                authors.add(new Author(name, null, affiliations));
            }
        }
        return authors.isEmpty() ? Draft.authors(JsonFields.texts(node, "authors", ",\\s+and |,\\s| and ")) : authors;
    }

    private static String part(JsonNode parts, int index) {
        return parts.path(index).isString() ? parts.path(index).stringValue() : "";
    }

    private static List<Version> versions(JsonNode node) {
        List<Version> versions = new ArrayList<>();
        for (JsonNode version : node.path("versions")) {
            versions.add(new Version(versions.size() + 1, created(JsonFields.text(version, "created"))));
        }
        return versions;
    }

    /** Reads {@code Mon, 2 Apr 2007 19:18:42 GMT}. */
    private static @Nullable PartialDate created(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            // Without the weekday, which is wrong at times and says nothing new.
            return PartialDate.of(LocalDate.parse(
                    text.substring(text.indexOf(',') + 1).strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return Text.date(text);
        }
    }
}
