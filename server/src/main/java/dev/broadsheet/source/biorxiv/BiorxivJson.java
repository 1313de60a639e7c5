package dev.broadsheet.source.biorxiv;

import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.paper.Version;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.JatsText;
import dev.broadsheet.source.record.JsonFields;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.record.Withdrawal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One version of a preprint as the API of bioRxiv and medRxiv describes it. */
final class BiorxivJson {
    /** Nobody posts more; a larger number is a mistake. */
    private static final int MOST_VERSIONS = 200;

    private static final Pattern WITHDRAWN = Pattern.compile(
            "(?i)\\bauthors? (?:have|has) withdrawn|\\b(?:this|the) (?:manuscript|preprint|article) (?:has been|was) withdrawn");

    private BiorxivJson() {}

    static Metadata read(JsonNode preprint, String server) throws UnreadableRecordException {
        String markup = JsonFields.text(preprint, "title");
        String title = Text.title(markup == null ? null : JatsText.line(markup));
        String abstractText = JatsText.paragraphs(given(preprint, "abstract"));
        String type = given(preprint, "type").toLowerCase(Locale.ROOT);
        PartialDate date = Text.date(JsonFields.text(preprint, "date"));
        int version = version(preprint);
        MetadataBuilder metadata = Metadata.titled(title)
                .abstractText(abstractText)
                .authors(Draft.authors(authors(preprint)))
                .categories(categories(preprint))
                .published(version <= 1 ? date : null)
                // Kept when a later version, which does not say when the first one came, takes its place.
                .announced(version <= 1 ? date : null)
                .updated(date)
                .versions(versions(version, date))
                .licence(Text.orNull(given(preprint, "license")))
                .withdrawn(type.contains("withdrawn")
                        || Withdrawal.isMarked(title)
                        || WITHDRAWN.matcher(abstractText).find());
        String doi = given(preprint, "doi");
        Draft.identify(metadata, Scheme.DOI, doi);
        Draft.identify(metadata, Scheme.DOI, given(preprint, "published"));
        if (!doi.isEmpty()) {
            String pdf =
                    "https://www." + server + ".org/content/" + doi.strip() + "v" + Math.max(1, version) + ".full.pdf";
            Draft.link(metadata, Link.Kind.PDF, pdf, null);
        }
        return metadata.build();
    }

    /** 0 where it does not say. */
    static int version(JsonNode preprint) {
        String version = JsonFields.text(preprint, "version");
        if (version == null || !version.strip().matches("\\d{1,3}")) {
            return 0;
        }
        return Math.min(Integer.parseInt(version.strip()), MOST_VERSIONS);
    }

    private static List<Version> versions(int version, @Nullable PartialDate date) {
        List<Version> versions = new ArrayList<>();
        for (int number = 1; number <= version; number++) {
            versions.add(new Version(number, number == version ? date : null));
        }
        return versions;
    }

    private static List<String> authors(JsonNode preprint) {
        List<String> authors = new ArrayList<>();
        for (String name : given(preprint, "authors").split(";", -1)) {
            authors.add(Draft.readingOrder(name));
        }
        return authors;
    }

    private static List<String> categories(JsonNode preprint) {
        String category = Text.line(given(preprint, "category"));
        return category.isEmpty() ? List.of() : List.of(category);
    }

    /** The text, empty where it is missing or said to be. */
    private static String given(JsonNode preprint, String field) {
        String text = JsonFields.text(preprint, field);
        return text == null || text.strip().equals("NA") ? "" : text;
    }
}
