package dev.broadsheet.source.biorxiv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Harvested;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.LiveSourceContract;
import dev.broadsheet.source.ScriptedFetcher;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.http.Fetcher;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BiorxivSourceTest extends LiveSourceContract {
    private static final String NOTHING = "{\"messages\":[{\"status\":\"no posts found\"}],\"collection\":[]}";

    @Override
    protected LiveSource source(SourceOptions options, Fetcher fetcher, Clock clock) {
        return BiorxivSource.biorxiv(options, fetcher, clock);
    }

    @Override
    protected LocalDate from() {
        return LocalDate.of(2026, 9, 1);
    }

    @Override
    protected LocalDate until() {
        return LocalDate.of(2026, 9, 2);
    }

    @Override
    protected ScriptedFetcher good() {
        return new ScriptedFetcher(NOW)
                .json(page("\"3\"", preprint("1", 1, 1), preprint("2", 2, 1)), "/biorxiv/2026-09-01/2026-09-01/0/json")
                .json(page("3", preprint("3", 1, 1)), "/2026-09-01/2026-09-01/2/json")
                .json(page("1", preprint("4", 1, 2)), "/2026-09-02/2026-09-02/0/json");
    }

    @Override
    protected Set<String> names() {
        return Set.of("10.64898/1", "10.64898/2", "10.64898/3", "10.64898/4");
    }

    @Override
    protected ScriptedFetcher empty() {
        return always(NOTHING);
    }

    @Override
    protected ScriptedFetcher endless() {
        return always(page("99", preprint("1", 1, 1)));
    }

    @Override
    protected ScriptedFetcher fewerThanItSays() {
        return new ScriptedFetcher(NOW)
                .json(page("9"), "/json")
                .json(page("9", preprint("1", 1, 1), preprint("2", 1, 1)), "/2026-09-01/0/json");
    }

    @Override
    protected ScriptedFetcher untitled() {
        String without = preprint("2", 1, 1).replace("\"A title\"", "\"\"");
        return good().json(page("2", preprint("1", 1, 1), without), "/2026-09-01/0/json");
    }

    @Override
    protected List<ScriptedFetcher> hostile() {
        return List.of(
                always(page("-1", preprint("1", 1, 1))),
                always(page("\"many\"", preprint("1", 1, 1))),
                always(page("1", preprint("1", 1, 7))),
                always(page("1", preprint("1", 1, 1), preprint("2", 1, 1))),
                always(page("2", "7", "{\"doi\":[]}")),
                always("{\"messages\":{},\"collection\":[]}"),
                always(page(
                        "1",
                        "{\"doi\":\"10.1101/x\",\"title\":\"Odd\",\"version\":-3,\"date\":\"2026-13-45\","
                                + "\"authors\":[1],\"category\":{},\"published\":17,\"license\":[]}")));
    }

    @Override
    protected ScriptedFetcher single() {
        return always(NOTHING).json(page("1", preprint("1", 1, 1)), "/biorxiv/10.64898/1/na/json");
    }

    @Override
    protected String singleName() {
        return "10.64898/1";
    }

    @Test
    void readsAPreprintWithAllThatIsKnownOfIt() {
        String full =
                "{\"doi\":\"10.64898/2026.08.30.1\",\"title\":\"Small <i>cells</i>\",\"authors\":\"Vale, A.; Ek, B. C.; \","
                        + "\"date\":\"2026-09-01\",\"version\":\"2\",\"type\":\"new results\",\"license\":\"cc_by\","
                        + "\"category\":\"Cell Biology\",\"abstract\":\"Cells are p < 0.05 small.\","
                        + "\"published\":\"10.5555/Cells\",\"server\":\"bioRxiv\"}";
        Harvested harvested = read(always(page("1", full))).getFirst();
        Metadata metadata = harvested.record("10.64898/2026.08.30.1").metadata();
        assertThat(metadata.title()).isEqualTo("Small cells");
        assertThat(metadata.abstractText()).isEqualTo("Cells are p < 0.05 small.");
        assertThat(metadata.authors()).extracting(author -> author.name()).containsExactly("A. Vale", "B. C. Ek");
        assertThat(metadata.categories()).containsExactly("Cell Biology");
        assertThat(metadata.published()).isNull();
        assertThat(metadata.announced()).isNull();
        assertThat(metadata.updated()).hasToString("2026-09-01");
        assertThat(metadata.versions()).hasSize(2);
        assertThat(metadata.licence()).isEqualTo("cc_by");
        assertThat(metadata.identifiers())
                .containsExactlyInAnyOrder(
                        new Identifier(Scheme.DOI, "10.64898/2026.08.30.1"),
                        new Identifier(Scheme.DOI, "10.5555/cells"));
        assertThat(metadata.links())
                .extracting(link -> link.url())
                .containsExactly("https://www.biorxiv.org/content/10.64898/2026.08.30.1v2.full.pdf");
    }

    @Test
    void laterVersionsAreReplacementsAndNotCounted() {
        Harvested first = read(good()).getFirst();
        assertThat(first.tallies())
                .singleElement()
                .satisfies(tally -> assertThat(tally.expected()).isEqualTo(2));
        assertThat(first.announcements())
                .filteredOn(announcement -> announcement.kind() == Announcement.Kind.REPLACEMENT)
                .extracting(Announcement::name)
                .containsExactly("10.64898/2");
    }

    @Test
    void followsCategoriesAndCountsEach() {
        ScriptedFetcher service = new ScriptedFetcher(NOW)
                .json(
                        page(
                                "3",
                                preprint("1", 1, 1),
                                preprint("2", 1, 1).replace("zoology", "Cell Biology"),
                                preprint("3", 1, 1).replace("zoology", "ecology")),
                        "/medrxiv/2026-09-01/2026-09-01/0/json");
        List<String> mistakes = new ArrayList<>();
        Map<String, String> settings = Map.of("categories", "cell_biology, zoology, botany");
        LiveSource source = BiorxivSource.medrxiv(
                new SourceOptions("medrxiv", settings, mistakes, new HashMap<>()), service, CLOCK);
        Harvested harvested = Harvested.of(source.changes(from(), from()).getFirst(), null);
        assertThat(source.profile().parts()).containsExactly("cell-biology", "zoology", "botany");
        assertThat(harvested.names()).containsExactlyInAnyOrder("10.64898/1", "10.64898/2");
        assertThat(harvested.tallies())
                .extracting(tally -> tally.part() + " " + tally.expected())
                .containsExactly("cell-biology 1", "zoology 1", "botany 0");
    }

    @Test
    void aFirstVersionSaysWhenItWasAnnounced() {
        assertThat(read(good()).getFirst().record("10.64898/1").metadata().announced())
                .hasToString("2026-09-01");
    }

    @Test
    void aWithdrawnPreprintIsWithdrawn() {
        String withdrawn = preprint("1", 3, 1)
                .replace("\"A title\"", "\"A title\",\"abstract\":\"The authors have withdrawn this manuscript.\"");
        assertThat(read(always(page("1", withdrawn)))
                        .getFirst()
                        .record("10.64898/1")
                        .metadata()
                        .withdrawn())
                .isTrue();
    }

    private static ScriptedFetcher always(String body) {
        return new ScriptedFetcher(NOW).on(address -> true, "application/json", address -> body);
    }

    private static String page(String total, String... preprints) {
        return "{\"messages\":[{\"status\":\"ok\",\"cursor\":0,\"total\":" + total + "}],\"collection\":["
                + String.join(",", preprints) + "]}";
    }

    private static String preprint(String number, int version, int day) {
        return "{\"doi\":\"10.64898/" + number + "\",\"title\":\"A title\",\"authors\":\"Vale, A.\",\"version\":\""
                + version + "\",\"date\":\"2026-09-0" + day + "\",\"category\":\"zoology\",\"published\":\"NA\"}";
    }
}
