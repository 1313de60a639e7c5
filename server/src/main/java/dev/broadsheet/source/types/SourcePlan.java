package dev.broadsheet.source.types;

import dev.broadsheet.installation.SettingsReader;
import dev.broadsheet.source.FeedName;
import dev.broadsheet.source.HostRule;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.http.Fetcher;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The sources that the settings name, built from what the settings say of each.
 *
 * @param sources those asked for their lists, in the settings' order
 * @param enriching those asked about papers that are here, likewise; one that is asked for its lists too is the same
 *     source
 */
record SourcePlan(List<LiveSource> sources, List<LiveSource> enriching) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private static final String SOURCES = "sources";
    private static final String ENRICH = "enrich";
    private static final String OF_A_SOURCE = "source.";
    private static final String TYPE = ".type";
    private static final List<String> BY_DEFAULT = List.of("arxiv");

    /** @param hosts where to add the hosts that the sources ask */
    static SourcePlan read(SettingsReader settings, Map<String, HostRule> hosts, Fetcher fetcher, Clock clock) {
        List<String> listing = names(settings, SOURCES, BY_DEFAULT);
        List<String> registers = names(settings, ENRICH, List.of());
        Set<String> named = new HashSet<>(listing);
        named.addAll(registers);
        leaveOthers(settings, named);
        Builder builder = new Builder(settings, named, hosts, fetcher, clock);
        List<LiveSource> sources = builder.sources(listing);
        return new SourcePlan(sources, builder.enriching(registers, sources));
    }

    private static List<String> names(SettingsReader settings, String key, List<String> fallback) {
        List<String> names = settings.words(key, fallback);
        return names.equals(List.of("none")) ? List.of() : names;
    }

    /** What is set of a source that is not asked is kept for another day; of one that nobody knows it is a mistake. */
    private static void leaveOthers(SettingsReader settings, Set<String> named) {
        Set<String> known = new TreeSet<>(SourceTypes.ALL.keySet());
        known.addAll(named);
        List<String> given = settings.given(OF_A_SOURCE);
        // What has a type is meant, even if it is not asked at present.
        for (String key : given) {
            if (key.startsWith(OF_A_SOURCE) && key.endsWith(TYPE)) {
                known.add(key.substring(
                        OF_A_SOURCE.length(), Math.max(OF_A_SOURCE.length(), key.length() - TYPE.length())));
            }
        }
        known.stream()
                .filter(name -> !named.contains(name))
                .forEach(name -> settings.leave(SourceOptions.prefix(name)));
        for (String key : given) {
            if (key.startsWith(OF_A_SOURCE) && key.indexOf('.', OF_A_SOURCE.length()) < 0) {
                settings.mistake(key, "a source's setting is written source.NAME.KEY");
            } else if (known.stream().noneMatch(name -> settings.isBelow(key, SourceOptions.prefix(name)))) {
                settings.mistake(
                        key,
                        "there is no source of this name; there are " + String.join(", ", known)
                                + "; a name of your own needs a type");
            }
        }
    }

    /** @param named all that the settings name, for whatever use */
    private record Builder(
            SettingsReader settings, Set<String> named, Map<String, HostRule> hosts, Fetcher fetcher, Clock clock) {

        List<LiveSource> sources(List<String> names) {
            List<LiveSource> sources = new ArrayList<>();
            for (String name : usable(SOURCES, names)) {
                build(name, true).ifPresent(sources::add);
            }
            return sources;
        }

        List<LiveSource> enriching(List<String> names, List<LiveSource> sources) {
            List<LiveSource> enriching = new ArrayList<>();
            for (String name : usable(ENRICH, names)) {
                Optional<LiveSource> known = sources.stream()
                        .filter(source -> source.profile().name().equals(name))
                        .findFirst();
                LiveSource source = known.or(() -> build(name, false)).orElse(null);
                if (source != null && source.profile().lookupSchemes().isEmpty()) {
                    settings.mistake(ENRICH, "\"" + name + "\" cannot be asked about single papers");
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
                    settings.mistake(
                            key, "a name is made of lower-case letters, digits and hyphens, is \"" + name + "\"");
                } else if (isTakenByAFeed(name)) {
                    settings.mistake(
                            key,
                            "\"" + name + "\" is what the announcement feed of \"" + FeedName.source(name)
                                    + "\" is called; choose another name");
                } else if (!usable.add(name)) {
                    settings.mistake(key, "\"" + name + "\" is named twice");
                }
            }
            return List.copyOf(usable);
        }

        /** The records of the one would count as papers that the other holds. */
        private boolean isTakenByAFeed(String name) {
            return FeedName.isFeed(name)
                    && (FeedName.source(name).equals("arxiv") || named.contains(FeedName.source(name)));
        }

        private Optional<LiveSource> build(String name, boolean lists) {
            SourceOptions options = new SourceOptions(name, settings, hosts, lists);
            String type = options.text("type", name);
            SourceTypes.Factory factory = SourceTypes.ALL.get(type);
            if (factory == null) {
                options.mistake(
                        "type", "is \"" + type + "\"; there are " + String.join(", ", SourceTypes.ALL.keySet()));
                return Optional.empty();
            }
            LiveSource source = factory.of(options, fetcher, clock);
            options.finish();
            return Optional.of(source);
        }
    }
}
