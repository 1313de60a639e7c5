package dev.broadsheet.source.openreview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.source.Harvested;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.LiveSourceContract;
import dev.broadsheet.source.ScriptedFetcher;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.http.Fetcher;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OpenreviewSourceTest extends LiveSourceContract {
    private static final String VENUE = "Tides.org/2026/Workshop";

    private static String note(String id, String day, String venueId, String venue, String more) {
        long moment = Instant.parse(day + "T09:00:00Z").toEpochMilli();
        return """
                {"id":"%s","forum":"%s","number":1,"cdate":%d,"tcdate":%d,"mdate":%d,"license":"CC BY 4.0",
                 "content":{"venueid":{"value":"%s"},"venue":{"value":"%s"}%s}}
                """.formatted(id, id, moment, moment, moment + 90_000_000L, venueId, venue, more);
    }

    private static final String FIRST = note("aB3_-xYz09", "2026-09-02", VENUE, "Tides 2026 oral", """
            ,"title":{"value":"Tides of $n$ bodies"},"abstract":{"value":"We count.\\n\\nThey rise."},
            "authors":{"value":["Mira Oduya","Tomas Rehn"]},"keywords":{"value":["tides","bodies"]},
            "TLDR":{"value":"They rise."},"pdf":{"value":"/pdf/0123abcd.pdf"},"code":{"value":"https://github.com/x/tides"}
            """);
    private static final String SECOND = note(
            "cD3xYz0911",
            "2026-09-03",
            VENUE + "/Withdrawn_Submission",
            "Tides 2026 Workshop Withdrawn Submission",
            ",\"title\":{\"value\":\"Ebb\"}");
    private static final String THIRD =
            note("eF3xYz0922", "2026-09-03", VENUE + "/Submission", "Submitted to Tides 2026", ",\"title\":\"Flow\"");

    private static String notes(@Nullable Integer count, String... notes) {
        return "{\"notes\":[" + String.join(",", notes) + "]" + (count == null ? "" : ",\"count\":" + count) + "}";
    }

    @Override
    protected LiveSource source(SourceOptions options, Fetcher fetcher, Clock clock) {
        return OpenreviewSource.of(options, fetcher, clock);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("venues", VENUE);
    }

    @Override
    protected LocalDate from() {
        return LocalDate.of(2026, 9, 2);
    }

    @Override
    protected LocalDate until() {
        return LocalDate.of(2026, 9, 4);
    }

    @Override
    protected ScriptedFetcher good() {
        return new ScriptedFetcher(NOW)
                .json(notes(3, FIRST, SECOND), "invitation=Tides.org%2F2026%2FWorkshop%2F-%2FSubmission")
                .json(notes(null, THIRD), "offset=2");
    }

    @Override
    protected Set<String> names() {
        return Set.of("aB3_-xYz09", "cD3xYz0911", "eF3xYz0922");
    }

    @Override
    protected ScriptedFetcher empty() {
        return new ScriptedFetcher(NOW).json(notes(0), "/notes?");
    }

    @Override
    protected ScriptedFetcher endless() {
        return new ScriptedFetcher(NOW).json(notes(3, FIRST, SECOND), "/notes?");
    }

    @Override
    protected ScriptedFetcher fewerThanItSays() {
        return new ScriptedFetcher(NOW)
                .json(notes(4, FIRST, SECOND, THIRD), "/notes?")
                .json(notes(4), "offset=3");
    }

    @Override
    protected ScriptedFetcher untitled() {
        return new ScriptedFetcher(NOW)
                .json(notes(2, FIRST, note("gH3xYz0933", "2026-09-02", VENUE, "V", "")), "/notes?");
    }

    @Override
    protected List<ScriptedFetcher> hostile() {
        return List.of(
                new ScriptedFetcher(NOW).json(notes(-1, FIRST), "/notes?"),
                new ScriptedFetcher(NOW).json(notes(null, FIRST), "/notes?"),
                new ScriptedFetcher(NOW).json(notes(1, FIRST, SECOND), "/notes?"),
                new ScriptedFetcher(NOW).json(notes(2_000_000_000, FIRST), "/notes?"),
                new ScriptedFetcher(NOW).json(notes(1, "{\"id\":[],\"content\":7}"), "/notes?"),
                new ScriptedFetcher(NOW).json(notes(1, "17"), "/notes?"),
                new ScriptedFetcher(NOW)
                        .json(
                                notes(
                                        1,
                                        "{\"id\":\"abcdefgh\",\"cdate\":1e300,\"pdate\":-9223372036854775808,\"tcdate\":"
                                                + "9223372036854775807,\"content\":{\"title\":{\"value\":\"T\"},"
                                                + "\"authors\":{\"value\":[1,null,{}]},\"pdf\":{\"value\":\"javascript:x\"}}}"),
                                "/notes?"));
    }

    @Override
    protected ScriptedFetcher single() {
        return new ScriptedFetcher(NOW).json(notes(1, FIRST), "/notes?id=aB3_-xYz09");
    }

    @Override
    protected String singleName() {
        return "aB3_-xYz09";
    }

    private Harvested harvested() {
        return read(good()).getFirst();
    }

    @Test
    void readsASubmission() {
        Metadata paper = harvested().record("aB3_-xYz09").metadata();
        assertThat(paper.title()).isEqualTo("Tides of $n$ bodies");
        assertThat(paper.abstractText()).isEqualTo("We count.\n\nThey rise.");
        assertThat(paper.authors()).containsExactly(Author.named("Mira Oduya"), Author.named("Tomas Rehn"));
        assertThat(paper.keywords()).containsExactly("tides", "bodies");
        assertThat(paper.synopsis()).isEqualTo("They rise.");
        assertThat(paper.journalReference()).isEqualTo("Tides 2026 oral");
        assertThat(paper.licence()).isEqualTo("CC BY 4.0");
        assertThat(paper.published()).hasToString("2026-09-02");
        assertThat(paper.updated()).hasToString("2026-09-03");
        assertThat(paper.identifier(Scheme.OPENREVIEW)).isEqualTo("aB3_-xYz09");
        assertThat(paper.link(Link.Kind.PDF))
                .isEqualTo(Link.to(Link.Kind.PDF, "https://openreview.net/pdf/0123abcd.pdf"));
        assertThat(paper.link(Link.Kind.CODE)).isEqualTo(Link.to(Link.Kind.CODE, "https://github.com/x/tides"));
    }

    @Test
    void tellsWithdrawnFromSubmitted() {
        assertThat(harvested().record("cD3xYz0911").metadata().withdrawn()).isTrue();
        Metadata submitted = harvested().record("eF3xYz0922").metadata();
        assertThat(submitted.withdrawn()).isFalse();
        assertThat(submitted.journalReference()).isNull();
        assertThat(submitted.comments()).isEqualTo("Submitted to Tides 2026");
        assertThat(submitted.title()).isEqualTo("Flow");
    }

    @Test
    void countsEachDayOfTheWholeVenue() {
        assertThat(harvested().tallies()).extracting(Tally::expected).containsExactly(1, 2, 0);
    }

    @Test
    void papersOfOtherDaysComeButAreNotAnnounced() {
        LocalDate day = LocalDate.of(2026, 9, 2);
        Harvested harvested = Harvested.of(over(good()).changes(day, day).getFirst(), null);
        assertThat(harvested.names()).hasSize(3);
        assertThat(harvested.announcements()).hasSize(1);
    }

    @Test
    void aListThatChangesWhileItIsReadIsNotCounted() {
        ScriptedFetcher service = new ScriptedFetcher(NOW)
                .json(notes(3, FIRST, SECOND), "/notes?")
                .json(notes(2), "offset=2");
        Harvested harvested = read(service).getFirst();
        assertThat(harvested.problem()).hasMessageContaining("while OpenReview listed them");
        assertThat(harvested.tallies()).isEmpty();
    }
}
