package dev.broadsheet.source.oai;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.xml.XmlElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Metadata in the format {@code oai_dc}, which every repository offers: fields without order or types. */
final class DublinCore {
    private DublinCore() {}

    static Metadata read(XmlElement metadata) throws UnreadableRecordException {
        List<PartialDate> dates = metadata.children("date")
                .map(date -> Text.date(date.text()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted(Comparator.comparing(PartialDate::firstDay))
                .toList();
        List<String> descriptions = texts(metadata, "description");
        MetadataBuilder builder = Metadata.titled(Text.title(metadata.childText("title")))
                .abstractText(descriptions.isEmpty() ? "" : descriptions.getFirst())
                .comments(descriptions.size() < 2 ? null : comment(descriptions))
                .authors(authors(texts(metadata, "creator")))
                .categories(texts(metadata, "subject").stream()
                        .map(Text::line)
                        .distinct()
                        .toList())
                .published(dates.isEmpty() ? null : dates.getFirst())
                .updated(dates.isEmpty() ? null : dates.getLast())
                .journalReference(Text.orNull(metadata.childText("source")))
                .licence(Text.orNull(metadata.childText("rights")));
        for (String identifier : texts(metadata, "identifier")) {
            if (!Draft.identify(builder, identifier)) {
                Draft.link(builder, Link.Kind.PAGE, identifier, null);
            }
        }
        return builder.build();
    }

    private static String comment(List<String> descriptions) {
        String rest = String.join("\n", descriptions.subList(1, descriptions.size()));
        return rest.startsWith("Comment: ") ? rest.substring("Comment: ".length()) : rest;
    }

    private static List<Author> authors(List<String> names) {
        return Draft.authors(names.stream().map(Draft::readingOrder).toList());
    }

    private static List<String> texts(XmlElement metadata, String name) {
        List<String> texts = new ArrayList<>();
        metadata.children(name).forEach(child -> add(texts, Text.orNull(child.text())));
        return texts;
    }

    private static void add(List<String> texts, @Nullable String text) {
        if (text != null) {
            texts.add(text);
        }
    }
}
