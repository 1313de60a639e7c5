package dev.broadsheet.source.types;

import static java.util.Map.entry;

import dev.broadsheet.installation.SettingsReader;
import dev.broadsheet.source.HostRule;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.LiveSources;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.acl.AclSource;
import dev.broadsheet.source.arxiv.ArxivSource;
import dev.broadsheet.source.biorxiv.BiorxivSource;
import dev.broadsheet.source.crossref.CrossrefSource;
import dev.broadsheet.source.feed.FeedSource;
import dev.broadsheet.source.http.Fetcher;
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
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The types of live sources, one line each, and what the settings make of them. */
public final class SourceTypes {
    private static final int LONGEST_CONTACT = 200;

    /** Every type there is, by what the setting {@code source.NAME.type} says; without it the name is the type. */
    static final Map<String, Factory> ALL = new TreeMap<>(Map.ofEntries(
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

    /** Builds a source of one type from its settings. */
    @FunctionalInterface
    interface Factory {
        LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock);
    }

    private SourceTypes() {}

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
        return new LiveSources(plan.sources(), plan.enriching(), network::states, network::close);
    }

    /** The same over another fetcher, which is not closed; the hosts that may be asked come into the map. */
    static LiveSources over(Fetcher fetcher, SettingsReader settings, Map<String, HostRule> hosts, Clock clock) {
        SourcePlan plan = SourcePlan.read(settings, hosts, fetcher, clock);
        return new LiveSources(plan.sources(), plan.enriching(), List::of, () -> {});
    }
}
