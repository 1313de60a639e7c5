package dev.broadsheet.cli;

import dev.broadsheet.ingest.Enrichment;
import dev.broadsheet.ingest.Ingest;
import dev.broadsheet.ingest.Ledger;
import dev.broadsheet.ingest.Sync;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.ops.Schedule;
import dev.broadsheet.ops.Settings;
import dev.broadsheet.ops.SourceJobs;
import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.source.LiveSources;
import dev.broadsheet.web.Edition;
import dev.broadsheet.web.WebServer;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
        // Opened in this order, closed in the other: pages first, the catalogue last.
        try (Interruption interruption = new Interruption();
                ServingLock lock = ServingLock.of(path);
                Installation installation = Installation.open(path);
                LiveSources sources = sources(installation);
                SearchRoom search = SearchRoom.open(
                        installation.folder(),
                        installation.catalogue(),
                        SearchRoom.Options.serving(installation.settings().embeddingThreads()))) {
            Ledger ledger = new Ledger(installation.database(), Clock.systemUTC());
            if (demo) {
                Demo.load(installation);
                search.catchUp();
            }
            try (WebServer server = WebServer.start(host, port, parts(installation, search, sources, ledger))) {
                String address = "http://localhost:" + server.port();
                lock.announce(address);
                if (warmUp) {
                    WarmUp.run(address);
                } else {
                    spec.commandLine().getOut().println("Broadsheet is ready at " + address);
                    spec.commandLine().getOut().flush();
                    serve(installation, sources, ledger, interruption);
                }
            }
        }
        return 0;
    }

    private void requireHost() {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (!address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(address) == null) {
                throw new OperatorException("--host " + host + " is no address of this machine. localhost is; 0.0.0.0"
                        + " stands for all of them.");
            }
        } catch (UnknownHostException e) {
            throw new OperatorException("--host " + host + " is no address that this machine knows.", e);
        } catch (SocketException e) {
            throw new OperatorException("The addresses of this machine cannot be read: " + e.getMessage(), e);
        }
    }

    /** The demonstration shows what is in it, whatever the settings say. */
    private LiveSources sources(Installation installation) {
        Settings settings = installation.settings();
        return (demo || warmUp ? settings.withoutSources() : settings).liveSources(Clock.systemUTC());
    }

    private static void serve(
            Installation installation, LiveSources sources, Ledger ledger, Interruption interruption) {
        Ingest ingest =
                new Ingest(installation.catalogue(), installation.folder().rejects());
        Sync sync = new Sync(ingest, ledger, installation.database(), Clock.systemUTC());
        Enrichment enrichment = new Enrichment(ingest, installation.database(), Clock.systemUTC());
        List<Schedule.Job> jobs = new ArrayList<>(new SourceJobs(sync, ledger, Clock.systemUTC()).of(sources.all()));
        jobs.addAll(SourceJobs.enriching(sources.enriching(), enrichment));
        try (Schedule schedule = Schedule.start(installation.database(), jobs)) {
            interruption.await();
        }
    }

    private static WebServer.Parts parts(
            Installation installation, SearchRoom search, LiveSources sources, Ledger ledger) {
        return new WebServer.Parts(
                installation.folder(),
                installation.catalogue(),
                search,
                Clock.systemDefaultZone(),
                new Edition(installation.settings().editionName(), Edition.DEFAULT.subtitle()),
                sources.all(),
                ledger,
                sources::hosts);
    }
}
