package dev.broadsheet.ingest;

import dev.broadsheet.ingest.filing.KnownRecord;
import dev.broadsheet.ingest.filing.Matching;
import dev.broadsheet.ingest.filing.Reconciliation;
import dev.broadsheet.ingest.filing.SourceRecordRows;
import dev.broadsheet.ingest.filing.SourceRecordRows.Placed;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.CatalogueWriter;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PaperId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes apart what was wrongly taken for one paper. Thread-safe. */
public final class Split {
    private final Catalogue catalogue;
    private final Clock clock;

    /** @param clock tells when something was changed */
    public Split(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * Makes what one source says a paper of its own, which is never matched by likeness again.
     * Identifiers that other records give as well stay with them; the source's lists go along. Records
     * that only this one held together become papers of their own as well.
     *
     * @param address any address of the paper
     * @param source the source's name
     * @param name the record's name within the source
     * @return the address of the new paper
     * @throws OperatorException if there is no such paper or record, or it has no other record
     */
    public PaperId split(String address, String source, String name) {
        Paper paper = catalogue
                .find(address)
                .orElseThrow(() -> new OperatorException("There is no paper " + address + ". Nothing was changed."));
        return catalogue.write(writer -> split(writer, paper.number(), source, name));
    }

    private PaperId split(CatalogueWriter writer, long paper, String source, String name) {
        SourceRecordRows rows = new SourceRecordRows(writer.transaction());
        List<Placed> placed = rows.ofPaper(paper);
        KnownRecord leaving = placed.stream()
                .map(Placed::record)
                .filter(record -> record.isNamed(source, name))
                .findFirst()
                .orElseThrow(() -> new OperatorException(
                        "The paper has no record " + name + " of " + source + ". Nothing was changed."));
        List<KnownRecord> staying = placed.stream()
                .map(Placed::record)
                .filter(record -> !record.isNamed(source, name))
                .toList();
        if (staying.isEmpty()) {
            throw new OperatorException("The paper has this one record only. Nothing was changed.");
        }
        KnownRecord apart = leaving.setApart(own(leaving, staying));
        Reconciliation reconciliation = new Reconciliation(writer, rows, clock.instant(), Set.of(paper), placed);
        // It may have been what held the others together.
        List<List<KnownRecord>> groups = new ArrayList<>(Matching.papers(staying));
        groups.add(List.of(apart));
        reconciliation.apply(groups, apart);
        return writer.paper(reconciliation.homeOf(apart)).orElseThrow().id();
    }

    private static Metadata own(KnownRecord leaving, List<KnownRecord> staying) {
        MetadataBuilder own = leaving.metadata().toBuilder().withoutIdentifiers();
        boolean named = false;
        for (Identifier identifier : leaving.metadata().identifiers()) {
            if (staying.stream()
                    .noneMatch(record -> record.metadata().identifiers().contains(identifier))) {
                own.identifier(identifier);
                named |= identifier.scheme() == Identifier.Scheme.ARXIV
                        || identifier.scheme() == Identifier.Scheme.BROADSHEET;
            }
        }
        if (!named) {
            own.identifier(PaperId.shortNameFor(leaving.source() + ":" + leaving.name()));
        }
        return own.build();
    }
}
