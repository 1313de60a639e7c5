package dev.broadsheet.cli;

import dev.broadsheet.database.Database;
import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.ops.Settings;
import dev.broadsheet.paper.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An opened installation: its folder, settings, database and catalogue. What more a command needs
 * it opens itself.
 */
record Installation(DataFolder folder, Settings settings, Database database, Catalogue catalogue)
        implements AutoCloseable {

    static Installation open(Path path) {
        DataFolder folder = DataFolder.open(path);
        Settings settings = Settings.read(folder, System.getenv());
        String url = settings.databaseUrl();
        Database database = url == null
                ? Database.sqlite(folder.catalogue())
                : Database.postgresql(url, settings.databaseUser(), settings.databasePassword());
        return new Installation(folder, settings, database, new Catalogue(database));
    }

    /**
     * Opens an installation to look at it or to change what is there, never to begin one: a mistyped
     * folder is told.
     */
    static Installation openExisting(Path path) {
        requireExisting(path);
        return open(path);
    }

    static void requireExisting(Path path) {
        if (!Files.isDirectory(path)) {
            throw new OperatorException(
                    "There is no folder " + path.toAbsolutePath().normalize()
                            + ". Name the data folder with --data or BROADSHEET_DATA; import and serve begin a new one.");
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
