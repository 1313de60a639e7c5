package dev.broadsheet.source.openreview;

import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.paged.Finding;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.JsonFields;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A submission: a note whose content holds each field as an object with a value. */
final class OpenreviewNote {
    private static final String SITE = "https://openreview.net";
    private static final Pattern NAME = Pattern.compile("[\\w-]{1,40}");
    private static final Pattern WITHDRAWN = Pattern.compile("/(?:Desk_Rejected|Withdrawn)_Submission$");

    /** What stands in the field for the venue as long as nothing has appeared there. */
    private static final Pattern NOT_YET = Pattern.compile(
            "^submitted to |\\b(?:under review|submission|withdrawn|rejected)\\b", Pattern.CASE_INSENSITIVE);

    /** Moments between these, in milliseconds, have years that can be shown; others are mistakes. */
    private static final long EARLIEST = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();

    private static final long LATEST = Instant.parse("2999-01-01T00:00:00Z").toEpochMilli();

    private OpenreviewNote() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The note's id, or null where none stands. */
    static @Nullable String name(JsonNode note) {
        String id = JsonFields.text(note, "id");
        return id != null && isName(id) ? id : null;
    }

    /** The day on which it came to be seen, as far as the note says, by UTC. */
    static @Nullable LocalDate day(JsonNode note) {
        return moment(note, "odate", "cdate", "tcdate");
    }

    /** The paper, or why it is none. */
    static Finding read(String source, String name, JsonNode note) {
        return Finding.of(
                "OpenReview " + name,
                note::toString,
                () -> new SourceRecord(source, name, metadata(name, note), List.of()));
    }

    private static Metadata metadata(String name, JsonNode note) throws UnreadableRecordException {
        JsonNode content = note.path("content");
        String venue = Text.orNull(text(content, "venue"));
        boolean appeared = venue != null && !NOT_YET.matcher(venue).find();
        String venueId = text(content, "venueid");
        String abstractText = text(content, "abstract");
        MetadataBuilder metadata = Metadata.titled(Text.title(text(content, "title")))
                .abstractText(
                        abstractText == null ? "" : Text.clean(abstractText).strip())
                .authors(Draft.authors(texts(content, "authors")))
                .keywords(texts(content, "keywords"))
                .synopsis(Text.orNull(text(content, "TLDR")))
                .journalReference(appeared ? venue : null)
                .comments(appeared ? null : venue)
                .licence(Text.orNull(JsonFields.text(note, "license")))
                .published(date(moment(note, "pdate", "odate", "cdate", "tcdate")))
                .updated(date(moment(note, "mdate", "tmdate")))
                .announced(date(day(note)))
                .withdrawn(venueId != null && WITHDRAWN.matcher(venueId).find());
        String forum = JsonFields.text(note, "forum");
        Draft.identify(metadata, Scheme.OPENREVIEW, forum == null ? name : forum);
        String pdf = text(content, "pdf");
        Draft.link(metadata, Link.Kind.PDF, pdf != null && pdf.startsWith("/") ? SITE + pdf : pdf, null);
        Draft.link(metadata, Link.Kind.CODE, text(content, "code"), null);
        return metadata.build();
    }

    private static @Nullable String text(JsonNode content, String field) {
        JsonNode value = content.path(field);
        return value.isObject() ? JsonFields.text(value, "value") : JsonFields.text(content, field);
    }

    private static List<String> texts(JsonNode content, String field) {
        JsonNode value = content.path(field);
        return value.isObject() ? JsonFields.texts(value, "value", "[,;]") : JsonFields.texts(content, field, "[,;]");
    }

    private static @Nullable LocalDate moment(JsonNode note, String... fields) {
        for (String field : fields) {
            JsonNode moment = note.path(field);
            if (moment.isIntegralNumber() && moment.canConvertToLong()) {
                long milliseconds = moment.longValue();
                if (milliseconds > EARLIEST && milliseconds < LATEST) {
                    return LocalDate.ofInstant(Instant.ofEpochMilli(milliseconds), ZoneOffset.UTC);
                }
            }
        }
        return null;
    }

    private static @Nullable PartialDate date(@Nullable LocalDate day) {
        return day == null ? null : PartialDate.of(day);
    }
}
