package dev.broadsheet.source.crossref;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrossrefSourceTest extends LiveSourceContract {
    private static final String FIRST_DAY = "from-created-date%3A2026-09-01";
    private static final String SECOND_DAY = "from-created-date%3A2026-09-02";

    @Override
    protected LiveSource source(SourceOptions options, Fetcher fetcher, Clock clock) {
        return CrossrefSource.of(options, fetcher, clock);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("issn", "1234-5678, 8765-4321", "filter", "has-abstract:true");
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
                .json(page(3, "next one", work("10.5555/a", 1), work("10.5555/B", 1)), FIRST_DAY, "cursor=*")
                .json(page(3, "next one", work("10.5555/c", 1)), FIRST_DAY, "cursor=next%20one")
                .json(page(1, "other", work("10.5555/d", 2)), SECOND_DAY, "cursor=*");
    }

    @Override
    protected Set<String> names() {
        return Set.of("10.5555/a", "10.5555/b", "10.5555/c", "10.5555/d");
    }

    @Override
    protected ScriptedFetcher empty() {
        return always(page(0, "x"));
    }

    @Override
    protected ScriptedFetcher endless() {
        return always(page(99, "same", work("10.5555/a", 1), work("10.5555/b", 1)));
    }

    @Override
    protected ScriptedFetcher fewerThanItSays() {
        return new ScriptedFetcher(NOW)
                .json(page(5, "end"), "cursor=end")
                .json(page(5, "end", work("10.5555/a", 1), work("10.5555/b", 1)), "cursor=*");
    }

    @Override
    protected ScriptedFetcher untitled() {
        String without = work("10.5555/b", 1).replace("\"title\":[\"Title of 10.5555/b\"]", "\"title\":[\" \"]");
        return good().json(page(2, "x", work("10.5555/a", 1), without), FIRST_DAY, "cursor=*");
    }

    @Override
    protected List<ScriptedFetcher> hostile() {
        List<ScriptedFetcher> hostile = new ArrayList<>();
        hostile.add(always(page(-3, "x", work("10.5555/a", 1))));
        hostile.add(
                always(page(1, "x", work("10.5555/a", 1)).replace("\"total-results\":1", "\"total-results\":1e99")));
        hostile.add(always(page(1, "x", work("10.5555/a", 7))));
        hostile.add(always(page(1, "x", work("10.5555/a", 1), work("10.5555/b", 1))));
        hostile.add(always(page(4, "x", "1", "null", "\"text\"", "[[]]")));
        hostile.add(always("{\"message\":{\"total-results\":0,\"items\":{}}}"));
        hostile.add(always(page(1, "x", """
                {"DOI":"10.5555/x","title":{"a":1},"author":"nobody","issued":{"date-parts":[["2026",13.5,-1]]},
                 "created":{"date-time":17},"abstract":["no text"],"license":7,"link":[null],"relation":[],
                 "updated-by":"retraction","container-title":3}""")));
        hostile.add(always(page(1, "x", """
                {"DOI":"10.5555/x","title":["Dates"],"author":[{"family":4},{"ORCID":[]},null],
                 "issued":{"date-parts":[[99999999999,1,1]]},"posted":{"date-parts":[[2026,2,31]]},
                 "created":{"date-time":"9999999-01-01T00:00:00Z"},"volume":1e999}""")));
        return hostile;
    }

    @Override
    protected ScriptedFetcher single() {
        return new ScriptedFetcher(NOW).json("{\"message\":" + work("10.5555/a", 1) + "}", "/works/10.5555%2Fa");
    }

    @Override
    protected String singleName() {
        return "10.5555/a";
    }

    @Test
    void readsAWorkWithAllThatIsKnownOfIt() {
        Metadata metadata = read("""
                {"DOI":"10.5555/Full","title":["On <i>small<\\/i> things &amp; H<sub>2<\\/sub>O"],"subtitle":["A survey"],
                 "abstract":"<jats:title>Abstract<\\/jats:title><jats:sec><jats:title>Aim<\\/jats:title><jats:p>We look at <jats:italic>things<\\/jats:italic>.<\\/jats:p><\\/jats:sec><jats:p>And more.<\\/jats:p>",
                 "author":[{"given":"Ada","family":"Vale","ORCID":"http:\\/\\/orcid.org\\/0000-0002-1825-0097",
                            "affiliation":[{"name":"Institute of Things"}]},
                           {"name":"The SMALL Collaboration","sequence":"additional"},
                           {"given":"Bo","family":"Ek","suffix":"Jr."}],
                 "container-title":["Annals of Things"],"volume":"12","issue":"3","page":"45-67",
                 "issued":{"date-parts":[[2026,8]]},"published-print":{"date-parts":[[2026,9,1]]},
                 "license":[{"URL":"https://example.org/tdm","content-version":"tdm"},
                            {"URL":"https://creativecommons.org/licenses/by/4.0/","content-version":"vor"}],
                 "relation":{"has-preprint":[{"id-type":"doi","id":"10.48550/arXiv.2608.01234"}]},
                 "link":[{"URL":"https://example.org/a.pdf","content-type":"application/pdf","intended-application":"text-mining"},
                         {"URL":"https://example.org/b.pdf","content-type":"application/pdf","intended-application":"similarity-checking"}]}
                """);
        assertThat(metadata.title()).isEqualTo("On small things & H$_{2}$O: A survey");
        assertThat(metadata.abstractText()).isEqualTo("Aim: We look at things.\n\nAnd more.");
        assertThat(metadata.authors())
                .containsExactly(
                        new Author("Ada Vale", "0000-0002-1825-0097", List.of("Institute of Things")),
                        Author.named("The SMALL Collaboration"),
                        Author.named("Bo Ek Jr."));
        assertThat(metadata.journalReference()).isEqualTo("Annals of Things 12 (3), 45-67 (2026)");
        assertThat(metadata.licence()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(metadata.published()).hasToString("2026-08");
        assertThat(metadata.identifiers())
                .containsExactlyInAnyOrder(
                        new Identifier(Scheme.DOI, "10.5555/full"), new Identifier(Scheme.ARXIV, "2608.01234"));
        assertThat(metadata.links()).containsExactly(Link.to(Link.Kind.PDF, "https://example.org/a.pdf"));
        assertThat(metadata.withdrawn()).isFalse();
    }

    @Test
    void aRetractedPaperIsWithdrawnAndTheNoticeIsNot() {
        String withUpdate = "{\"DOI\":\"10.5555/r\",\"title\":[\"%s\"],\"%s\":[{\"type\":\"%s\",\"DOI\":\"%s\"}]}";
        assertThat(read(withUpdate.formatted("Paper", "updated-by", "retraction", "10.5555/notice"))
                        .withdrawn())
                .isTrue();
        assertThat(read(withUpdate.formatted("Paper", "updated-by", "correction", "10.5555/notice"))
                        .withdrawn())
                .isFalse();
        assertThat(read(withUpdate.formatted("Notice", "update-to", "retraction", "10.5555/paper"))
                        .withdrawn())
                .isFalse();
        assertThat(read(withUpdate.formatted("Paper", "update-to", "retraction", "10.5555/R"))
                        .withdrawn())
                .isTrue();
        assertThat(read(withUpdate.formatted("RETRACTED ARTICLE: Paper", "x", "x", "x"))
                        .withdrawn())
                .isTrue();
        assertThat(read(withUpdate.formatted("Why retracted: a study", "x", "x", "x"))
                        .withdrawn())
                .isFalse();
    }

    @Test
    void asksForTheFilteredDay() {
        ScriptedFetcher service = good();
        read(service);
        assertThat(query(service.asked().getFirst()))
                .isEqualTo("filter=from-created-date:2026-09-01,until-created-date:2026-09-01,"
                        + "issn:1234-5678,issn:8765-4321,has-abstract:true&rows=200&cursor=*");
    }

    @Test
    void aDayWhoseCountNeverAgreesHoldsUpNoOther() {
        ScriptedFetcher service = good().json(page(7, "end", work("10.5555/a", 1)), FIRST_DAY)
                .json(page(7, "end"), FIRST_DAY, "cursor=end");
        List<Harvested> days = over(service).changes(from(), until()).stream()
                .map(day -> Harvested.of(day, null))
                .toList();
        assertThat(days).hasSize(2);
        assertThat(days.getFirst().problem()).isNotNull();
        assertThat(days.getFirst().tallies()).isEmpty();
        assertThat(days.getLast().problem()).isNull();
        assertThat(days.getLast().names()).containsExactly("10.5555/d");
        assertThat(days.getLast().tallies()).extracting(Tally::day).containsExactly(until());
    }

    @Test
    void listsNothingWithoutAFilterButKnowsSingleRecords() {
        List<String> mistakes = new ArrayList<>();
        ScriptedFetcher service = single();
        SourceOptions options = new SourceOptions("crossref", Map.of(), mistakes, new HashMap<>());
        LiveSource source = CrossrefSource.of(options, service, CLOCK);
        assertThat(mistakes).isEmpty();
        assertThat(source.profile().parts()).isEmpty();
        assertThat(source.changes(from(), until())).isEmpty();
        List<String> asked = List.of("https://doi.org/10.5555/A");
        assertThat(Harvested.of(source.records(asked).orElseThrow(), null).names())
                .containsExactly("10.5555/a");
    }

    private Metadata read(String work) {
        ScriptedFetcher service = new ScriptedFetcher(NOW).json("{\"message\":" + work.strip() + "}", "/works/");
        Harvested harvested =
                Harvested.of(over(service).records(List.of("10.5555/any")).orElseThrow(), null);
        assertThat(harvested.rejects()).isEmpty();
        return harvested.records().getFirst().metadata();
    }

    private static ScriptedFetcher always(String body) {
        return new ScriptedFetcher(NOW).on(address -> true, "application/json", address -> body);
    }

    private static String page(int total, String next, String... works) {
        return "{\"status\":\"ok\",\"message\":{\"total-results\":" + total + ",\"next-cursor\":\"" + next
                + "\",\"items\":[" + String.join(",", works) + "]}}";
    }

    private static String work(String doi, int day) {
        return "{\"DOI\":\"" + doi + "\",\"title\":[\"Title of " + doi + "\"],\"created\":{\"date-time\":\"2026-09-0"
                + day + "T08:00:00Z\"},\"issued\":{\"date-parts\":[[2026]]}}";
    }
}
