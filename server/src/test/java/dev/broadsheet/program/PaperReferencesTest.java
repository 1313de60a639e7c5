package dev.broadsheet.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.PaperReference;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every column that points at a paper is declared, so that no room forgets its rows when two papers become one. */
@OnBothDatabases
class PaperReferencesTest {
    /** How columns are called that hold the numbers of papers. */
    private static final Pattern PAPER = Pattern.compile("(.*_)?papers?(_number|_id)?|merged_.*|survivor");

    @RegisterExtension
    final TestDatabase databases;

    PaperReferencesTest(TestDatabase databases) {
        this.databases = databases;
    }

    @Test
    void everyColumnIsDeclared() {
        try (Database database = databases.connect()) {
            check(database, database.isSqlite() ? """
                    select tables.name || '.' || columns.name
                    from sqlite_master tables join pragma_table_info(tables.name) columns
                    where tables.type = 'table'""" : """
                    select table_name || '.' || column_name from information_schema.columns
                    where table_schema = current_schema()""");
        }
    }

    private static void check(Database database, String query) {
        List<String> columns =
                database.read(sql -> sql.sql(query).query(String.class).list());
        List<String> declared = new Catalogue(database, Contents.references())
                .references().stream()
                        .map(reference -> reference.table() + "." + reference.column())
                        .toList();
        assertThat(columns).as("columns that are declared but not there").containsAll(declared);
        List<String> pointing = columns.stream()
                .filter(column ->
                        PAPER.matcher(column.substring(column.indexOf('.') + 1)).matches())
                .toList();
        assertThat(declared)
                .as(
                        "columns that look like numbers of papers, and nobody said what becomes of their rows when two"
                                + " papers become one: declare each as a %s in its room's tables, and name the room's list in"
                                + " its line in program.Contents",
                        PaperReference.class.getSimpleName())
                .containsAll(pointing)
                .doesNotHaveDuplicates();
    }
}
