package dev.broadsheet.web;

import dev.broadsheet.ingest.Ledger;
import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.source.HostState;
import dev.broadsheet.source.LiveSource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/** The server of pages and of the API. Runs from {@link #start} until {@link #close}. */
public final class WebServer implements AutoCloseable {
    private static final Map<String, Object> SETTINGS = Map.ofEntries(
            // No configuration file of Spring's own: neither from the working folder nor from the class path.
            Map.entry("spring.config.location", ""),
            Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("spring.web.resources.add-mappings", "false"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
            Map.entry("server.shutdown", "graceful"),
            // A query of 2,000 characters of any script, and the link behind its answer, which repeats it.
            Map.entry("server.max-http-request-header-size", "32KB"),
            Map.entry("server.tomcat.max-http-response-header-size", "32KB"),
            // Behind a proxy, addresses we write have the scheme and host that readers use.
            Map.entry("server.forward-headers-strategy", "native"),
            Map.entry("server.compression.enabled", "true"),
            Map.entry("server.compression.min-response-size", "1400"),
            Map.entry(
                    "server.compression.mime-types",
                    "text/html,text/css,text/plain,text/markdown,text/javascript,application/javascript,"
                            + "application/json,image/svg+xml,text/x-bibtex"),
            Map.entry("logging.level.root", "warn"),
            // A failing start is told to the operator by who called us, in one sentence.
            Map.entry("logging.level.org.springframework.boot.SpringApplication", "off"),
            Map.entry("logging.level.org.springframework.boot.diagnostics", "off"),
            Map.entry("logging.level.org.springframework.boot.web.server.servlet.context", "error"),
            // Tomcat takes the threads of the parts, which outlive it, for leaked ones.
            Map.entry("logging.level.org.apache.catalina.loader", "error"));

    private final ConfigurableApplicationContext context;

    private WebServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * What the pages are made from. The server closes none of it.
     *
     * @param clock tells which day is today, in the edition's time zone
     * @param sources those that are followed, in the order of the settings
     * @param ledger what they announced against what is held
     * @param hosts how it stands with the hosts they ask, at this moment; called by many threads
     */
    public record Parts(
            DataFolder folder,
            Catalogue catalogue,
            PaperSearch search,
            Clock clock,
            Edition edition,
            List<LiveSource> sources,
            Ledger ledger,
            Supplier<List<HostState>> hosts) {
        public Parts {
            sources = List.copyOf(sources);
        }

        /** Where nothing is known of hosts. */
        public Parts(
                DataFolder folder,
                Catalogue catalogue,
                PaperSearch search,
                Clock clock,
                Edition edition,
                List<LiveSource> sources,
                Ledger ledger) {
            this(folder, catalogue, search, clock, edition, sources, ledger, List::of);
        }
    }

    /**
     * Starts the server and returns when it answers. Its threads keep the process alive. It sets no
     * shutdown hook: who starts it closes it, before the parts.
     *
     * @param host the address to listen at: {@code localhost}, or {@code 0.0.0.0} for every interface
     * @param port to listen on; 0 for any free one
     * @throws OperatorException if the port is in use
     */
    public static WebServer start(String host, int port, Parts parts) {
        SpringApplication application = new SpringApplicationBuilder(WebConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .addCommandLineProperties(false)
                .environment(environment(host, port))
                .initializers(context -> register((GenericApplicationContext) context, parts))
                .build();
        try {
            return new WebServer(application.run());
        } catch (ApplicationContextException | PortInUseException e) {
            if (portInUse(e)) {
                throw new OperatorException(
                        "Port " + port + " is already in use. Nothing was changed. Stop the program that listens"
                                + " there, or choose another port with --port.",
                        e);
            }
            throw e;
        }
    }

    /** Our settings and nothing else: a stray variable or property of this machine must not move an address. */
    private static StandardEnvironment environment(String host, int port) {
        StandardEnvironment environment = new StandardEnvironment() {
            @Override
            protected void customizePropertySources(MutablePropertySources sources) {
                sources.addLast(new MapPropertySource("broadsheet", SETTINGS));
            }
        };
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "place", Map.of("server.address", host, "server.port", String.valueOf(port))));
        return environment;
    }

    /** The port it listens on. */
    public int port() {
        org.springframework.boot.web.server.WebServer server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("the server is not running");
        }
        return server.getPort();
    }

    /** Lets requests under way finish, then stops. */
    @Override
    public void close() {
        context.close();
    }

    private static void register(GenericApplicationContext context, Parts parts) {
        // Without a destroy method: the parts are not ours to close.
        single(context, DataFolder.class, parts.folder());
        single(context, Catalogue.class, parts.catalogue());
        single(context, PaperSearch.class, parts.search());
        single(context, Clock.class, parts.clock());
        single(context, Edition.class, parts.edition());
        single(
                context,
                SourceOverview.class,
                new SourceOverview(parts.sources(), parts.ledger(), parts.hosts(), parts.clock()));
    }

    private static <T> void single(GenericApplicationContext context, Class<T> type, T part) {
        context.getBeanFactory().registerSingleton(type.getSimpleName(), part);
    }

    private static boolean portInUse(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return true;
            }
        }
        return false;
    }
}
