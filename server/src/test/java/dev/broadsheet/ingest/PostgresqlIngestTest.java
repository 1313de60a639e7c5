package dev.broadsheet.ingest;

import static dev.broadsheet.ingest.Records.ABSTRACT;
import static dev.broadsheet.ingest.Records.arxiv;
import static dev.broadsheet.ingest.Records.record;
import static dev.broadsheet.ingest.Records.source;
import static dev.broadsheet.ingest.Records.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.source.FileSources;
import dev.broadsheet.source.Format;
import dev.broadsheet.source.SourceRecord;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresqlIngestTest {
    @TempDir
    Path folder;

    @Test
    void importMergesAndSplitsOnPostgresqlAsWell() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Database database =
                        Database.postgresql(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")) {
            Catalogue catalogue = new Catalogue(database);
            Ingest ingest = new Ingest(catalogue, folder.resolve("rejects"));
            Path file = Files.writeString(
                    folder.resolve("hostile.jsonl"),
                    "{\"title\":\"A\\u0000B\",\"abstract\":\"\\ud800 \\u0007x\"}\n{\"title\":\"broken\\u0000\n");
            IngestReport report = ingest.run(FileSources.open(file, Format.AUTO), progress -> {}, () -> false);
            assertThat(report.counts()).isEqualTo(new IngestCounts(1, 0, 0, 1));

            SourceRecord seed = record("json", "s", titled("One title").abstractText(ABSTRACT));
            SourceRecord full = record(
                    "huggingface",
                    "2501.00001",
                    titled("One Title", "Ada Lovelace").abstractText(ABSTRACT).identifier(arxiv("2501.00001")),
                    new Appearance("huggingface", LocalDate.of(2026, 8, 21), 1, 5, 0, "ada", null));
            ingest.run(source("papers", List.of(seed, full)), progress -> {}, () -> false);
            assertThat(catalogue.size()).isEqualTo(2);
            long revision = catalogue.latestRevision();
            ingest.runAgain(source("papers", List.of(seed, full)), progress -> {}, () -> false);
            assertThat(catalogue.latestRevision()).isEqualTo(revision);
            new Split(catalogue).split("2501.00001", "json", "s");
            assertThat(catalogue.size()).isEqualTo(3);
        }
    }
}
