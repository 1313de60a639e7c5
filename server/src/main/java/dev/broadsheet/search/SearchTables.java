package dev.broadsheet.search;

import dev.broadsheet.paper.PaperReference;
import java.util.List;

/** Which columns of this room's tables point at papers. */
public final class SearchTables {
    public static final List<PaperReference> PAPERS = List.of(
            PaperReference.dropped("embedding", "paper", "the survivor has a text of its own"),
            PaperReference.dropped("embedding_queue", "paper", "the survivor is queued when its text changes"));

    private SearchTables() {}
}
