package dev.broadsheet.source;

import static java.util.Map.entry;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The live sources that the settings name, and the one way over which they ask. Thread-safe. */
public final class LiveSources implements AutoCloseable {
    /** Builds a source of one type from its settings. */
    interface Factory {
        LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock);
    }

    /** Every type there is, by what the setting {@code source.NAME.type} says. */
    private static final Map<String, Factory> TYPES = new TreeMap<>(Map.ofEntries(
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

    /** What a source's announcement feed alone says of a paper is a record of this name. */
    private static final String FEED = "-feed";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final List<LiveSource> sources;
    private final List<LiveSource> enriching;
    private final @Nullable PoliteFetcher network;

    private LiveSources(List<LiveSource> sources, List<LiveSource> enriching, @Nullable PoliteFetcher network) {
        this.sources = List.copyOf(sources);
        this.enriching = List.copyOf(enriching);
        this.network = network;
    }

    /**
     * Builds the sources, which ask nobody yet.
     *
     * @param names of those asked for their lists, in the settings' order
     * @param enriching names of those asked about papers that are here, likewise
     * @param options what the settings say of each, by its name and then by key
     * @param version of this program, as hosts are told
     * @param contact under which hosts reach whoever runs this server, may be empty
     * @param mistakes where to say what is wrong with the settings; a source with mistakes is no use
     */
    public static LiveSources of(
            List<String> names,
            List<String> enriching,
            Map<String, Map<String, String>> options,
            String version,
            String contact,
            Clock clock,
            Collection<String> mistakes) {
        Map<String, HostRule> hosts = new ConcurrentHashMap<>();
        PoliteFetcher network = PoliteFetcher.of(hosts, version, contact);
        Plan plan = new Plan(all(names, enriching), options, hosts, network, clock, mistakes);
        List<LiveSource> sources = plan.sources(names);
        return new LiveSources(sources, plan.enriching(enriching, sources), network);
    }

    /** The same over another fetcher, which is not closed; the hosts that may be asked come into the map. */
    static LiveSources over(
            Fetcher fetcher,
            List<String> names,
            List<String> enriching,
            Map<String, Map<String, String>> options,
            Map<String, HostRule> hosts,
            Clock clock,
            Collection<String> mistakes) {
        Plan plan = new Plan(all(names, enriching), options, hosts, fetcher, clock, mistakes);
        List<LiveSource> sources = plan.sources(names);
        return new LiveSources(sources, plan.enriching(enriching, sources), null);
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
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    /** How it stands with the hosts that were asked. */
    public List<HostState> hosts() {
        return network == null ? List.of() : network.states();
    }

    @Override
    public void close() {
        if (network != null) {
            network.close();
        }
    }

    private static Set<String> all(List<String> names, List<String> enriching) {
        Set<String> all = new HashSet<>(names);
        all.addAll(enriching);
        return all;
    }

    /** @param named all that the settings name, for whatever use */
    private record Plan(
            Set<String> named,
            Map<String, Map<String, String>> options,
            Map<String, HostRule> hosts,
            Fetcher fetcher,
            Clock clock,
            Collection<String> mistakes) {

        List<LiveSource> sources(List<String> names) {
            List<LiveSource> sources = new ArrayList<>();
            for (String name : usable("sources", names)) {
                build(name, true).ifPresent(sources::add);
            }
            return sources;
        }

        /** One that is asked for its lists too is the same source. */
        List<LiveSource> enriching(List<String> names, List<LiveSource> sources) {
            List<LiveSource> enriching = new ArrayList<>();
            for (String name : usable("enrich", names)) {
                Optional<LiveSource> known = sources.stream()
                        .filter(source -> source.name().equals(name))
                        .findFirst();
                LiveSource source = known.or(() -> build(name, false)).orElse(null);
                if (source != null && source.knows().isEmpty()) {
                    mistakes.add("enrich: \"" + name + "\" cannot be asked about single papers");
                } else if (source != null) {
                    enriching.add(source);
                }
            }
            return enriching;
        }

        private List<String> usable(String key, List<String> names) {
            Set<String> usable = new LinkedHashSet<>();
            for (String name : names) {
                if (!NAME.matcher(name).matches()) {
                    mistakes.add(
                            key + ": a name is made of lower-case letters, digits and hyphens, is \"" + name + "\"");
                } else if (isTakenByAFeed(name)) {
                    mistakes.add(key + ": \"" + name + "\" is what the announcement feed of \"" + beforeFeed(name)
                            + "\" is called; choose another name");
                } else if (!usable.add(name)) {
                    mistakes.add(key + ": \"" + name + "\" is named twice");
                }
            }
            return List.copyOf(usable);
        }

        /** The records of the one would count as papers that the other holds. */
        private boolean isTakenByAFeed(String name) {
            return name.endsWith(FEED) && (beforeFeed(name).equals("arxiv") || named.contains(beforeFeed(name)));
        }

        private static String beforeFeed(String name) {
            return name.substring(0, name.length() - FEED.length());
        }

        private Optional<LiveSource> build(String name, boolean lists) {
            Map<String, String> values = options.getOrDefault(name, Map.of());
            SourceOptions asked = new SourceOptions(name, values, mistakes, hosts, lists);
            Factory factory = TYPES.get(asked.text("type", name));
            if (factory == null) {
                asked.mistake(
                        "type",
                        "is \"" + asked.text("type", name) + "\"; there are " + String.join(", ", TYPES.keySet()));
                return Optional.empty();
            }
            LiveSource source = factory.of(asked, fetcher, clock);
            asked.finish();
            return Optional.of(source);
        }
    }
}
