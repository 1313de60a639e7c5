package dev.broadsheet.cli;

import dev.broadsheet.database.DataFolder;
import dev.broadsheet.database.Database;
import dev.broadsheet.ops.Settings;
import dev.broadsheet.paper.Catalogue;
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

    @Override
    public void close() {
        database.close();
    }
}
