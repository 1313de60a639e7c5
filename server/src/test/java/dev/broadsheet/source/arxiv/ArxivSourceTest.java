package dev.broadsheet.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Version;
import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.HostRule;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.NotYetException;
import dev.broadsheet.source.Readings;
import dev.broadsheet.source.Script;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.http.FetchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArxivSourceTest {
    /** A Friday morning. */
    private static final Instant NOW = Instant.parse("2026-08-21T12:00:00Z");

    private static final LocalDate THURSDAY = LocalDate.parse("2026-08-20");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-08-21");

    private final Script server = new Script(NOW);
    private final Map<String, HostRule> hosts = new HashMap<>();

    @Test
    void theDefaultsFollowFourCategoriesAtArxivsOwnAddressesAndPace() {
        LiveSource source = source(Map.of());
        assertThat(source.profile().parts()).containsExactly("cs.AI", "cs.CL", "cs.CV", "cs.LG");
        assertThat(source.profile().lookback().daysAtFirst()).isEqualTo(14);
        assertThat(hosts).containsOnlyKeys("oaipmh.arxiv.org", "export.arxiv.org", "rss.arxiv.org");
        assertThat(hosts.values()).allSatisfy(rule -> {
            assertThat(rule.pause()).hasSeconds(3);
            assertThat(rule.mayBePrivate()).isFalse();
        });
        assertThat(source.latest()).hasSize(4);
        assertThat(source.changes(THURSDAY, FRIDAY)).hasSize(1);
    }

    @Test
    void categoriesAreHarvestedByTheirArchives() {
        LiveSource source = source(Map.of("categories", "cs.AI stat.ML hep-th cond-mat.str-el cs.CL"));
        assertThat(source.changes(THURSDAY, FRIDAY))
                .extracting(Source::title)
                .containsExactly(
                        "arXiv's listing of cs",
                        "arXiv's listing of stat",
                        "arXiv's listing of physics:hep-th",
                        "arXiv's listing of physics:cond-mat");
    }

    @Test
    void wrongSettingsAreNamed() {
        List<String> mistakes = new ArrayList<>();
        ArxivSource.of(
                new SourceOptions("arxiv", Map.of("categories", "cs.AI,../x", "holidays", "soon"), mistakes, hosts),
                server,
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(mistakes).hasSize(2);
    }

    @Test
    void aRawRecordIsReadWhole() {
        server.when("ListRecords", listing("<resumptionToken completeListSize='1'/>", """
                <record><header><identifier>oai:arXiv.org:math/0309136</identifier><datestamp>2026-08-20</datestamp></header>
                <metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>math/0309136</id>
                <version version="v2"><date>Wed, 19 Aug 2026 10:00:00 GMT</date></version>
                <version version="v1"><date>Fri, 5 Sep 2003 10:00:00 GMT</date></version>
                <title>On the $\\alpha$-knots &lt;of
                  things&gt;</title><authors>Ren\\'e Thom and The Knot Team</authors><categories>math.GT cs.AI</categories>
                <comments>This paper has been withdrawn by the author</comments>
                <journal-ref>J. Knots 1 (2004)</journal-ref><doi>10.1000/ABC 10.1000/def</doi>
                <license>http://creativecommons.org/licenses/by/4.0/</license><abstract>  Knots
                and no knots.</abstract></arXivRaw></metadata></record>"""));
        server.when("api/query", feed(0));
        Readings read = Readings.of(changes(Map.of("categories", "cs.AI")));
        assertThat(read.problem()).isNull();
        assertThat(read.names()).containsExactly("math/0309136");
        Metadata metadata = read.received().getFirst().metadata();
        assertThat(metadata.title()).isEqualTo("On the $\\alpha$-knots <of things>");
        assertThat(metadata.authors()).containsExactly(Author.named("René Thom"), Author.named("The Knot Team"));
        assertThat(metadata.versions()).extracting(Version::number).containsExactly(1, 2);
        assertThat(metadata.published()).hasToString("2003-09-05");
        assertThat(metadata.updated()).hasToString("2026-08-19");
        assertThat(metadata.categories()).containsExactly("math.GT", "cs.AI");
        assertThat(metadata.withdrawn()).isTrue();
        assertThat(metadata.journalReference()).isEqualTo("J. Knots 1 (2004)");
        assertThat(metadata.licence()).isEqualTo("http://creativecommons.org/licenses/by/4.0/");
        assertThat(metadata.identifiers())
                .extracting(Object::toString)
                .containsExactly("arxiv:math/0309136", "doi:10.1000/abc", "doi:10.1000/def");
        assertThat(read.announced())
                .containsExactly(
                        new Announcement("arxiv", "cs.AI", THURSDAY, "math/0309136", Kind.REPLACEMENT, 2, false));
    }

    @Test
    void theParsedFormatIsReadToo() {
        server.when("metadataPrefix=arXivRaw&", listing("<resumptionToken completeListSize='1'/>", """
                <record><header><identifier>oai:arXiv.org:2608.00001</identifier><datestamp>2026-08-20</datestamp></header>
                <metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>2608.00001</id><created>2026-08-19</created>
                <authors><author><keyname>M\\"uller</keyname><forenames>J\\"org</forenames><suffix>Jr</suffix>
                <affiliation>Somewhere</affiliation></author><author><keyname>ZEBRA Collaboration</keyname></author>
                </authors><title>Herds</title><categories>cs.AI</categories><abstract>Many.</abstract></arXiv></metadata>
                </record>"""));
        Readings read = Readings.of(changes(Map.of("categories", "cs.AI")));
        assertThat(read.received().getFirst().metadata().authors())
                .containsExactly(
                        new Author("Jörg Müller Jr", null, List.of("Somewhere")), Author.named("ZEBRA Collaboration"));
        assertThat(read.announced()).extracting("day").containsExactly(THURSDAY);
    }

    @Test
    void eachFollowedCategoryHasItsAnnouncementAndItsTallies() {
        server.when(
                "ListRecords",
                listing(
                        "<resumptionToken completeListSize='3'/>",
                        raw("2608.00001", "2026-08-20", "19 Aug 2026 17:59:00", "cs.AI cs.CL"),
                        raw("2608.00002", "2026-08-21", "19 Aug 2026 18:00:00", "cs.CL math.CO"),
                        raw("2608.00003", "2026-08-21", "19 Aug 2026 18:00:00", "cs.DB")));
        server.when("api/query", feed(1, entry("2608.00001v1")));
        server.when("cat:cs.AI AND submittedDate:[202608191800", feed(0));
        Readings read = Readings.of(changes(Map.of("categories", "cs.AI cs.CL")));
        assertThat(read.names()).containsExactly("2608.00001", "2608.00002");
        assertThat(read.announced())
                .containsExactly(
                        new Announcement("arxiv", "cs.AI", THURSDAY, "2608.00001", Kind.NEW, 1, false),
                        new Announcement("arxiv", "cs.CL", THURSDAY, "2608.00001", Kind.CROSS, 1, false),
                        new Announcement("arxiv", "cs.CL", FRIDAY, "2608.00002", Kind.NEW, 1, false));
        assertThat(read.tallies()).hasSize(8).extracting(Tally::expected).containsOnlyNulls();
        assertThat(read.tallies()).extracting(Tally::origin).contains("OAI-PMH listing", "query service");
        // From the day before, whose numbers tell what was held.
        assertThat(server.asked().getFirst()).endsWith("set=cs&from=2026-08-19");
    }

    @Test
    void aListingIsConfirmedByTheQueryServiceWhateverItsOwnCount() {
        server.when("ListRecords", listing("", raw("2608.00001", "2026-08-20", "19 Aug 2026 17:59:00", "cs.AI")));
        server.when("api/query", feed(0));
        server.when("submittedDate:[202608181800 TO 202608191759]", feed(1, entry("2608.00001v1")));
        Readings read = Readings.of(changes(Map.of("categories", "cs.AI")));
        assertThat(read.problem()).isNull();
        assertThat(read.tallies()).extracting(Tally::day).containsExactly(THURSDAY, THURSDAY, FRIDAY, FRIDAY);
        assertThat(server.asked())
                .last()
                .asString()
                .contains("cat:cs.AI AND submittedDate:[202608191800 TO 202608201759]");

        server.when("submittedDate:[202608181800 TO 202608191759]", feed(2, entry("2608.00001v1")));
        Readings doubted = Readings.of(changes(Map.of("categories", "cs.AI")));
        assertThat(doubted.tallies()).extracting(Tally::day).containsExactly(FRIDAY, FRIDAY);
        assertThat(doubted.problem()).contains("for 2026-08-20 the listing has 1, the query service 2");
    }

    @Test
    void aHarvestGoesOnAfterEachItemAsIfItHadNotStopped() {
        server.when(
                "ListRecords",
                listing(
                        "<resumptionToken>more</resumptionToken>",
                        raw("2608.00001", "2026-08-20", "19 Aug 2026 17:59:00", "cs.AI cs.CL"),
                        raw("2608.00002", "2026-08-20", "19 Aug 2026 17:59:00", "cs.DB")));
        server.when(
                "resumptionToken=more",
                listing(
                        "<resumptionToken/>",
                        // Submitted for Thursday, numbered beyond it: moderators held it.
                        raw("2608.00003", "2026-08-21", "19 Aug 2026 17:00:00", "cs.AI"),
                        raw("2608.00004", "2026-08-21", "19 Aug 2026 18:00:00", "cs.CL")));
        server.when("api/query", address -> feed(1, entry("2608.00009v1")).getBytes(StandardCharsets.UTF_8));
        server.when("cat:cs.AI AND submittedDate:[202608181800", feed(2, entry("2608.00009v1")));
        server.when("cat:cs.AI AND submittedDate:[202608191800", feed(0));
        List<Item> whole =
                Readings.of(changes(Map.of("categories", "cs.AI cs.CL"))).items();
        assertThat(whole).hasSize(3 + 4 + 8);
        assertThat(Readings.of(changes(Map.of("categories", "cs.AI cs.CL")))
                        .announced()
                        .get(2)
                        .day())
                .isEqualTo(FRIDAY);
        for (int i = 0; i < whole.size(); i++) {
            Readings rest = Readings.of(
                    changes(Map.of("categories", "cs.AI cs.CL")), whole.get(i).cursor());
            assertThat(rest.items()).as("after item %s", i).isEqualTo(whole.subList(i + 1, whole.size()));
        }
    }

    @Test
    void aRecordThatCannotBeReadIsNamedAndAnnounced() {
        server.when(
                "ListRecords",
                listing(
                        "<resumptionToken completeListSize='2'/>",
                        raw("2608.00001", "2026-08-20", "19 Aug 2026 17:59:00", "cs.AI")
                                .replace("A title", ""),
                        raw("2608.00002", "2026-08-20", "99 Aug 99999999 17:59:00", "cs.AI")));
        Readings read = Readings.of(changes(Map.of("categories", "cs.AI")));
        assertThat(read.rejected())
                .extracting("place", "reason")
                .containsExactly(
                        tuple("oai:arXiv.org:2608.00001", "no title"),
                        tuple("oai:arXiv.org:2608.00002", "no time of submission"));
        assertThat(read.announced()).extracting("name").containsExactly("2608.00001");
        assertThat(read.names()).containsExactly("2608.00002");
        // The second may belong to any day.
        assertThat(read.tallies()).isEmpty();
        assertThat(read.problem()).contains("gave 1 records of which nobody can tell the day");
    }

    @Test
    void aDayThatTheQueryServiceDoesNotKnowYetIsAskedForAgainAndNothingElse() throws IOException {
        server.when(
                "ListRecords",
                listing(
                        "",
                        raw("2608.00001", "2026-08-20", "19 Aug 2026 17:59:00", "cs.AI"),
                        raw("2608.00002", "2026-08-21", "19 Aug 2026 18:00:00", "cs.AI cs.CL"),
                        raw("2608.00003", "2026-08-21", "19 Aug 2026 18:01:00", "cs.AI")));
        server.when("api/query", feed(0));
        server.when("cat:cs.AI AND submittedDate:[202608181800", feed(1, entry("2608.00001v1")));
        server.when("cat:cs.CL AND submittedDate:[202608191800", feed(1, entry("2608.00002v1")));
        Source changes = changesAt("2026-08-21T04:00:00Z");
        Readings early = Readings.of(changes);
        assertThat(early.tallies())
                .extracting(tally -> tally.part() + " " + tally.day())
                .containsExactly(
                        "cs.AI 2026-08-20",
                        "cs.AI 2026-08-20",
                        "cs.CL 2026-08-20",
                        "cs.CL 2026-08-20",
                        "cs.CL 2026-08-21",
                        "cs.CL 2026-08-21");
        String cursor = early.items().getLast().cursor();
        int before = server.asked().size();
        // As often as it is in doubt, it is asked again.
        for (int i = 0; i < 2; i++) {
            try (Source.Reading reading = changes.open(cursor)) {
                assertThatThrownBy(() -> drain(reading))
                        .isInstanceOf(NotYetException.class)
                        .hasMessageContaining("the listing has 2, the query service 0");
            }
            cursor = Readings.of(changes, cursor).items().getLast().cursor();
        }
        server.when("cat:cs.AI AND submittedDate:[202608191800", feed(2, entry("2608.00002v1")));
        Readings later = Readings.of(changes, cursor);
        assertThat(later.problem()).isNull();
        assertThat(later.tallies())
                .filteredOn(tally -> tally.part().equals("cs.AI"))
                .hasSize(2);
        assertThat(server.asked().subList(before, server.asked().size()))
                .noneMatch(asked -> asked.contains("ListRecords"));
        // In the evening it is a problem.
        server.when("cat:cs.AI AND submittedDate:[202608191800", feed(0));
        try (Source.Reading reading = changesAt("2026-08-21T15:00:00Z").open(cursor)) {
            assertThatThrownBy(() -> drain(reading))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NotYetException.class);
        }
    }

    private static void drain(Source.Reading reading) throws IOException {
        while (reading.next() != null) {
            // only how it ends matters
        }
    }

    @Test
    void aListingThatLeftPapersOutIsReadAnewByTheNextRun() {
        server.when("ListRecords", listing("", raw("2608.00001", "2026-08-20", "19 Aug 2026 17:59:00", "cs.AI")));
        server.when("api/query", feed(0));
        server.when("cat:cs.AI AND submittedDate:[202608191800", feed(1, entry("2608.00002v1")));
        server.when("cat:cs.AI AND submittedDate:[202608181800", feed(1, entry("2608.00001v1")));
        Readings early = Readings.of(changesAt("2026-08-21T04:00:00Z"));
        assertThat(early.problem()).contains("the listing has 0, the query service 1");
        server.when(
                "ListRecords",
                listing(
                        "",
                        raw("2608.00001", "2026-08-20", "19 Aug 2026 17:59:00", "cs.AI"),
                        raw("2608.00002", "2026-08-21", "19 Aug 2026 18:00:00", "cs.AI")));
        Readings later = Readings.of(
                changesAt("2026-08-21T04:00:00Z"), early.items().getLast().cursor());
        assertThat(later.names()).containsExactly("2608.00001", "2608.00002");
        assertThat(later.problem()).isNull();
    }

    @Test
    void theNameOfAHarvestOfManyPapersIsShort() {
        List<String> names =
                IntStream.range(0, 5000).mapToObj("2608.%05d"::formatted).toList();
        String all = source(Map.of()).records(names).orElseThrow().harvest();
        assertThat(all).hasSizeLessThan(200);
        assertThat(source(Map.of())
                        .records(names.subList(1, 5000))
                        .orElseThrow()
                        .harvest())
                .isNotEqualTo(all);
    }

    private Source changesAt(String now) {
        return ArxivSource.of(
                        new SourceOptions("arxiv", Map.of("categories", "cs.AI cs.CL"), new ArrayList<>(), hosts),
                        server,
                        Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .changes(THURSDAY, FRIDAY)
                .getFirst();
    }

    @Test
    void theFeedSaysWhatIsNewTodayAndHowMuch() {
        server.when(
                "rss.arxiv.org",
                atom(
                        "2026-08-21T04:00:10+00:00",
                        """
                <entry><id>oai:arXiv.org:2608.00011v1</id><title>A title</title>
                <summary>arXiv:2608.00011v1 Announce Type: new\s
                Abstract: An abstract.</summary><category term="cs.AI"/><category term="cs.CL"/>
                <published>2026-08-21T00:00:00-04:00</published><arxiv:announce_type>new</arxiv:announce_type>
                <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights><dc:creator>Ada Byron, Emil Post</dc:creator>
                <arxiv:DOI>10.1000/x</arxiv:DOI></entry>""",
                        feedEntry("2608.00012v1", "cross"),
                        feedEntry("2601.00001v2", "cross"),
                        feedEntry("2501.00001v3", "replace"),
                        feedEntry("2501.00002v3", "replace-cross")));
        Readings read = Readings.of(feed());
        assertThat(read.problem()).isNull();
        assertThat(read.names()).containsExactly("2608.00011", "2608.00012", "2601.00001");
        assertThat(read.received()).extracting("source").containsOnly("arxiv-feed");
        Metadata first = read.received().getFirst().metadata();
        assertThat(first.abstractText()).isEqualTo("An abstract.");
        assertThat(first.authors()).extracting(Author::name).containsExactly("Ada Byron", "Emil Post");
        assertThat(first.licence()).isEqualTo("http://creativecommons.org/licenses/by/4.0/");
        assertThat(first.identifiers()).hasSize(2);
        // The third is an older paper, cross-listed today.
        assertThat(read.received())
                .extracting(record -> String.valueOf(record.metadata().announced()))
                .containsExactly("2026-08-21", "2026-08-21", "null");
        assertThat(read.announced())
                .extracting(Announcement::kind)
                .containsExactly(Kind.NEW, Kind.CROSS, Kind.CROSS, Kind.REPLACEMENT, Kind.REPLACEMENT);
        assertThat(read.announced())
                .allMatch(Announcement::listed)
                .extracting(Announcement::day)
                .containsOnly(FRIDAY);
        assertThat(read.announced().getLast().version()).isEqualTo(3);
        assertThat(read.tallies()).containsExactly(new Tally("arxiv", "cs.AI", FRIDAY, "announcement feed", 3, NOW));
    }

    @Test
    void theFeedMayBeRss() {
        server.when("rss.arxiv.org", """
                <rss version="2.0" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel><title>cs.AI updates on arXiv.org</title><lastBuildDate>Fri, 21 Aug 2026 04:00:10 +0000</lastBuildDate>
                <pubDate>Fri, 21 Aug 2026 00:00:00 -0400</pubDate><item><title>A title</title>
                <description>arXiv:2608.00011v1 Announce Type: new Abstract: An abstract.</description>
                <guid isPermaLink="false">oai:arXiv.org:2608.00011v1</guid><category>cs.AI</category>
                <pubDate>Fri, 21 Aug 2026 00:00:00 -0400</pubDate><arxiv:announce_type>new</arxiv:announce_type>
                <arxiv:journal_reference>J. 1</arxiv:journal_reference><dc:creator>Ada Byron</dc:creator></item></channel></rss>""");
        Readings read = Readings.of(feed());
        assertThat(read.problem()).isNull();
        assertThat(read.received().getFirst().metadata().abstractText()).isEqualTo("An abstract.");
        assertThat(read.received().getFirst().metadata().journalReference()).isEqualTo("J. 1");
        assertThat(read.tallies()).extracting(Tally::expected).containsExactly(1);
    }

    @Test
    void aFeedThatWasKeptTooLongCountsForItsOwnDayOnly() {
        server.when(
                "rss.arxiv.org",
                atom(
                        "2026-08-20T04:00:10+00:00",
                        feedEntry("2608.00001v1", "new").replace("2026-08-21", "2026-08-20")));
        assertThat(Readings.of(feed()).tallies()).extracting(Tally::day).containsExactly(THURSDAY);
    }

    @Test
    void yesterdaysEntriesUnderTodaysDateAreRefused() {
        server.when(
                "rss.arxiv.org",
                atom(
                        "2026-08-21T04:00:10+00:00",
                        feedEntry("2608.00011v1", "new"),
                        feedEntry("2608.00001v1", "new").replace("2026-08-21", "2026-08-20")));
        Readings read = Readings.of(feed());
        assertThat(read.problem()).contains("is of 2026-08-21, but has an entry of 2026-08-20");
        assertThat(read.items()).isEmpty();
    }

    @Test
    void anEmptyFeedCountsOnDaysOfAnnouncementOnly() {
        server.when("rss.arxiv.org", atom("2026-08-21T04:00:10+00:00"));
        assertThat(Readings.of(feed()).tallies()).extracting(Tally::expected).containsExactly(0);
        server.when("rss.arxiv.org", atom("2026-08-16T04:00:10+00:00"));
        assertThat(Readings.of(feed()).items()).isEmpty();
        server.when(
                "rss.arxiv.org",
                atom(
                        "2026-08-16T04:00:10+00:00",
                        feedEntry("2608.00011v1", "new").replace("2026-08-21", "2026-08-16")));
        assertThat(Readings.of(feed()).problem()).contains("on which arXiv announces none");
    }

    @Test
    void aFeedOfTheGreatestLengthMayBeCutOff() {
        String[] entries = IntStream.range(0, 2000)
                .mapToObj(i -> feedEntry("2608.%05dv1".formatted(i), "new"))
                .toArray(String[]::new);
        server.when("rss.arxiv.org", atom("2026-08-21T04:00:10+00:00", entries));
        Readings read = Readings.of(feed());
        assertThat(read.announced()).hasSize(2000);
        assertThat(read.tallies()).isEmpty();
    }

    @Test
    void whatIsNoFeedIsRefused() {
        Map<String, String> documents = Map.of(
                "<html/>",
                "no feed but <html>",
                "<feed xmlns='http://www.w3.org/2005/Atom'/>",
                "bears no date",
                atom("tomorrow"),
                "bears no date but \"tomorrow\"",
                atom("+999999999-08-22T14:00:00Z"),
                "bears no date but",
                atom("2026-08-22T14:00:00Z"),
                "bears a day to come",
                atom("2026-08-21T04:00:10Z").replace("updates on", "").replace("<title>", "<title>Feed error for "),
                "an error",
                atom("2026-08-21T04:00:10Z", feedEntry("2608.00011v1", "new")).substring(0, 500),
                "broken XML",
                atom(
                        "2026-08-21T04:00:10Z",
                        feedEntry("2608.00011v1", "new").replace("<published>2026", "<published>99999")),
                "has an entry of null");
        documents.forEach((document, reason) -> {
            server.when("rss.arxiv.org", document);
            Readings read = Readings.of(feed());
            assertThat(read.problem()).as(reason).contains(reason);
            assertThat(read.items()).isEmpty();
        });
    }

    @Test
    void anEntryThatCannotBeReadLeavesTheDayOpen() {
        server.when(
                "rss.arxiv.org",
                atom("2026-08-21T04:00:10+00:00", feedEntry("2608.00011v1", "new"), feedEntry("nonsense", "new")));
        Readings read = Readings.of(feed());
        assertThat(read.names()).containsExactly("2608.00011");
        assertThat(read.rejected()).hasSize(1);
        assertThat(read.tallies()).isEmpty();
        assertThat(read.problem()).contains("1 entries of the feed of cs.AI cannot be read");
    }

    @Test
    void aCursorOfAnotherDocumentCountsForNothing() {
        server.when("rss.arxiv.org", atom("2026-08-21T04:00:10+00:00", feedEntry("2608.00011v1", "new")));
        List<Item> whole = Readings.of(feed()).items();
        assertThat(Readings.of(feed(), whole.getFirst().cursor()).items()).isEqualTo(whole.subList(1, whole.size()));
        server.when("rss.arxiv.org", atom("2026-08-21T04:00:11+00:00", feedEntry("2608.00011v1", "new")));
        assertThat(Readings.of(feed(), whole.getFirst().cursor()).items()).hasSameSizeAs(whole);
    }

    @Test
    void singlePapersComeFromTheQueryService() {
        server.when("id_list=2608.00001,hep-th/9901001,2608.99999", feed(2, """
                <entry><id>http://arxiv.org/abs/2608.00001v3</id><title>Третья
                  версия</title><summary>  An abstract.</summary><published>2026-08-01T10:00:00Z</published>
                <updated>2026-08-10T10:00:00Z</updated><category term="cs.CL"/><category term="cs.AI"/>
                <arxiv:primary_category term="cs.AI"/><arxiv:comment>9 pages</arxiv:comment>
                <arxiv:journal_ref>J. 1</arxiv:journal_ref><arxiv:doi>10.1000/a 10.1000/b</arxiv:doi>
                <author><name>Ada Byron</name><arxiv:affiliation>Ockham</arxiv:affiliation></author></entry>""", entry("hep-th/9901001v1")));
        Readings read = Readings.of(source(Map.of())
                .records(List.of("2608.00001", "hep-th/9901001", "2608.99999", "nonsense"))
                .orElseThrow());
        assertThat(read.problem()).isNull();
        assertThat(read.names()).containsExactly("2608.00001", "hep-th/9901001");
        Metadata metadata = read.received().getFirst().metadata();
        assertThat(metadata.title()).isEqualTo("Третья версия");
        assertThat(metadata.categories()).containsExactly("cs.AI", "cs.CL");
        assertThat(metadata.authors()).containsExactly(new Author("Ada Byron", null, List.of("Ockham")));
        assertThat(metadata.versions())
                .extracting(version -> String.valueOf(version.date()))
                .containsExactly("2026-08-01", "null", "2026-08-10");
        assertThat(metadata.identifiers()).hasSize(3);
        assertThat(read.rejected()).extracting("place").containsExactly("2608.99999", "nonsense");
    }

    @Test
    void aNameThatTheQueryServiceRefusesDoesNotSpoilTheOthers() {
        server.when("api/query", feed(1, """
                <entry><id>https://arxiv.org/api/errors#incorrect_id</id><title>Error</title>
                <summary>incorrect id</summary></entry>"""));
        server.when("id_list=2608.00001&", feed(1, entry("2608.00001v1")));
        Readings read = Readings.of(source(Map.of())
                .records(List.of("2608.00001", "2613.00001", "2612.00002"))
                .orElseThrow());
        assertThat(read.names()).containsExactly("2608.00001");
        assertThat(read.rejected()).extracting("reason").containsExactly("no arXiv identifier", "incorrect id");
    }

    @Test
    void papersAreAskedForFiftyAtATimeAndFewerThanSaidIsAnError() {
        List<String> names =
                IntStream.range(0, 120).mapToObj("2608.%05d"::formatted).toList();
        server.when("api/query", address -> {
            String[] asked = address.replaceAll(".*id_list=([^&]*).*", "$1").split(",");
            String entries =
                    List.of(asked).stream().map(name -> entry(name + "v1")).collect(Collectors.joining());
            return feed(asked.length, entries).getBytes(StandardCharsets.UTF_8);
        });
        Source papers = source(Map.of()).records(names).orElseThrow();
        Readings read = Readings.of(papers);
        assertThat(read.names()).isEqualTo(names);
        assertThat(server.asked()).hasSize(3).first().asString().endsWith("max_results=50");
        assertThat(Readings.of(papers, read.items().get(59).cursor()).names()).isEqualTo(names.subList(60, 120));
        server.when("api/query", feed(50, entry("2608.00000v1")));
        assertThat(Readings.of(papers).problem()).contains("said 50 papers, gave 1");
        server.when("api/query", feed(-1));
        assertThat(Readings.of(papers).problem()).contains("there cannot be \"-1\" papers");
        server.when("api/query", address -> {
            throw new FetchException(FetchException.Kind.UNAVAILABLE, "too many requests");
        });
        assertThat(Readings.of(papers).problem()).isEqualTo("too many requests");
    }

    private LiveSource source(Map<String, String> settings) {
        List<String> mistakes = new ArrayList<>();
        LiveSource source = ArxivSource.of(
                new SourceOptions("arxiv", settings, mistakes, hosts), server, Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(mistakes).isEmpty();
        return source;
    }

    private Source changes(Map<String, String> settings) {
        return source(settings).changes(THURSDAY, FRIDAY).getFirst();
    }

    private Source feed() {
        return source(Map.of()).latest().getFirst();
    }

    private static String raw(String name, String changed, String submitted, String categories) {
        return """
                <record><header><identifier>oai:arXiv.org:%s</identifier><datestamp>%s</datestamp></header><metadata>
                <arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>%s</id><version version="v1"><date>Wed, %s GMT</date>
                </version><title>A title</title><authors>Ada Byron</authors><categories>%s</categories>
                <abstract>An abstract.</abstract></arXivRaw></metadata></record>""".formatted(name, changed, name, submitted, categories);
    }

    private static String listing(String token, String... records) {
        return "<?xml version='1.0' encoding='UTF-8'?><OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><ListRecords>"
                + String.join("", records) + token + "</ListRecords></OAI-PMH>";
    }

    private static String atom(String updated, String... entries) {
        return "<?xml version='1.0' encoding='UTF-8'?><feed xmlns:arxiv='http://arxiv.org/schemas/atom'"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns='http://www.w3.org/2005/Atom'>"
                + "<id>http://rss.arxiv.org/atom/cs.AI</id><title>cs.AI updates on arXiv.org</title><updated>" + updated
                + "</updated>" + String.join("", entries) + "</feed>";
    }

    private static String feedEntry(String name, String type) {
        return """
                <entry><id>oai:arXiv.org:%s</id><title>A title</title><summary>arXiv:%s Announce Type: %s
                Abstract: An abstract.</summary><published>2026-08-21T00:00:00-04:00</published>
                <arxiv:announce_type>%s</arxiv:announce_type><dc:creator>Ada Byron</dc:creator></entry>""".formatted(name, name, type, type);
    }

    private static String feed(int total, String... entries) {
        return "<feed xmlns:opensearch='http://a9.com/-/spec/opensearch/1.1/' xmlns:arxiv='http://arxiv.org/schemas/atom'"
                + " xmlns='http://www.w3.org/2005/Atom'><opensearch:totalResults>" + total
                + "</opensearch:totalResults>" + String.join("", entries) + "</feed>";
    }

    private static String entry(String name) {
        return "<entry><id>http://arxiv.org/abs/" + name + "</id><title>A title</title><summary>An abstract.</summary>"
                + "<published>2026-08-19T10:00:00Z</published><updated>2026-08-19T10:00:00Z</updated>"
                + "<category term='cs.AI'/><author><name>Ada Byron</name></author></entry>";
    }
}
