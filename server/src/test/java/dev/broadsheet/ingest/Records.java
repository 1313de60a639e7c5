package dev.broadsheet.ingest;

import dev.broadsheet.ingest.filing.KnownRecord;
import dev.broadsheet.ingest.filing.PreparedRecord;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceRecord;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small records, and a source of them. */
public final class Records {
    public static final String ABSTRACT = "We show that a rather small number of words is enough to tell whether two"
            + " abstracts were written for the same paper or for two papers that only share a common title.";

    public static final String OTHER_ABSTRACT =
            "An entirely different summary of work on the growth of lettuce in the dark,"
                    + " with measurements that were taken over three long winters in a cellar near the harbour.";

    private Records() {}

    public static MetadataBuilder titled(String title, String... authors) {
        return Metadata.titled(title)
                .authors(Arrays.stream(authors).map(Author::named).toList());
    }

    public static Identifier arxiv(String name) {
        return new Identifier(Scheme.ARXIV, name);
    }

    public static Identifier doi(String name) {
        return new Identifier(Scheme.DOI, name);
    }

    public static SourceRecord record(String source, String name, MetadataBuilder metadata, Appearance... appearances) {
        return new SourceRecord(source, name, metadata.build(), List.of(appearances));
    }

    public static KnownRecord known(String source, String name, MetadataBuilder metadata) {
        return PreparedRecord.of(record(source, name, metadata), "harvest").record();
    }

    public static Source source(String harvest, List<SourceRecord> records) {
        return new Source() {
            @Override
            public String title() {
                return harvest;
            }

            @Override
            public String harvest() {
                return harvest;
            }

            @Override
            public Reading open(@Nullable String cursor) {
                int from = cursor == null ? 0 : Integer.parseInt(cursor);
                return new ListReading(records, from);
            }
        };
    }

    private static final class ListReading implements Source.Reading {
        private final Iterator<SourceRecord> rest;
        private final int total;
        private int done;

        ListReading(List<SourceRecord> records, int from) {
            rest = records.subList(from, records.size()).iterator();
            total = records.size();
            done = from;
        }

        @Override
        public Source.@Nullable Item next() {
            if (!rest.hasNext()) {
                return null;
            }
            done++;
            return new Source.Received(rest.next(), Integer.toString(done));
        }

        @Override
        public long done() {
            return done;
        }

        @Override
        public long total() {
            return total;
        }

        @Override
        public void close() {}
    }
}
