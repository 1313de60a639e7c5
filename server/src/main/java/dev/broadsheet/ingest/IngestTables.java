package dev.broadsheet.ingest;

import dev.broadsheet.paper.PaperReference;
import java.util.List;

/** Which columns of this room's tables point at papers. */
public final class IngestTables {
    public static final List<PaperReference> PAPERS = List.of(
            PaperReference.moved("source_record", "paper"), PaperReference.folded("enrichment", "paper", "source"));

    private IngestTables() {}
}
