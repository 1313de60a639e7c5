package dev.broadsheet.source.arxiv;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.paper.Version;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.record.Withdrawal;
import dev.broadsheet.source.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A paper as arXiv's query service gives it. */
final class ApiEntry {
    private ApiEntry() {}

    static ArxivName name(XmlElement entry) throws UnreadableRecordException {
        String id = Objects.requireNonNullElse(entry.childText("id"), "");
        return ArxivName.read(id).orElseThrow(() -> new UnreadableRecordException("no arXiv identifier: " + id));
    }

    static SourceRecord read(XmlElement entry) throws UnreadableRecordException {
        ArxivName name = name(entry);
        String abstractText = Objects.requireNonNullElse(Text.orNull(entry.childText("summary")), "");
        String comments = Text.orNull(entry.childText("comment"));
        PartialDate published = Text.date(entry.childText("published"));
        PartialDate updated = Text.date(entry.childText("updated"));
        MetadataBuilder builder = Metadata.titled(Text.title(entry.childText("title")))
                .abstractText(abstractText)
                .authors(authors(entry))
                .categories(categories(entry))
                .published(published)
                .updated(updated)
                .versions(versions(name.version(), published, updated))
                .comments(comments)
                .journalReference(Text.orNull(entry.childText("journal_ref")))
                .withdrawn(Withdrawal.isSaid(comments, abstractText));
        Draft.identify(builder, Scheme.ARXIV, name.name());
        ArxivMetadata.dois(builder, entry.childText("doi"));
        return new SourceRecord(ArxivSource.NAME, name.name(), builder.build(), List.of());
    }

    /** The dates of those between the first and the last are not told. */
    private static List<Version> versions(int last, @Nullable PartialDate published, @Nullable PartialDate updated) {
        List<Version> versions = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            versions.add(new Version(number, number == 1 ? published : number == last ? updated : null));
        }
        return versions;
    }

    private static List<String> categories(XmlElement entry) {
        Stream<XmlElement> primary = entry.children("primary_category");
        return Stream.concat(primary, entry.children("category"))
                .map(category -> Text.line(Objects.requireNonNullElse(category.attribute("term"), "")))
                .filter(category -> !category.isEmpty())
                .distinct()
                .toList();
    }

    private static List<Author> authors(XmlElement entry) {
        return entry.children("author")
                .flatMap(author ->
                        ArxivAuthors.one(Objects.requireNonNullElse(author.childText("name"), ""), author).stream())
                .toList();
    }
}
