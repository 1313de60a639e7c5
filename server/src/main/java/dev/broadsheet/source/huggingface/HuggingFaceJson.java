package dev.broadsheet.source.huggingface;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.JsonFields;
import dev.broadsheet.source.record.RecordNames;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry of Hugging Face's daily lists, as their API answers it or as an archive keeps it with
 * the list's day and the rank. Also reads {@code categories} and {@code abstractNote}, which
 * Broadsheet's own samples add. Keeps count of the days to number entries without a rank.
 * For one thread.
 */
public final class HuggingFaceJson {
    /** The name of the lists, and of the records in files. */
    public static final String NAME = "huggingface";

    /** Before this day the entry's own {@code publishedAt} was when it was put on the list. */
    private static final LocalDate PUBLISHED_MEANS_PAPER = LocalDate.of(2025, 3, 11);

    private final Map<LocalDate, Integer> onDay = new HashMap<>();

    private final String source;

    /** @param source the name of the source that the records are from */
    public HuggingFaceJson(String source) {
        this.source = source;
    }

    /** @throws UnreadableRecordException if it is no such entry, or one without a title */
    public SourceRecord read(JsonNode node) throws UnreadableRecordException {
        JsonNode item = node.path("item").isObject() ? node.path("item") : node;
        JsonNode paper = item.path("paper");
        if (!paper.isObject()) {
            throw new UnreadableRecordException("no paper in the entry");
        }
        Metadata metadata = metadata(item, paper);
        String arxiv = metadata.identifier(Scheme.ARXIV);
        LocalDate day = day(node, item, paper);
        return new SourceRecord(
                source,
                arxiv == null ? RecordNames.of(metadata) : arxiv,
                metadata,
                day == null ? List.of() : List.of(appearance(node, item, paper, day)));
    }

    private static Metadata metadata(JsonNode item, JsonNode paper) throws UnreadableRecordException {
        String title = JsonFields.firstText(paper, "title");
        String summary = JsonFields.firstText(paper, "summary");
        String itemSummary = JsonFields.text(item, "summary");
        MetadataBuilder metadata = Metadata.titled(Text.title(title != null ? title : JsonFields.text(item, "title")))
                .abstractText(Text.clean(summary != null ? summary : itemSummary != null ? itemSummary : ""))
                .abstractNote(Text.orNull(JsonFields.text(paper, "abstractNote")))
                .authors(authors(paper))
                .categories(JsonFields.texts(paper, "categories", "\\s+"))
                .published(Text.date(JsonFields.text(paper, "publishedAt")))
                .withdrawn(JsonFields.text(paper, "withdrawnAt") != null)
                .synopsis(Text.orNull(JsonFields.text(paper, "ai_summary")))
                .keywords(JsonFields.texts(paper, "ai_keywords", ","));
        Draft.identify(metadata, Scheme.ARXIV, JsonFields.text(paper, "id"));
        Draft.link(
                metadata, Link.Kind.CODE, JsonFields.text(paper, "githubRepo"), JsonFields.count(paper, "githubStars"));
        Draft.link(metadata, Link.Kind.PROJECT, JsonFields.text(paper, "projectPage"), null);
        for (JsonNode holder : List.of(paper, item)) {
            for (String url : JsonFields.texts(holder, "mediaUrls", "\\s+")) {
                Draft.link(metadata, Link.Kind.MEDIA, url, null);
            }
        }
        return metadata.build();
    }

    private static List<Author> authors(JsonNode paper) {
        List<String> names = new ArrayList<>();
        for (JsonNode author : paper.path("authors")) {
            String name = author.isString() ? author.stringValue() : JsonFields.text(author, "name");
            if (name != null && !author.path("hidden").asBoolean(false)) {
                names.add(name);
            }
        }
        return Draft.authors(names);
    }

    private static @Nullable LocalDate day(JsonNode node, JsonNode item, JsonNode paper) {
        PartialDate day = Text.date(JsonFields.text(node, "list_date"));
        if (day == null) {
            day = Text.date(JsonFields.text(paper, "submittedOnDailyAt"));
        }
        if (day == null) {
            PartialDate put = Text.date(JsonFields.text(item, "publishedAt"));
            day = put != null && put.firstDay().isBefore(PUBLISHED_MEANS_PAPER) ? put : null;
        }
        return day == null ? null : day.firstDay();
    }

    private Appearance appearance(JsonNode node, JsonNode item, JsonNode paper, LocalDate day) {
        int order = onDay.merge(day, 1, Integer::sum);
        Integer rank = JsonFields.count(node, "rank");
        Integer votes = JsonFields.count(paper, "upvotes");
        Integer comments = JsonFields.count(item, "numComments");
        JsonNode submitter =
                item.path("submittedBy").isObject() ? item.path("submittedBy") : paper.path("submittedOnDailyBy");
        return new Appearance(
                NAME,
                day,
                rank != null && rank > 0 ? rank : order,
                votes == null ? 0 : votes,
                comments == null ? 0 : comments,
                Text.orNull(JsonFields.firstText(submitter, "user", "name")),
                Text.orNull(JsonFields.text(submitter, "fullname")));
    }
}
