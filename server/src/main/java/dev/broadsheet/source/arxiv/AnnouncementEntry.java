package dev.broadsheet.source.arxiv;

import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.record.Withdrawal;
import dev.broadsheet.source.xml.XmlElement;
import dev.broadsheet.text.LatexAccents;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One entry of an announcement feed, Atom or RSS. */
record AnnouncementEntry(XmlElement element, ArxivName name, Kind kind) {
    private static final Pattern HEAD =
            Pattern.compile("^\\s*arXiv:\\S+\\s+Announce Type: \\S+\\s*(?:Abstract:\\s*)?", Pattern.CASE_INSENSITIVE);

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** @throws UnreadableRecordException if it does not say which paper it announces, and how */
    static AnnouncementEntry of(XmlElement element) throws UnreadableRecordException {
        String id = Objects.requireNonNullElse(
                element.name().equals("item") ? element.childText("guid") : element.childText("id"), "");
        ArxivName name =
                ArxivName.read(id).orElseThrow(() -> new UnreadableRecordException("no arXiv identifier: " + id));
        String type = Text.line(String.valueOf(element.childText("announce_type")));
        return switch (type) {
            case "new" -> new AnnouncementEntry(element, name, Kind.NEW);
            case "cross" -> new AnnouncementEntry(element, name, Kind.CROSS);
            case "replace", "replace-cross" -> new AnnouncementEntry(element, name, Kind.REPLACEMENT);
            default -> throw new UnreadableRecordException("an announcement of an unknown kind: " + type);
        };
    }

    /** The instant that an entry or a feed names, or null. */
    static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String date = text.strip();
        try {
            Instant instant = date.contains(",")
                    ? DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from)
                    : OffsetDateTime.parse(date).toInstant();
            // A year beyond what a calendar reckons with would fail later, where nobody expects it.
            return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day that an entry bears, or null. */
    static @Nullable LocalDate day(XmlElement element) {
        Instant published =
                instant(element.name().equals("item") ? element.childText("pubDate") : element.childText("published"));
        return published == null ? null : ArxivCalendar.today(published);
    }

    /**
     * What the feed says of the paper, which is less than the other services do.
     *
     * @param announced the day on which the paper was announced first, if that is known
     */
    SourceRecord read(@Nullable LocalDate announced) throws UnreadableRecordException {
        String head = element.name().equals("item") ? element.childText("description") : element.childText("summary");
        String summary = Objects.requireNonNullElse(Text.orNull(head), "");
        Matcher matcher = HEAD.matcher(summary);
        String abstractText = matcher.lookingAt() ? summary.substring(matcher.end()) : summary;
        MetadataBuilder builder = Metadata.titled(Text.title(element.childText("title")))
                .abstractText(abstractText)
                .authors(Draft.authors(creators()))
                .categories(categories())
                .announced(announced == null ? null : PartialDate.of(announced))
                .journalReference(Text.orNull(element.childText("journal_reference")))
                .licence(Text.orNull(element.childText("rights")))
                .withdrawn(Withdrawal.isSaid(null, abstractText));
        Draft.identify(builder, Scheme.ARXIV, name.name());
        ArxivMetadata.dois(builder, element.childText("DOI"));
        return new SourceRecord(ArxivSource.FEED, name.name(), builder.build(), List.of());
    }

    private List<String> creators() {
        String text = element.childText("creator");
        return text == null
                ? List.of()
                : Arrays.asList(LatexAccents.toUnicode(Text.line(text)).split(", ", -1));
    }

    private List<String> categories() {
        return element.children("category")
                .map(category -> Objects.requireNonNullElse(category.attribute("term"), category.text()))
                .map(Text::line)
                .filter(category -> !category.isEmpty())
                .distinct()
                .toList();
    }
}
