package dev.broadsheet.source.semanticscholar;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.JournalReference;
import dev.broadsheet.source.record.JsonFields;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.record.Withdrawal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A paper as Semantic Scholar's graph describes it. */
final class SemanticScholarJson {
    private SemanticScholarJson() {}

    static Metadata read(JsonNode paper) throws UnreadableRecordException {
        String title = Text.title(JsonFields.text(paper, "title"));
        MetadataBuilder metadata = Metadata.titled(title)
                .abstractText(Objects.requireNonNullElse(Text.orNull(JsonFields.text(paper, "abstract")), ""))
                .authors(authors(paper))
                .published(Text.date(JsonFields.firstText(paper, "publicationDate", "year")))
                .journalReference(journalReference(paper))
                .synopsis(Text.orNull(JsonFields.text(paper.path("tldr"), "text")))
                .keywords(fieldsOfStudy(paper))
                .withdrawn(Withdrawal.isMarked(title));
        JsonNode names = paper.path("externalIds");
        Draft.identify(metadata, Scheme.ARXIV, JsonFields.text(names, "ArXiv"));
        Draft.identify(metadata, JsonFields.text(names, "DOI"));
        Draft.identify(metadata, Scheme.PUBMED, JsonFields.text(names, "PubMed"));
        Draft.identify(metadata, Scheme.ACL, JsonFields.text(names, "ACL"));
        Draft.link(metadata, Link.Kind.PDF, JsonFields.text(paper.path("openAccessPdf"), "url"), null);
        return metadata.build();
    }

    private static List<Author> authors(JsonNode paper) {
        List<String> names = new ArrayList<>();
        for (JsonNode author : paper.path("authors")) {
            String name = JsonFields.text(author, "name");
            if (name != null) {
                names.add(name);
            }
        }
        return Draft.authors(names);
    }

    /** A repository is not a place of publication. */
    private static @Nullable String journalReference(JsonNode paper) {
        JsonNode journal = paper.path("journal");
        String name = JsonFields.firstText(paper, "venue");
        String printed = JsonFields.firstText(journal, "name");
        String place = name == null ? printed : name;
        if (place == null || place.equalsIgnoreCase("arXiv.org") || place.equalsIgnoreCase("ArXiv")) {
            return null;
        }
        return JournalReference.of(
                place,
                JsonFields.text(journal, "volume"),
                null,
                JsonFields.text(journal, "pages"),
                JsonFields.text(paper, "year"));
    }

    private static List<String> fieldsOfStudy(JsonNode paper) {
        TreeSet<String> fields = new TreeSet<>();
        for (JsonNode field : paper.path("s2FieldsOfStudy")) {
            String category = Text.orNull(JsonFields.text(field, "category"));
            if (category != null) {
                fields.add(Text.line(category));
            }
        }
        return List.copyOf(fields);
    }
}
