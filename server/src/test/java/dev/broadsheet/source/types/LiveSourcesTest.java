package dev.broadsheet.source.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.installation.SettingsReader;
import dev.broadsheet.source.HostRule;
import dev.broadsheet.source.LiveSources;
import dev.broadsheet.source.ScriptedFetcher;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveSourcesTest {
    private static final Instant NOW = Instant.parse("2026-09-10T12:00:00Z");

    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, HostRule> hosts = new HashMap<>();

    @Test
    void buildsTheSourcesInTheirOrder() {
        try (LiveSources sources = of(
                List.of("medrxiv", "physics", "biorxiv"),
                Map.of("physics", Map.of("type", "openalex", "filter", "x:1", "url", "http://localhost:8080/works")))) {
            assertThat(mistakes).isEmpty();
            assertThat(sources.all())
                    .extracting(source -> source.profile().name())
                    .containsExactly("medrxiv", "physics", "biorxiv");
            assertThat(sources.named("physics"))
                    .map(source -> source.profile().title())
                    .contains("OpenAlex");
            assertThat(sources.named("crossref")).isEmpty();
            assertThat(hosts).containsOnlyKeys("api.biorxiv.org", "localhost:8080");
        }
    }

    @Test
    void saysEveryMistake() {
        of(
                List.of("Arxiv!", "biorxiv", "biorxiv", "nowhere", "openalex"),
                Map.of("biorxiv", Map.of("categorys", "x"), "openalex", Map.of("url", "ftp://x")));
        assertThat(mistakes)
                .hasSize(6)
                .anySatisfy(mistake -> assertThat(mistake).contains("\"Arxiv!\""))
                .anySatisfy(mistake -> assertThat(mistake).contains("named twice"))
                .anySatisfy(mistake -> assertThat(mistake).contains("nowhere", "biorxiv, crossref"))
                .anySatisfy(mistake -> assertThat(mistake).contains("source.biorxiv.categorys", "there is no such"))
                .anySatisfy(mistake -> assertThat(mistake).contains("source.openalex.filter: is needed"))
                .anySatisfy(mistake -> assertThat(mistake).contains("source.openalex.url"));
    }

    @Test
    void refusesTheNameThatAnothersFeedHas() {
        of(
                List.of("lab-feed", "lab", "news-feed", "arxiv-feed", "works-feed"),
                List.of("works"),
                Map.of(
                        "lab-feed", Map.of("type", "biorxiv"),
                        "lab", Map.of("type", "biorxiv"),
                        "news-feed", Map.of("type", "biorxiv"),
                        "arxiv-feed", Map.of("type", "biorxiv"),
                        "works-feed", Map.of("type", "biorxiv"),
                        "works", Map.of("type", "crossref")));
        assertThat(mistakes)
                .satisfiesExactly(
                        mistake -> assertThat(mistake).contains("\"lab-feed\"", "\"lab\""),
                        mistake -> assertThat(mistake).contains("\"arxiv-feed\"", "\"arxiv\""),
                        mistake -> assertThat(mistake).contains("\"works-feed\"", "\"works\""));
    }

    @Test
    void asksNobodyWhileItIsBuilt() {
        try (LiveSources sources = SourceTypes.read(
                SettingsReader.of(Map.of("sources", "biorxiv", "contact", "me@example.org"), mistakes),
                "1",
                Clock.systemUTC())) {
            assertThat(mistakes).isEmpty();
            assertThat(sources.hosts()).isEmpty();
            assertThat(sources.all()).hasSize(1);
        }
    }

    @Test
    void whoIsOnlyAskedAboutPapersNeedsNoQuery() {
        try (LiveSources sources = of(
                List.of("huggingface"),
                List.of("openalex", "huggingface", "semanticscholar", "pubmed", "register"),
                Map.of("register", Map.of("type", "crossref")))) {
            assertThat(mistakes).isEmpty();
            assertThat(sources.all())
                    .extracting(source -> source.profile().name())
                    .containsExactly("huggingface");
            assertThat(sources.enriching())
                    .extracting(source -> source.profile().name())
                    .containsExactly("openalex", "huggingface", "semanticscholar", "pubmed", "register");
            assertThat(sources.enriching().get(1)).isSameAs(sources.all().getFirst());
            assertThat(hosts)
                    .containsOnlyKeys(
                            "huggingface.co",
                            "api.openalex.org",
                            "api.semanticscholar.org",
                            "eutils.ncbi.nlm.nih.gov",
                            "api.crossref.org");
        }
    }

    @Test
    void saysWhoCannotBeAskedAboutPapers() {
        of(List.of(), List.of("feeds!", "arxiv", "crossref", "crossref", "nowhere"), Map.of());
        assertThat(mistakes)
                .hasSize(4)
                .anySatisfy(
                        mistake -> assertThat(mistake).startsWith("enrich: ").contains("\"feeds!\""))
                .anySatisfy(mistake -> assertThat(mistake).isEqualTo("enrich: \"crossref\" is named twice"))
                .anySatisfy(mistake -> assertThat(mistake).contains("\"arxiv\" cannot be asked about single papers"))
                .anySatisfy(mistake -> assertThat(mistake).contains("source.nowhere.type"));
    }

    private LiveSources of(List<String> names, Map<String, Map<String, String>> options) {
        return of(names, List.of(), options);
    }

    private LiveSources of(List<String> names, List<String> enriching, Map<String, Map<String, String>> options) {
        Map<String, String> settings = new HashMap<>();
        settings.put("sources", names.isEmpty() ? "none" : String.join(" ", names));
        settings.put("enrich", String.join(" ", enriching));
        options.forEach((name, own) -> own.forEach((key, value) -> settings.put("source." + name + "." + key, value)));
        return SourceTypes.over(
                new ScriptedFetcher(NOW),
                SettingsReader.of(settings, mistakes),
                hosts,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
