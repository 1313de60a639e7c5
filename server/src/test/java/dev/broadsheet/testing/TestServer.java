package dev.broadsheet.testing;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.installation.SettingsReader;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.program.Program;
import dev.broadsheet.program.ProgramOptions;
import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.site.Site;
import dev.broadsheet.source.HostState;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.LiveSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The real server on a free port, over a real SQLite catalogue. Its day is Saturday, 22 August 2026. */
public final class TestServer implements AutoCloseable {
    private final Program program;
    private final FakeSearch search;
    private final @Nullable SearchRoom room;
    private final Site server;
    private final HttpClient client = HttpClient.newHttpClient();

    public TestServer(Path folder) {
        this(folder, SamplePapers::addTo);
    }

    public TestServer(Path folder, Consumer<Catalogue> filling) {
        this(folder, filling, List.of(), List::of);
    }

    public TestServer(
            Path folder, Consumer<Catalogue> filling, List<LiveSource> sources, Supplier<List<HostState>> hosts) {
        this(folder, filling, withSources(sources, hosts), false);
    }

    /** One with these settings and this clock, over the sample papers. */
    public TestServer(Path folder, Map<String, String> settings, Clock clock) {
        this(
                folder,
                SamplePapers::addTo,
                withSources(List.of(), List::of).withClock(clock),
                settings(folder, settings));
    }

    /** One that searches with the real index, by words. */
    public static TestServer searching(Path folder, Consumer<Catalogue> filling) {
        return new TestServer(folder, filling, withSources(List.of(), List::of), true);
    }

    private static ProgramOptions withSources(List<LiveSource> sources, Supplier<List<HostState>> hosts) {
        return ProgramOptions.usual()
                .withEnvironment(Map.of())
                .withClock(Clock.fixed(Instant.parse("2026-08-22T12:00:00Z"), ZoneOffset.UTC))
                .withSources(LiveSources.given(sources, List.of(), hosts));
    }

    /** Writes the settings, and searches without an index. */
    private static boolean settings(Path folder, Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer file = Files.newBufferedWriter(folder.resolve(SettingsReader.FILE))) {
            properties.store(file, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }

    private TestServer(Path folder, Consumer<Catalogue> filling, ProgramOptions options, boolean searching) {
        program = Program.open(folder, searching ? options : options.withSearch(catalogue -> search()));
        filling.accept(program.catalogue());
        search = new FakeSearch(program.catalogue());
        room = searching ? program.indexing() : null;
        catchUp();
        server = program.serve("localhost", 0);
    }

    /** What is served. */
    public Program program() {
        return program;
    }

    /** Somebody who is not signed in, with cookies of their own. */
    public Visitor visitor() {
        return new Visitor(this);
    }

    /** Somebody new, signed in. */
    public Visitor visitor(String name, Role role) {
        return visitor(program.people().add(name, "", role));
    }

    /** This person, signed in. */
    public Visitor visitor(Person person) {
        Visitor visitor = visitor();
        visitor.keep(program.sessions().begin(person, "127.0.0.1", "a test"));
        return visitor;
    }

    public Catalogue catalogue() {
        return program.catalogue();
    }

    /** Waits until the real index shows what the catalogue holds. */
    public void catchUp() {
        if (room != null) {
            room.catchUp();
        }
    }

    public FakeSearch search() {
        return search;
    }

    public int port() {
        return server.port();
    }

    /** The absolute address of a path here. */
    public String at(String path) {
        return "http://localhost:" + port() + path;
    }

    /** Asks without following redirects. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(at(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the server did not answer " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        program.close();
        client.close();
    }
}
