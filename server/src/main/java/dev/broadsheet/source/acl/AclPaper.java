package dev.broadsheet.source.acl;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.markup.InlineText;
import dev.broadsheet.source.paged.Finding;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.xml.XmlElement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A paper in a volume of a collection.
 *
 * @param collection {@code 2024.acl}, or {@code P19} until 2019
 */
record AclPaper(String collection, XmlElement volume, XmlElement paper) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final Pattern VOLUME = Pattern.compile("[A-Za-z0-9_]{1,40}");

    /** What volumes bear that were there before it was noted when they came. */
    private static final LocalDate UNKNOWN = LocalDate.of(1900, 1, 1);

    /**
     * Its name in the Anthology, or null where its parts are none. Until 2019 four digits, of which
     * one or, for workshops ({@code W}) and for what has more volumes, two are the volume's.
     *
     * @see <a href="https://aclanthology.org/info/ids/">the Anthology on its identifiers</a>
     */
    @Nullable String name() {
        String number = String.valueOf(paper.attribute("id")).strip();
        String part = String.valueOf(volume.attribute("id")).strip();
        if (!NUMBER.matcher(number).matches() || !VOLUME.matcher(part).matches()) {
            return null;
        }
        if (collection.indexOf('.') >= 0) {
            return collection + "-" + part + "." + Integer.parseInt(number);
        }
        if (!NUMBER.matcher(part).matches()) {
            return null;
        }
        boolean twoDigits = collection.startsWith("W")
                || collection.equals("C69")
                || collection.equals("D19") && Integer.parseInt(part) >= 5;
        String name = String.format(
                Locale.ROOT,
                twoDigits ? "%s-%02d%02d" : "%s-%d%03d",
                collection,
                Integer.parseInt(part),
                Integer.parseInt(number));
        return name.length() == collection.length() + 5 ? name : null;
    }

    /** When it was taken in, by itself or with its volume, or null where that is not known. */
    @Nullable LocalDate day() {
        String own = paper.attribute("ingest-date");
        String day = own == null ? volume.attribute("ingest-date") : own;
        try {
            LocalDate date = day == null ? UNKNOWN : LocalDate.parse(day.strip());
            return date.isAfter(UNKNOWN) && date.getYear() < 3000 ? date : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The paper, or why it is none. */
    Finding read(String source) {
        String name = name();
        return Finding.of(name == null ? "a paper of " + collection : name, () -> Text.line(paper.text()), () -> {
            if (name == null) {
                throw new UnreadableRecordException("no number in a volume");
            }
            return new SourceRecord(source, name, metadata(name), List.of());
        });
    }

    private Metadata metadata(String name) throws UnreadableRecordException {
        Optional<XmlElement> meta = volume.child("meta");
        String title = InlineText.line(paper, "title");
        LocalDate day = day();
        MetadataBuilder metadata = Metadata.titled(Text.title(title))
                .abstractText(InlineText.line(paper, "abstract"))
                .authors(authors())
                .published(meta.map(AclPaper::published).orElse(null))
                .updated(revised())
                .announced(day == null ? null : PartialDate.of(day))
                .journalReference(meta.map(this::reference).orElse(null))
                .withdrawn(paper.child("retracted").isPresent()
                        || paper.child("removed").isPresent());
        Draft.identify(metadata, Scheme.ACL, name);
        Draft.identify(metadata, Scheme.DOI, paper.childText("doi"));
        paper.children("pwccode")
                .findFirst()
                .ifPresent(code -> Draft.link(metadata, Link.Kind.CODE, code.attribute("url"), null));
        return metadata.build();
    }

    private List<Author> authors() {
        return paper.children("author")
                .map(AclPaper::author)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Author author(XmlElement author) {
        String name = Text.line(InlineText.line(author, "first") + " " + InlineText.line(author, "last"));
        if (name.isEmpty()) {
            return null;
        }
        String orcid = author.attribute("orcid") == null ? author.childText("orcid") : author.attribute("orcid");
        List<String> affiliations = author.children("affiliation")
                .map(InlineText::line)
                .filter(text -> !text.isEmpty())
                .toList();
        return new Author(name, Draft.orcid(orcid), affiliations);
    }

    private static @Nullable PartialDate published(XmlElement meta) {
        String year = Text.line(Objects.requireNonNullElse(meta.childText("year"), ""));
        String month = AclMonths.number(Objects.requireNonNullElse(meta.childText("month"), ""));
        PartialDate exact = month.isEmpty() ? null : Text.date(year + "-" + month);
        return exact == null ? Text.date(year) : exact;
    }

    private @Nullable PartialDate revised() {
        List<PartialDate> dates = new ArrayList<>();
        paper.children("revision").forEach(revision -> {
            PartialDate date = Text.date(revision.attribute("date"));
            if (date != null) {
                dates.add(date);
            }
        });
        return dates.stream().max(PartialDate::compareTo).orElse(null);
    }

    private @Nullable String reference(XmlElement meta) {
        String book = InlineText.line(meta, "journal-title");
        if (book.isEmpty()) {
            book = InlineText.line(meta, "booktitle");
        } else {
            String number = InlineText.line(meta, "journal-issue");
            book += " " + InlineText.line(meta, "journal-volume") + (number.isEmpty() ? "" : "(" + number + ")");
        }
        String pages = InlineText.line(paper, "pages");
        return book.isEmpty() ? null : pages.isEmpty() ? book : book + ", " + pages.replace('-', '–');
    }
}
