package dev.broadsheet.source;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Metadata;
import java.util.List;

/**
 * What one source says of one paper.
 *
 * @param source the source's name, {@code arxiv} for instance
 * @param name the record's name within the source: the same record has the same name whenever and
 *     however it comes
 * @param appearances the lists that the source says the paper stood on, may be empty
 */
public record SourceRecord(String source, String name, Metadata metadata, List<Appearance> appearances) {
    public SourceRecord {
        appearances = List.copyOf(appearances);
    }
}
