package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.ledger.LedgerQueries;
import dev.broadsheet.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteLedgerTest {
    @RegisterExtension
    final TestDatabase databases = TestDatabase.sqlite();

    @Test
    void aCalendarIsReadFromIndexesAlone() {
        try (Database other = databases.connect()) {
            for (String query : List.of(LedgerQueries.ANNOUNCED, LedgerQueries.HELD, LedgerQueries.MISSING)) {
                assertThat(plan(other, query))
                        .as(query)
                        .isNotEmpty()
                        .noneMatch(step -> step.startsWith("SCAN"))
                        .allMatch(step -> !step.startsWith("SEARCH") || step.contains("COVERING INDEX"));
            }
            assertThat(plan(other, LedgerQueries.COUNTED))
                    .singleElement()
                    .satisfies(step -> assertThat(step).contains("tally_by_day"));
        }
    }

    private static List<String> plan(Database database, String query) {
        return database.read(sql -> sql.sql("explain query plan " + query)
                .param("source", "arxiv")
                .param("feed", "arxiv-feed")
                .param("from", "2026-09-07")
                .param("until", "2026-11-06")
                .query((row, index) -> row.getString("detail"))
                .list());
    }
}
