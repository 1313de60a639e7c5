package dev.broadsheet.source;

import static java.util.Map.entry;

import dev.broadsheet.installation.SettingsReader;
import dev.broadsheet.source.acl.AclSource;
import dev.broadsheet.source.arxiv.ArxivSource;
import dev.broadsheet.source.biorxiv.BiorxivSource;
import dev.broadsheet.source.crossref.CrossrefSource;
import dev.broadsheet.source.feed.FeedSource;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.http.HostRule;
import dev.broadsheet.source.http.PoliteFetcher;
import dev.broadsheet.source.huggingface.HuggingfaceSource;
import dev.broadsheet.source.oai.OaiSource;
import dev.broadsheet.source.openalex.OpenAlexSource;
import dev.broadsheet.source.openreview.OpenreviewSource;
import dev.broadsheet.source.pubmed.PubmedSource;
import dev.broadsheet.source.semanticscholar.SemanticScholarSource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The live sources that the settings name, and the one way over which they ask. Thread-safe. */
public final class LiveSources implements AutoCloseable {
    /** Builds a source of one type from its settings. */
    interface Factory {
        LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock);
    }

    /** Every type there is, by what the setting {@code source.NAME.type} says. */
    static final Map<String, Factory> TYPES = new TreeMap<>(Map.ofEntries(
            entry("acl", AclSource::of),
            entry("arxiv", ArxivSource::of),
            entry("biorxiv", BiorxivSource::biorxiv),
            entry("crossref", CrossrefSource::of),
            entry("feed", FeedSource::of),
            entry("huggingface", HuggingfaceSource::of),
            entry("medrxiv", BiorxivSource::medrxiv),
            entry("oai", OaiSource::of),
            entry("openalex", OpenAlexSource::of),
            entry("openreview", OpenreviewSource::of),
            entry("pubmed", PubmedSource::of),
            entry("semanticscholar", SemanticScholarSource::of)));

    private static final int LONGEST_CONTACT = 200;

    private final List<LiveSource> sources;
    private final List<LiveSource> enriching;
    private final @Nullable PoliteFetcher network;
    private final Supplier<List<HostState>> hosts;

    private LiveSources(
            List<LiveSource> sources,
            List<LiveSource> enriching,
            @Nullable PoliteFetcher network,
            Supplier<List<HostState>> hosts) {
        this.sources = List.copyOf(sources);
        this.enriching = List.copyOf(enriching);
        this.network = network;
        this.hosts = hosts;
    }

    /**
     * Builds the sources that the settings name, which ask nobody yet. What is wrong with their settings is told to the
     * reader; a source with mistakes is no use.
     *
     * @param version of this program, as hosts are told
     */
    public static LiveSources read(SettingsReader settings, String version, Clock clock) {
        Map<String, HostRule> hosts = new ConcurrentHashMap<>();
        String contact = settings.text("contact", "", 0, LONGEST_CONTACT);
        PoliteFetcher network = PoliteFetcher.of(hosts, version, contact, clock);
        SourcePlan plan = SourcePlan.read(settings, hosts, network, clock);
        return new LiveSources(plan.sources(), plan.enriching(), network, network::states);
    }

    /** The same over another fetcher, which is not closed; the hosts that may be asked come into the map. */
    static LiveSources over(Fetcher fetcher, SettingsReader settings, Map<String, HostRule> hosts, Clock clock) {
        SourcePlan plan = SourcePlan.read(settings, hosts, fetcher, clock);
        return new LiveSources(plan.sources(), plan.enriching(), null, List::of);
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
        return new LiveSources(sources, enriching, null, hosts);
    }

    /** What {@code source.NAME.type} may say, in order; without it the name is the type. */
    public static List<String> types() {
        return List.copyOf(TYPES.keySet());
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
        if (network != null) {
            network.close();
        }
    }
}
