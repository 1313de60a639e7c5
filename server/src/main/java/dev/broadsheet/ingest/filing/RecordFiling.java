package dev.broadsheet.ingest.filing;

import dev.broadsheet.ingest.filing.SourceRecordRows.Placed;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.CatalogueWriter;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.text.TitleKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts records where they belong in the catalogue, within one transaction. */
public final class RecordFiling {
    /** Of more papers with one title ("Introduction") the oldest are looked at. */
    private static final int MOST_ALIKE = 64;

    private final CatalogueWriter catalogue;
    private final SourceRecordRows rows;
    private final Instant now;

    public RecordFiling(CatalogueWriter catalogue, Instant now) {
        this.catalogue = catalogue;
        this.rows = new SourceRecordRows(catalogue.transaction());
        this.now = now;
    }

    public FilingOutcome file(PreparedRecord prepared) {
        KnownRecord incoming = prepared.record();
        Optional<SourceRecordRows.Stamp> stamp = rows.stamp(incoming.source(), incoming.name());
        if (stamp.isPresent() && stamp.get().fingerprint().equals(incoming.fingerprint())) {
            return list(stamp.get().paper(), prepared.appearances()) ? FilingOutcome.CHANGED : FilingOutcome.UNCHANGED;
        }
        if (stamp.isPresent()) {
            return refile(prepared);
        }
        Set<Long> papers = candidates(incoming);
        if (papers.isEmpty()) {
            long number = catalogue.add(prepared.paper(), prepared.appearances(), now);
            rows.put(incoming, number, null);
            return FilingOutcome.ADDED;
        }
        return regroup(incoming, papers, prepared.appearances());
    }

    /** A record that is known with other content. */
    private FilingOutcome refile(PreparedRecord prepared) {
        KnownRecord incoming = prepared.record();
        Placed known = rows.find(incoming.source(), incoming.name()).orElseThrow();
        KnownRecord settled = Recency.newer(known.record(), incoming);
        if (known.record().apart()) {
            settled = settled.setApart(withoutForeign(settled.metadata(), known));
        }
        if (settled.metadata().equals(known.record().metadata())) {
            return list(known.paper(), prepared.appearances()) ? FilingOutcome.CHANGED : FilingOutcome.UNCHANGED;
        }
        Set<Long> papers = candidates(settled);
        papers.addAll(candidates(known.record()));
        papers.add(known.paper());
        regroup(settled, papers, prepared.appearances());
        return FilingOutcome.CHANGED;
    }

    private FilingOutcome regroup(KnownRecord record, Set<Long> papers, List<Appearance> appearances) {
        List<Placed> placed = new ArrayList<>();
        for (long paper : papers) {
            placed.addAll(rows.ofPaper(paper));
        }
        List<KnownRecord> records = new ArrayList<>();
        for (Placed known : placed) {
            if (!known.record().isNamed(record.source(), record.name())) {
                records.add(known.record());
            }
        }
        records.add(record);
        Reconciliation reconciliation = new Reconciliation(catalogue, rows, now, papers, placed);
        reconciliation.apply(Matching.papers(records), record);
        long home = reconciliation.homeOf(record);
        list(home, appearances);
        return papers.contains(home) ? FilingOutcome.CHANGED : FilingOutcome.ADDED;
    }

    /**
     * The papers that the record may belong to, and those that may belong to these: which of them are
     * one follows from all of them together.
     */
    private Set<Long> candidates(KnownRecord record) {
        Set<Long> papers = new TreeSet<>();
        for (Identifier identifier : record.metadata().identifiers()) {
            catalogue.holder(identifier).ifPresent(papers::add);
        }
        String titleKey = record.titleKey();
        if (record.apart() || titleKey.isEmpty()) {
            return papers;
        }
        Set<Long> alike = new TreeSet<>(catalogue.withTitleKey(titleKey, MOST_ALIKE));
        alike.addAll(rows.withTitleKey(
                titleKey, TitleKey.indexedMain(record.metadata().title()), MOST_ALIKE));
        alike.removeAll(papers);
        Map<Long, List<Placed>> others = new TreeMap<>();
        alike.forEach(paper -> others.put(paper, rows.ofPaper(paper)));
        Deque<KnownRecord> reached = new ArrayDeque<>(List.of(record));
        if (!others.isEmpty()) {
            papers.forEach(paper -> rows.ofPaper(paper).forEach(known -> reached.add(known.record())));
        }
        while (!reached.isEmpty()) {
            KnownRecord one = reached.remove();
            others.entrySet().removeIf(other -> {
                boolean near = other.getValue().stream().anyMatch(known -> MatchRules.match(known.record(), one));
                if (near) {
                    papers.add(other.getKey());
                    other.getValue().forEach(known -> reached.add(known.record()));
                }
                return near;
            });
        }
        return papers;
    }

    /** What was split off does not come back by the identifiers that the other paper kept. */
    private Metadata withoutForeign(Metadata metadata, Placed known) {
        MetadataBuilder own = metadata.toBuilder().withoutIdentifiers();
        for (Identifier identifier : metadata.identifiers()) {
            if (catalogue.holder(identifier).orElse(known.paper()) == known.paper()) {
                own.identifier(identifier);
            }
        }
        for (Identifier identifier : known.record().metadata().identifiers()) {
            if (identifier.scheme() == Identifier.Scheme.BROADSHEET) {
                own.identifier(identifier);
            }
        }
        return own.build();
    }

    private boolean list(long paper, List<Appearance> appearances) {
        boolean changed = false;
        for (Appearance appearance : appearances) {
            changed |= catalogue.appear(paper, appearance);
        }
        return changed;
    }
}
