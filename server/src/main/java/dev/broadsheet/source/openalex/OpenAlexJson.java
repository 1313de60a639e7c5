package dev.broadsheet.source.openalex;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.JatsText;
import dev.broadsheet.source.record.JournalReference;
import dev.broadsheet.source.record.JsonFields;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.record.Withdrawal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A work as OpenAlex describes it. */
final class OpenAlexJson {
    private OpenAlexJson() {}

    static Metadata read(JsonNode work) throws UnreadableRecordException {
        String markup = JsonFields.firstText(work, "title", "display_name");
        String title = Text.title(markup == null ? null : JatsText.line(markup));
        JsonNode place = work.path("primary_location");
        MetadataBuilder metadata = Metadata.titled(title)
                .abstractText(InvertedIndex.text(work.path("abstract_inverted_index")))
                .authors(authors(work))
                .published(Text.date(JsonFields.firstText(work, "publication_date", "publication_year")))
                .journalReference(journalReference(work, place.path("source")))
                .licence(Text.orNull(JsonFields.text(place, "license")))
                .keywords(keywords(work))
                .withdrawn(work.path("is_retracted").isBoolean()
                                && work.path("is_retracted").booleanValue()
                        || Withdrawal.isMarked(title));
        identify(metadata, work);
        Draft.link(metadata, Link.Kind.PDF, JsonFields.text(work.path("best_oa_location"), "pdf_url"), null);
        return metadata.build();
    }

    private static void identify(MetadataBuilder metadata, JsonNode work) {
        Draft.identify(metadata, Scheme.OPENALEX, JsonFields.text(work, "id"));
        Draft.identify(metadata, JsonFields.text(work, "doi"));
        Draft.identify(metadata, JsonFields.text(work.path("ids"), "doi"));
        Draft.identify(metadata, Scheme.PUBMED, JsonFields.text(work.path("ids"), "pmid"));
        for (JsonNode location : work.path("locations")) {
            for (String field : List.of("landing_page_url", "pdf_url")) {
                String url = JsonFields.text(location, field);
                if (url != null && url.contains("arxiv")) {
                    Draft.identify(metadata, Scheme.ARXIV, url);
                }
            }
        }
    }

    private static List<Author> authors(JsonNode work) {
        List<Author> authors = new ArrayList<>();
        for (JsonNode authorship : work.path("authorships")) {
            JsonNode author = authorship.path("author");
            String name = JsonFields.firstText(author, "display_name");
            String clean = Text.line(name == null ? String.valueOf(raw(authorship)) : name);
            if (!clean.isEmpty()) {
                authors.add(new Author(clean, Draft.orcid(JsonFields.text(author, "orcid")), affiliations(authorship)));
            }
        }
        return authors;
    }

    private static String raw(JsonNode authorship) {
        String name = JsonFields.text(authorship, "raw_author_name");
        return name == null ? "" : name;
    }

    private static List<String> affiliations(JsonNode authorship) {
        List<String> written = JsonFields.texts(authorship, "raw_affiliation_strings", "\n");
        if (!written.isEmpty()) {
            return written;
        }
        List<String> institutions = new ArrayList<>();
        for (JsonNode institution : authorship.path("institutions")) {
            String name = Text.orNull(JsonFields.text(institution, "display_name"));
            if (name != null) {
                institutions.add(name);
            }
        }
        return institutions;
    }

    /** A repository is not a place of publication. */
    private static @Nullable String journalReference(JsonNode work, JsonNode source) {
        if ("repository".equals(JsonFields.text(source, "type"))) {
            return null;
        }
        JsonNode biblio = work.path("biblio");
        String first = JsonFields.text(biblio, "first_page");
        String last = JsonFields.text(biblio, "last_page");
        return JournalReference.of(
                JsonFields.text(source, "display_name"),
                JsonFields.text(biblio, "volume"),
                JsonFields.text(biblio, "issue"),
                first == null || last == null || last.equals(first) ? first : first + "-" + last,
                JsonFields.text(work, "publication_year"));
    }

    private static List<String> keywords(JsonNode work) {
        List<String> keywords = new ArrayList<>();
        for (JsonNode keyword : work.path("keywords")) {
            String name = Text.orNull(JsonFields.text(keyword, "display_name"));
            if (name != null) {
                keywords.add(Text.line(name));
            }
        }
        return keywords;
    }
}
