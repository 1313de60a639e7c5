package dev.broadsheet.source.record;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PaperId;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.text.TitleKey;
import java.util.stream.Collectors;

/** Names for records of files that give them none: the same entry has the same name in any file. */
public final class RecordNames {
    private RecordNames() {}

    /**
     * The most widely known identifier, else a name that follows from what the record says. An
     * arXiv name is that of one paper; other identifiers are also given to what is only part of
     * what they name, as the DOI of a book to its chapters, so that the title belongs to the name.
     */
    public static String of(Metadata metadata) {
        String title = TitleKey.of(metadata.title());
        if (title.isEmpty()) {
            title = metadata.title();
        }
        if (!metadata.identifiers().isEmpty()) {
            Identifier first = metadata.identifiers().iterator().next();
            return first.scheme() == Scheme.ARXIV ? first.toString() : first + "#" + shortName(title);
        }
        PartialDate day = metadata.day();
        String authors = metadata.authors().stream().map(Author::name).collect(Collectors.joining(";"));
        return shortName(title + "\n" + authors + "\n" + (day == null ? "" : day.year()) + "\n"
                + TitleKey.of(metadata.abstractText()));
    }

    private static String shortName(String text) {
        return PaperId.shortNameFor(text).name();
    }
}
