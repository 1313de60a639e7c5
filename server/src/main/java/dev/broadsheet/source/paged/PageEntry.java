package dev.broadsheet.source.paged;

import dev.broadsheet.source.Announcement.Kind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which record an entry of a page is, whether or not the rest of it can be read.
 *
 * @param name as in {@link dev.broadsheet.source.SourceRecord#name}
 * @param version from 1, 0 where the service counts none
 * @param parts the followed parts that it belongs to; empty if it is of none, so that it is passed over
 * @param day when the service says that it appeared; null if it does not
 */
public record PageEntry(
        String name,
        Kind kind,
        int version,
        List<String> parts,
        @Nullable LocalDate day) {}
