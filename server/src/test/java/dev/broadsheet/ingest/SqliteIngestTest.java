package dev.broadsheet.ingest;

import static dev.broadsheet.ingest.Records.ABSTRACT;
import static dev.broadsheet.ingest.Records.arxiv;
import static dev.broadsheet.ingest.Records.record;
import static dev.broadsheet.ingest.Records.source;
import static dev.broadsheet.ingest.Records.titled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.database.Database;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteIngestTest {
    @TempDir
    Path folder;

    @RegisterExtension
    final TestDatabase databases = TestDatabase.sqlite();

    @Test
    void aFullDiskLosesNothingAcknowledgedAndTheImportGoesOnAfterwards() {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            String name = "2501.%05d".formatted(i);
            records.add(record(
                    "arxiv", name, titled("Paper " + i).abstractText(ABSTRACT).identifier(arxiv(name))));
        }
        try (Database database = databases.connect()) {
            Catalogue catalogue = new Catalogue(database);
            Ingest ingest = new Ingest(catalogue, folder.resolve("rejects"), Clock.systemUTC());
            long pages = database.write(
                    transaction -> transaction.number("pragma page_count").orElseThrow());
            database.write(transaction -> transaction.number("pragma max_page_count = " + (pages + 600)));
            List<IngestProgress> heard = new ArrayList<>();
            assertThatThrownBy(() -> ingest.run(source("long", records), heard::add, () -> false))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("disk is full");
            assertThat(heard).isNotEmpty();
            assertThat(catalogue.size()).isEqualTo(heard.getLast().counts().added());
            database.write(transaction -> transaction.number("pragma max_page_count = 1000000"));
            assertThat(ingest.run(source("long", records), heard::add, () -> false)
                            .counts())
                    .isEqualTo(new IngestCounts(5000, 0, 0, 0));
            assertThat(catalogue.latestRevision()).isEqualTo(5000);
        }
    }
}
