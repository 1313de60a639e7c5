package dev.broadsheet.site;

import dev.broadsheet.installation.OperatorException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/** The server of all that it is handed. Runs from {@link #start} until {@link #close}. Thread-safe. */
public final class Site implements AutoCloseable {
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
            // Of a form, all fields together.
            Map.entry("server.tomcat.max-http-form-post-size", "256KB"),
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
            // Tomcat takes the threads of the rooms, which outlive it, for leaked ones.
            Map.entry("logging.level.org.apache.catalina.loader", "error"));

    private final ConfigurableApplicationContext context;

    private Site(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the server and returns when it answers. Its threads keep the process alive. It sets no
     * shutdown hook: who starts it closes it, before what the endpoints use.
     *
     * @param host the address to listen at: {@code localhost}, or {@code 0.0.0.0} for every interface
     * @param port to listen on; 0 for any free one
     * @param edition what the masthead says at this moment on pages that say nothing else; called by many threads
     * @param endpoints in the order in which their links are to stand
     * @throws OperatorException if the port is in use
     */
    public static Site start(String host, int port, Supplier<Edition> edition, List<? extends Endpoints> endpoints) {
        Routes routes = new Routes();
        endpoints.forEach(some -> some.addTo(routes));
        View view = new View(edition, routes.navigation());
        Router router = new Router(routes, view);
        SpringApplication application = new SpringApplicationBuilder(SiteConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .addCommandLineProperties(false)
                .environment(environment(host, port))
                .initializers(context -> register((GenericApplicationContext) context, view, router))
                .build();
        try {
            return new Site(application.run());
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
        WebServer server = ((WebServerApplicationContext) context).getWebServer();
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

    private static void register(GenericApplicationContext context, View view, Router router) {
        context.getBeanFactory().registerSingleton("siteView", view);
        context.getBeanFactory().registerSingleton("siteRouter", router);
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
