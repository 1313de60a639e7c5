package dev.broadsheet.ingest.filing;

import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PartialDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the year of a paper's earliest record to that of its latest. */
record Years(int first, int last) {
    /** A preprint and its printing may stand in neighbouring years. */
    private static final int APART = 1;

    /** The year of the earliest date that the record gives; null where it gives none. */
    static @Nullable Years of(KnownRecord record) {
        Metadata metadata = record.metadata();
        return Stream.of(metadata.published(), metadata.announced(), metadata.updated())
                .filter(Objects::nonNull)
                .min(PartialDate::compareTo)
                .map(date -> new Years(date.year(), date.year()))
                .orElse(null);
    }

    /**
     * Whether nothing but likeness may make one paper of both: only if no two of its records are
     * then further apart than neighbouring years, or than other evidence has them already. Otherwise
     * an editorial of every year would hang on that of the year before.
     */
    boolean mayJoin(Years other) {
        Years both = with(other);
        return both.span() <= Math.max(APART, Math.max(span(), other.span()));
    }

    Years with(Years other) {
        return new Years(Math.min(first, other.first), Math.max(last, other.last));
    }

    private int span() {
        return last - first;
    }
}
