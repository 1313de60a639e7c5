package dev.broadsheet.benchmarks.peers;

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.Ledger;
import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.web.Edition;
import dev.broadsheet.web.WebServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Broadsheet's pages and API in a process of their own, as {@code broadsheet serve}, but that nothing
 * is harvested or embedded beside. Ends when its standard input does.
 *
 * <p>Arguments: the data folder and the port.
 */
final class BroadsheetServer {
    private BroadsheetServer() {}

    public static void main(String[] arguments) throws IOException {
        DataFolder folder = DataFolder.open(Path.of(arguments[0]));
        try (Database database = Database.sqlite(folder.catalogue())) {
            Catalogue catalogue = new Catalogue(database);
            Clock clock = Clock.systemUTC();
            try (SearchRoom search = SearchRoom.open(folder, catalogue, SearchRoom.Options.INDEXING);
                    WebServer server = WebServer.start(
                            "localhost",
                            Integer.parseInt(arguments[1]),
                            new WebServer.Parts(
                                    folder,
                                    catalogue,
                                    search,
                                    clock,
                                    Edition.DEFAULT,
                                    List.of(),
                                    new Ledger(database, clock)))) {
                System.err.println("Broadsheet listens at port " + server.port());
                System.in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
