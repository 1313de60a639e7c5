package dev.broadsheet.source.crossref;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.JatsText;
import dev.broadsheet.source.record.JournalReference;
import dev.broadsheet.source.record.JsonFields;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.record.Withdrawal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A work as Crossref's REST API describes it. */
final class CrossrefJson {
    private static final Set<String> WITHDRAWING = Set.of("retraction", "withdrawal", "removal");
    private static final List<String> RELATED = List.of("has-preprint", "is-preprint-of", "is-same-as");

    private CrossrefJson() {}

    static Metadata read(JsonNode work) throws UnreadableRecordException {
        String title = title(work);
        String abstractText = JsonFields.text(work, "abstract");
        PartialDate published = published(work);
        MetadataBuilder metadata = Metadata.titled(title)
                .abstractText(abstractText == null ? "" : JatsText.paragraphs(abstractText))
                .authors(authors(work))
                .published(published)
                .journalReference(JournalReference.of(
                        plain(first(work, "container-title")),
                        JsonFields.text(work, "volume"),
                        JsonFields.text(work, "issue"),
                        JsonFields.firstText(work, "page", "article-number"),
                        published == null ? null : Integer.toString(published.year())))
                .licence(licence(work))
                .keywords(JsonFields.texts(work, "subject", ";"))
                .withdrawn(Withdrawal.isMarked(title) || isRetracted(work));
        String doi = JsonFields.text(work, "DOI");
        Draft.identify(metadata, doi);
        for (String relation : RELATED) {
            for (JsonNode related : work.path("relation").path(relation)) {
                // Another DOI would make one paper of the two; an arXiv name says that they are one.
                Draft.identify(metadata, Scheme.ARXIV, JsonFields.text(related, "id"));
            }
        }
        for (JsonNode link : work.path("link")) {
            boolean forReaders = !"similarity-checking".equals(JsonFields.text(link, "intended-application"));
            if (forReaders && "application/pdf".equals(JsonFields.text(link, "content-type"))) {
                Draft.link(metadata, Link.Kind.PDF, JsonFields.text(link, "URL"), null);
            }
        }
        return metadata.build();
    }

    private static String title(JsonNode work) throws UnreadableRecordException {
        String title = plain(first(work, "title"));
        String subtitle = plain(first(work, "subtitle"));
        boolean apart = title != null && subtitle != null && !subtitle.isEmpty() && !title.contains(subtitle);
        return Text.title(apart ? title + ": " + subtitle : title);
    }

    private static List<Author> authors(JsonNode work) {
        List<Author> authors = new ArrayList<>();
        for (JsonNode author : work.path("author")) {
            String given = JsonFields.text(author, "given");
            String family = JsonFields.text(author, "family");
            String suffix = JsonFields.text(author, "suffix");
            String person = joined(given, family, suffix);
            // A collaboration has one name.
            String name = person.isEmpty() ? joined(JsonFields.text(author, "name")) : person;
            if (!name.isEmpty()) {
                List<String> affiliations = new ArrayList<>();
                for (JsonNode affiliation : author.path("affiliation")) {
                    String institution = joined(JsonFields.text(affiliation, "name"));
                    if (!institution.isEmpty()) {
                        affiliations.add(institution);
                    }
                }
                authors.add(new Author(name, Draft.orcid(JsonFields.text(author, "ORCID")), affiliations));
            }
        }
        return authors;
    }

    private static String joined(@Nullable String... parts) {
        StringBuilder name = new StringBuilder();
        for (String part : parts) {
            if (part != null) {
                name.append(' ').append(JatsText.line(part));
            }
        }
        return Text.line(name.toString());
    }

    /** When readers could first have it; of a work that is only registered, nothing. */
    private static @Nullable PartialDate published(JsonNode work) {
        for (String field : List.of("posted", "published-online", "published", "issued", "published-print")) {
            PartialDate date = date(work.path(field).path("date-parts").path(0));
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable PartialDate date(JsonNode parts) {
        try {
            int year = number(parts, 0);
            int month = number(parts, 1);
            int day = number(parts, 2);
            if (year == 0) {
                return null;
            }
            String text = month == 0
                    ? "%04d".formatted(year)
                    : day == 0
                            ? YearMonth.of(year, month).toString()
                            : LocalDate.of(year, month, day).toString();
            return new PartialDate(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** 0 where there is no number. */
    private static int number(JsonNode parts, int index) {
        JsonNode part = parts.path(index);
        return part.isIntegralNumber() && part.canConvertToInt() ? part.intValue() : 0;
    }

    private static @Nullable String licence(JsonNode work) {
        String found = null;
        for (JsonNode licence : work.path("license")) {
            String url = Text.orNull(JsonFields.text(licence, "URL"));
            boolean ofRecord = "vor".equals(JsonFields.text(licence, "content-version"));
            if (url != null && (found == null || ofRecord)) {
                found = url;
            }
        }
        return found;
    }

    private static boolean isRetracted(JsonNode work) {
        for (JsonNode update : work.path("updated-by")) {
            if (WITHDRAWING.contains(String.valueOf(JsonFields.text(update, "type")))) {
                return true;
            }
        }
        // A notice says of another work that it is retracted; some publishers turn the work itself into the notice.
        for (JsonNode update : work.path("update-to")) {
            String doi = JsonFields.text(work, "DOI");
            if (WITHDRAWING.contains(String.valueOf(JsonFields.text(update, "type")))
                    && doi != null
                    && doi.equalsIgnoreCase(JsonFields.text(update, "DOI"))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String plain(@Nullable String markup) {
        return markup == null ? null : JatsText.line(markup);
    }

    /** The first text of a list, or the text itself. */
    private static @Nullable String first(JsonNode work, String field) {
        JsonNode value = work.path(field);
        for (JsonNode element : value) {
            if (element.isString() && !element.stringValue().isBlank()) {
                return element.stringValue();
            }
        }
        return JsonFields.text(work, field);
    }
}
