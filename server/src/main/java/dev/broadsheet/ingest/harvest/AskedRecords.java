package dev.broadsheet.ingest.harvest;

import dev.broadsheet.ingest.harvest.EnrichmentRows.Wanted;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.source.Source;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a source says of papers that it was asked about; what it says of others is turned away. */
public final class AskedRecords implements Source {
    private final Source records;
    private final String harvest;
    private final Set<Identifier> asked;

    public AskedRecords(Source records, String harvest, List<Wanted> wanted) {
        this(records, harvest, wanted.stream().map(Wanted::identifier).collect(Collectors.toUnmodifiableSet()));
    }

    public AskedRecords(Source records, String harvest, Set<Identifier> asked) {
        this.records = records;
        this.harvest = harvest;
        this.asked = Set.copyOf(asked);
    }

    @Override
    public String title() {
        return records.title();
    }

    @Override
    public String harvest() {
        return harvest;
    }

    @Override
    public Reading open(@Nullable String cursor) throws IOException {
        Reading reading = records.open(cursor);
        return new Reading() {
            @Override
            public @Nullable Item next() throws IOException {
                Item item = reading.next();
                return item instanceof Received received
                                && Collections.disjoint(
                                        received.record().metadata().identifiers(), asked)
                        ? new Rejected(received.record().name(), "nobody asked about this paper", "", item.cursor())
                        : item;
            }

            @Override
            public long done() {
                return reading.done();
            }

            @Override
            public long total() {
                return reading.total();
            }

            @Override
            public void close() throws IOException {
                reading.close();
            }
        };
    }
}
