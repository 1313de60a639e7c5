package dev.broadsheet.ingest.filing;

import dev.broadsheet.installation.Digest;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.CataloguePaper;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PaperId;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.text.TitleKey;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A record with all that can be worked out before the catalogue is asked, on another thread than
 * the one that writes.
 */
public record PreparedRecord(KnownRecord record, List<Appearance> appearances, CataloguePaper paper) {

    public static PreparedRecord of(SourceRecord record, String harvest) {
        Metadata metadata = named(record);
        CataloguePaper paper = CataloguePaper.of(metadata);
        String fingerprint = Digest.name(paper.json());
        return new PreparedRecord(
                new KnownRecord(record.source(), record.name(), metadata, fingerprint, harvest, false),
                record.appearances(),
                paper);
    }

    /** The length of its text, to bound what waits in memory. */
    public int weight() {
        return paper.json().length();
    }

    /** A paper without an arXiv name has a short one of ours, which follows from what the record says. */
    private static Metadata named(SourceRecord record) {
        Metadata metadata = record.metadata();
        if (metadata.identifier(Scheme.ARXIV) != null || metadata.identifier(Scheme.BROADSHEET) != null) {
            return metadata;
        }
        return metadata.toBuilder()
                .identifier(PaperId.shortNameFor(nameText(record)))
                .build();
    }

    private static String nameText(SourceRecord record) {
        Metadata metadata = record.metadata();
        if (!metadata.identifiers().isEmpty()) {
            Identifier first = metadata.identifiers().iterator().next();
            return first.toString();
        }
        String title = TitleKey.of(metadata.title());
        if (MatchRules.isTelling(metadata.abstractText())) {
            return title + "\n" + TitleKey.of(metadata.abstractText());
        }
        // Nothing but a title, perhaps: two sources that have no more in common must not share a name.
        return title + "\n"
                + metadata.authors().stream().map(Author::name).collect(Collectors.joining(";")) + "\n"
                + record.source() + ":" + record.name();
    }
}
