package dev.broadsheet.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The live sources that an installation asks, and the one way over which they ask. Thread-safe. */
public final class LiveSources implements AutoCloseable {
    private final List<LiveSource> sources;
    private final List<LiveSource> enriching;
    private final Supplier<List<HostState>> hosts;
    private final Runnable end;

    /**
     * @param sources those asked for their lists
     * @param enriching those asked about papers that are here
     * @param hosts how it stands with the hosts that were asked
     * @param end breaks off what is under way
     */
    public LiveSources(
            List<LiveSource> sources, List<LiveSource> enriching, Supplier<List<HostState>> hosts, Runnable end) {
        this.sources = List.copyOf(sources);
        this.enriching = List.copyOf(enriching);
        this.hosts = hosts;
        this.end = end;
    }

    /**
     * Sources that were made elsewhere.
     *
     * @param sources those asked for their lists
     * @param enriching those asked about papers that are here
     * @param hosts how it stands with the hosts they ask, at this moment; called by many threads
     */
    public static LiveSources given(
            List<LiveSource> sources, List<LiveSource> enriching, Supplier<List<HostState>> hosts) {
        return new LiveSources(sources, enriching, hosts, () -> {});
    }

    /** All that are asked for their lists, in the order of the settings. */
    public List<LiveSource> all() {
        return sources;
    }

    /** Those that are asked about papers that are here, in the order of the settings. */
    public List<LiveSource> enriching() {
        return enriching;
    }

    /** The source of this name among {@link #all}. */
    public Optional<LiveSource> named(String name) {
        return sources.stream()
                .filter(source -> source.profile().name().equals(name))
                .findFirst();
    }

    /** None: nobody is asked. */
    public static LiveSources none() {
        return given(List.of(), List.of(), List::of);
    }

    /** How it stands with the hosts that were asked. */
    public List<HostState> hosts() {
        return hosts.get();
    }

    @Override
    public void close() {
        end.run();
    }
}
