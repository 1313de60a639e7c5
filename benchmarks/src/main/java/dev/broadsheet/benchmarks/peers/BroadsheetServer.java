package dev.broadsheet.benchmarks.peers;

import dev.broadsheet.program.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Broadsheet's pages and API in a process of their own, as {@code broadsheet serve}, but that nothing
 * is harvested or embedded beside. Ends when its standard input does.
 *
 * <p>Arguments: the data folder and the port.
 */
final class BroadsheetServer {
    private BroadsheetServer() {}

    public static void main(String[] arguments) throws IOException {
        try (Program program = Program.open(Path.of(arguments[0]))) {
            program.indexing();
            int port =
                    program.serve("localhost", Integer.parseInt(arguments[1])).port();
            System.err.println("Broadsheet listens at port " + port);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
