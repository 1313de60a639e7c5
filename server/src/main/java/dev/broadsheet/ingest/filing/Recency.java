package dev.broadsheet.ingest.filing;

import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PartialDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Which of two states of one record stands: files may come in any order, and may hold a record twice. */
final class Recency {
    private static final Comparator<@Nullable PartialDate> DATE = Comparator.nullsFirst(PartialDate::compareTo);

    private static final Comparator<Metadata> AGE = Comparator.<Metadata>comparingInt(
                    metadata -> metadata.versions().size())
            .thenComparing(Metadata::updated, DATE)
            .thenComparing(Metadata::announced, DATE);

    private Recency() {}

    /**
     * The state that stands. Where nothing tells which is newer, what comes later replaces what is
     * there; but within one harvest the fingerprints decide, so that reading it again changes nothing.
     */
    static KnownRecord newer(KnownRecord known, KnownRecord incoming) {
        int age = AGE.compare(incoming.metadata(), known.metadata());
        if (age == 0 && incoming.harvest().equals(known.harvest())) {
            age = incoming.fingerprint().compareTo(known.fingerprint());
        }
        return withAnnounced(age >= 0 ? incoming : known, known, incoming);
    }

    /** A new version is not announced again as new. */
    private static KnownRecord withAnnounced(KnownRecord newer, KnownRecord known, KnownRecord incoming) {
        PartialDate first = known.metadata().announced();
        PartialDate other = incoming.metadata().announced();
        if (first == null || (other != null && other.compareTo(first) < 0)) {
            first = other;
        }
        return newer.withMetadata(newer.metadata().toBuilder().announced(first).build());
    }
}
