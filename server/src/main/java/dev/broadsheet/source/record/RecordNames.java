package dev.broadsheet.source.record;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PaperId;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.paper.TitleKey;
import java.util.stream.Collectors;

/** Names for records of files that give them none: the same entry has the same name in any file. */
public final class RecordNames {
    private RecordNames() {}

    /** The most widely known identifier, else a name that follows from what the record says. */
    public static String of(Metadata metadata) {
        if (!metadata.identifiers().isEmpty()) {
            return metadata.identifiers().iterator().next().toString();
        }
        PartialDate day = metadata.day();
        String authors = metadata.authors().stream().map(Author::name).collect(Collectors.joining(";"));
        return PaperId.shortNameFor(TitleKey.of(metadata.title()) + "\n" + authors + "\n"
                        + (day == null ? "" : day.year()) + "\n" + TitleKey.of(metadata.abstractText()))
                .name();
    }
}
