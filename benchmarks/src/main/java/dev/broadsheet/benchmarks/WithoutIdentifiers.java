package dev.broadsheet.benchmarks;

import dev.broadsheet.paper.Metadata;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceRecord;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source's records under a name of ours, without what identifies them; that stands in a note. */
record WithoutIdentifiers(Source source) implements Source {

    @Override
    public String title() {
        return source.title();
    }

    @Override
    public String harvest() {
        return source.harvest() + " without identifiers";
    }

    @Override
    public Reading open(@Nullable String cursor) throws IOException {
        Reading reading = source.open(cursor);
        return new Reading() {
            @Override
            public @Nullable Item next() throws IOException {
                Item item = reading.next();
                return item instanceof Received received
                        ? new Received(nameless(received.record()), received.cursor())
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

    private static SourceRecord nameless(SourceRecord record) {
        Metadata metadata = record.metadata().toBuilder()
                .withoutIdentifiers()
                .comments(PrintedFiles.TRUTH + record.name())
                .build();
        return new SourceRecord("elsewhere", record.name(), metadata, List.of());
    }
}
