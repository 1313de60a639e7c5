package dev.broadsheet.cli;

import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.program.Program;
import dev.broadsheet.program.ProgramOptions;
import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.source.LiveSources;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code broadsheet serve}. */
@Command(
        name = "serve",
        description = "Serves the pages and the API, and does the work behind them: keeps the index up to date"
                + " and turns papers into vectors.",
        mixinStandardHelpOptions = true,
        footer = "%nExample: broadsheet serve --port 8080")
final class ServeCommand implements Callable<Integer> {
    private static final String DEMO_FOLDER = "broadsheet-demo";

    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "PORT",
            description = "The port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "localhost",
            paramLabel = "HOST",
            description = "The address to listen at; 0.0.0.0 lets other machines in (default: this machine only).")
    private String host = "localhost";

    @Option(
            names = "--demo",
            description = "Serves 150 real papers of June 2026 from a folder of its own, ./" + DEMO_FOLDER
                    + ", unless --data names another.")
    private boolean demo;

    @Option(names = "--warm-up", hidden = true, description = "Serves each kind of page once to itself, then stops.")
    private boolean warmUp;

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw new OperatorException("A port is a number from 0 to 65535, not " + port + ".");
        }
        requireHost();
        Path path = demo && !data.isNamed() ? Path.of(DEMO_FOLDER) : data.folder();
        // The lock is given back last, when nothing writes any more.
        try (Interruption interruption = new Interruption();
                ServingLock lock = ServingLock.of(path);
                Program program = Program.open(path, options())) {
            SearchRoom search = program.serving();
            if (demo) {
                Demo.load(program.ingest());
                search.catchUp();
            }
            String address = "http://localhost:" + program.serve(host, port).port();
            lock.announce(address);
            if (warmUp) {
                WarmUp.run(address);
            } else {
                println("Broadsheet is ready at " + address);
                if (demo) {
                    println(
                            "To vote, comment, curate and look behind the scenes, sign in as its editor, once and within"
                                    + " a day, at " + Demo.editorsLink(program));
                }
                program.moderation()
                        .firstAdminLink()
                        .ifPresent(link ->
                                println("There is no admin yet. Make the first account, within a day, at " + link));
                spec.commandLine().getOut().flush();
                program.startJobs();
                interruption.await();
            }
        }
        return 0;
    }

    private void println(String line) {
        spec.commandLine().getOut().println(line);
    }

    /** The demonstration shows what is in it, whatever the settings say. */
    private ProgramOptions options() {
        ProgramOptions usual = ProgramOptions.usual();
        return demo || warmUp ? usual.withSources(LiveSources.none()) : usual;
    }

    private void requireHost() {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (!address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(address) == null) {
                throw new OperatorException("--host " + host + " is not an address of this machine. localhost is;"
                        + " 0.0.0.0 stands for all of them.");
            }
        } catch (UnknownHostException e) {
            throw new OperatorException("--host " + host + " is not an address that this machine knows.", e);
        } catch (SocketException e) {
            throw new OperatorException("The addresses of this machine cannot be read: " + e.getMessage(), e);
        }
    }
}
