package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.harvest.EnrichmentRows;
import dev.broadsheet.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteEnrichmentTest {
    @RegisterExtension
    final TestDatabase databases = TestDatabase.sqlite();

    @Test
    void whoIsDueIsFoundWithoutReadingTheWholeCatalogue() {
        try (Database other = databases.connect()) {
            List<String> plan = other.read(sql -> sql.sql("explain query plan " + EnrichmentRows.DUE)
                    .param("young", "2026-07-12")
                    .param("added", 5000)
                    .param("lately", "2026-08-11T12:00:00Z")
                    .param("schemes", List.of("doi", "arxiv"))
                    .param("source", "crossref")
                    .param("now", "2026-09-10T12:00:00Z")
                    .param("most", 200)
                    .query((row, index) -> row.getString("detail"))
                    .list());
            assertThat(plan)
                    .anySatisfy(step -> assertThat(step).contains("paper_by_day"))
                    .noneMatch(step -> step.startsWith("SCAN"));
        }
    }
}
