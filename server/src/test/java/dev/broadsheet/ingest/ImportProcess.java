package dev.broadsheet.ingest;

import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.source.Format;
import dev.broadsheet.source.types.FileSources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** An import in a process of its own, for the test that kills it. */
final class ImportProcess {
    private ImportProcess() {}

    /** @param arguments data folder, file */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (Database database = Database.sqlite(folder.resolve("catalogue.db"))) {
            Ingest ingest = new Ingest(new Catalogue(database), folder.resolve("rejects"), Clock.systemUTC());
            System.out.println("started");
            ingest.run(
                    FileSources.open(Path.of(arguments[1]), Format.AUTO),
                    progress -> System.out.println(progress.counts().records()),
                    () -> false);
        }
    }
}
