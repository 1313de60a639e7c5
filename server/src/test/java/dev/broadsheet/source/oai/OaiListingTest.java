package dev.broadsheet.source.oai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Readings;
import dev.broadsheet.source.Script;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The protocol, by way of a repository in Dublin Core. */
class OaiListingTest {
    private static final Instant NOW = Instant.parse("2026-08-21T12:00:00Z");
    private static final LocalDate FROM = LocalDate.parse("2026-08-19");
    private static final LocalDate UNTIL = LocalDate.parse("2026-08-21");

    private final Script server = new Script(NOW);

    @Test
    void pagesAreFollowedToTheEndAndEveryFinishedDayIsCounted() {
        twoPages();
        Readings read = Readings.of(listing());
        assertThat(read.problem()).isNull();
        assertThat(read.names()).containsExactly("oai:lab:1", "oai:lab:2", "oai:lab:3");
        assertThat(read.announced()).extracting("day").containsOnly(FROM);
        // Today is not over.
        assertThat(read.tallies()).extracting("day").containsExactly(FROM, FROM.plusDays(1));
        assertThat(read.tallies()).extracting("expected").containsOnlyNulls();
        assertThat(server.asked())
                .containsExactly(
                        "http://lab.example/oai?verb=ListRecords&metadataPrefix=oai_dc&set=papers&from=2026-08-19",
                        "http://lab.example/oai?verb=ListRecords&resumptionToken=next&more");
    }

    @Test
    void aHarvestGoesOnAfterEachItemAsIfItHadNotStopped() {
        twoPages();
        List<Item> whole = Readings.of(listing()).items();
        for (int i = 0; i < whole.size(); i++) {
            List<Item> rest = Readings.of(listing(), whole.get(i).cursor()).items();
            assertThat(rest).as("after item %s", i).isEqualTo(whole.subList(i + 1, whole.size()));
        }
    }

    @Test
    void aListThatGivesFewerThanItSaidCountsForNothing() {
        server.when("from=", page(token("t", 1200, 0), record("1", FROM)));
        server.when("resumptionToken=t", page(token("", 1200, 1), record("2", FROM)));
        Readings read = Readings.of(listing());
        assertThat(read.names()).hasSize(2);
        assertThat(read.problem()).isEqualTo("Lab (papers) said 1,200 records, gave 2: the day stays open");
        assertThat(read.tallies()).isEmpty();
    }

    @Test
    void recordsThatComeTwiceCountOnce() {
        server.when("from=", page(token("t", 3, -1), record("1", FROM), record("2", FROM)));
        server.when("resumptionToken=t", page(token("", 3, -1), record("2", FROM), record("1", FROM)));
        assertThat(Readings.of(listing()).problem()).contains("said 3 records, gave 2");
    }

    @Test
    void aContradictionThatAnInterruptedHarvestLeftIsReadAnewFromTheBeginning() {
        server.when("from=", page(token("t", 3, -1), record("1", FROM)));
        server.when("resumptionToken=t", page(token("", 3, -1), record("2", FROM)));
        Readings broken = Readings.of(listing());
        twoPages();
        server.when("resumptionToken=t", page(token("", 3, -1), record("2", FROM)));
        Readings again = Readings.of(listing(), broken.items().getLast().cursor());
        assertThat(again.problem()).isNull();
        assertThat(again.names()).containsExactly("oai:lab:1", "oai:lab:2", "oai:lab:3");
        assertThat(again.tallies()).hasSize(2);
    }

    @Test
    void nothingInTheWindowIsAnAnswerToo() {
        server.when("from=", document("<error code='noRecordsMatch'/>"));
        Readings read = Readings.of(listing());
        assertThat(read.problem()).isNull();
        assertThat(read.tallies()).hasSize(2);
    }

    @Test
    void anExpiredTokenStartsTheWindowAgainOnce() {
        AtomicInteger asked = new AtomicInteger();
        twoPages();
        server.when(
                "resumptionToken=next",
                address -> (asked.getAndIncrement() == 0
                                ? document("<error code='badResumptionToken'>too old</error>")
                                : page(token("", 3, 2), record("3", FROM)))
                        .getBytes(StandardCharsets.UTF_8));
        Readings read = Readings.of(listing());
        assertThat(read.problem()).isNull();
        assertThat(read.names()).containsExactly("oai:lab:1", "oai:lab:2", "oai:lab:1", "oai:lab:2", "oai:lab:3");
        assertThat(read.tallies()).hasSize(2);

        server.when("resumptionToken=next", document("<error code='badResumptionToken'>too old</error>"));
        assertThat(Readings.of(listing()).problem()).contains("badResumptionToken: too old");
    }

    @Test
    void errorsAreUnderstoodUnderOtherStatusesToo() {
        server.when("from=", address -> {
            throw new FetchException(
                    FetchException.Kind.REFUSED,
                    "422",
                    422,
                    "<?xml version='1.0'?><OAI-PMH><error code=\"noRecordsMatch\">none</error></OAI",
                    null);
        });
        assertThat(Readings.of(listing()).problem()).isNull();
        server.when("from=", address -> {
            throw new FetchException(FetchException.Kind.UNAVAILABLE, "the server is busy", 503, "", null);
        });
        assertThat(Readings.of(listing()).problem()).isEqualTo("the server is busy");
        server.when("from=", document("<error code='badArgument'>no such set</error>"));
        assertThat(Readings.of(listing()).problem()).isEqualTo("the repository answers badArgument: no such set");
    }

    @Test
    void tokensThatNeverEndOrReturnBreakTheHarvestOff() {
        server.when("from=", page(token("a", -1, -1), record("1", FROM)));
        server.when("resumptionToken=a", page(token("b", -1, -1), record("2", FROM)));
        server.when("resumptionToken=b", page(token("a", -1, -1), record("3", FROM)));
        assertThat(Readings.of(listing()).problem()).contains("goes round in circles");

        AtomicInteger turn = new AtomicInteger();
        server.when(
                "resumptionToken=",
                address -> page(
                                token("n" + turn.incrementAndGet(), -1, -1),
                                record(turn.get() % 2 == 0 ? "1" : "2", FROM))
                        .getBytes(StandardCharsets.UTF_8));
        Readings endless = Readings.of(listing());
        assertThat(endless.problem()).contains("goes round in circles");
        assertThat(endless.items()).hasSizeLessThan(20);
    }

    @Test
    void moreRecordsThanSaidBreakTheHarvestOff() {
        AtomicInteger turn = new AtomicInteger();
        server.when("verb=", address -> {
            int page = turn.incrementAndGet();
            return page(token("n" + page, 5, -1), record("x" + page, FROM)).getBytes(StandardCharsets.UTF_8);
        });
        assertThat(Readings.of(listing()).problem()).contains("said 5 records, gave 6");
    }

    @Test
    void aPageThatComesTwiceOrAtTheWrongPlaceBreaksTheHarvestOff() {
        server.when("from=", page(token("t", 4, 0), record("1", FROM), record("2", FROM)));
        server.when("resumptionToken=t", page(token("", 4, 2), record("1", FROM), record("2", FROM)));
        assertThat(Readings.of(listing()).problem()).contains("gave the same page twice");
        server.when("resumptionToken=t", page(token("", 4, 3), record("3", FROM), record("4", FROM)));
        assertThat(Readings.of(listing()).problem()).contains("went on at record 3 after 2");
    }

    @Test
    void aLongListMustSayThatItEnds() {
        server.when("from=", page(token("t", -1, -1), record("1", FROM)));
        server.when("resumptionToken=t", page("", record("2", FROM)));
        assertThat(Readings.of(listing()).problem()).contains("broke off without the mark of the end");
        server.when("resumptionToken=t", page("<resumptionToken/>", record("2", FROM)));
        assertThat(Readings.of(listing()).problem()).isNull();
    }

    @Test
    void whatIsNoAnswerOfARepositoryIsRefused() {
        Map<String, String> answers = new HashMap<>();
        answers.put("<!DOCTYPE html><html><p>Busy<br></p></html>", "a web page instead of an OAI-PMH answer");
        answers.put("<html><body/></html>", "a web page instead of an OAI-PMH answer");
        answers.put("<OAI-PMH xmlns='urn:other'/>", "no OAI-PMH answer but <OAI-PMH> of \"urn:other\"");
        answers.put("", "broken XML");
        answers.put("broken xml", "broken XML");
        answers.put("<OAI-PMH>" + "<a>".repeat(100_000), "nested more than");
        answers.put("<OAI-PMH><record>" + "<a>".repeat(100_000), "100");
        answers.put(
                document("<Identify><repositoryName>Lab</repositoryName></Identify>"), "neither records nor a reason");
        answers.put(document("<ListRecords/>"), "neither records nor a reason");
        answers.put(page(token("", -5, -1)), "cannot have or begin at \"-5\" records");
        answers.put(page(token("", 3, -1), record("1", FROM)).substring(0, 400), "broken XML");
        answers.forEach((answer, reason) -> {
            server.when("from=", answer);
            Readings read = Readings.of(listing());
            assertThat(read.problem())
                    .as(answer.substring(0, Math.min(60, answer.length())))
                    .contains(reason);
            assertThat(read.tallies()).isEmpty();
        });
    }

    @Test
    void entitiesAreNeverExpanded() {
        server.when(
                "from=",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'><!ENTITY a 'aaaa'>]>"
                        + page("", record("1", FROM)).replace("Title", "&e;&a;"));
        Readings read = Readings.of(listing());
        assertThat(read.problem()).isNotNull();
        assertThat(read.received()).isEmpty();
        assertThat(read.tallies()).isEmpty();
    }

    @Test
    void escapedLettersAreNoEntitiesThatGrow() {
        String title = "&lt;&amp;&gt;&#x3b1;".repeat(20_000);
        server.when("from=", page("", record("1", FROM).replace("Title 1", title)));
        assertThat(Readings.of(listing()).received().getFirst().metadata().title())
                .isEqualTo("<&>\u03b1".repeat(20_000));
    }

    @Test
    void aRecordThatCannotBeReadIsNamedAndStillAnnounced() {
        server.when("from=", page("", record("1", FROM).replace("Title 1", " "), record("2", FROM)));
        Readings read = Readings.of(listing());
        assertThat(read.names()).containsExactly("oai:lab:2");
        assertThat(read.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.place()).isEqualTo("oai:lab:1");
            assertThat(rejected.reason()).isEqualTo("no title");
        });
        assertThat(read.announced()).hasSize(2);
    }

    @Test
    void deletedAndEmptyRecordsAreRejected() {
        server.when(
                "from=",
                page(
                        token("", 3, 0),
                        "<record><header status='deleted'><identifier>oai:lab:7</identifier></header></record>",
                        "<record><header status='deleted'/></record>",
                        "<record><header><identifier>oai:lab:8</identifier>"
                                + "<datestamp>9999-99-99</datestamp></header></record>"));
        Readings read = Readings.of(listing());
        assertThat(read.rejected())
                .extracting("reason")
                .containsExactly("deleted by the source", "deleted by the source", "no metadata");
        assertThat(read.announced()).isEmpty();
        // The last may be of any day.
        assertThat(read.problem())
                .isEqualTo("Lab (papers) gave 1 records of which nobody can tell the day: the day stays open");
        assertThat(read.tallies()).isEmpty();
    }

    @Test
    void aMistakeInReadingOneRecordEndsNothingAndLeavesItAnnounced() {
        server.when("from=", page(token("", 2, 0), record("1", FROM), record("2", FROM)));
        Readings read = Readings.of(new OaiListing(
                "Lab",
                "lab",
                URI.create("http://lab.example/oai"),
                "oai_dc",
                null,
                FROM,
                server,
                Clock.fixed(NOW, ZoneOffset.UTC),
                memory -> new Stumbling()));
        assertThat(read.problem()).isNull();
        assertThat(read.names()).containsExactly("oai:lab:2");
        assertThat(read.rejected())
                .singleElement()
                .extracting("place", "reason")
                .containsExactly("oai:lab:1", "cannot be read: IllegalStateException");
        assertThat(read.announced()).hasSize(2);
    }

    private static final class Stumbling implements OaiReader {
        private final RepositoryReader reader = new RepositoryReader("lab", "", FROM, UNTIL);

        @Override
        public boolean wanted(OaiRecord record) {
            return true;
        }

        @Override
        public SourceRecord read(OaiRecord record) throws UnreadableRecordException {
            if (record.identifier().endsWith("1")) {
                throw new IllegalStateException("unforeseen");
            }
            return reader.read(record);
        }

        @Override
        public List<Announcement> announced(OaiRecord record) throws UnreadableRecordException {
            return reader.announced(record);
        }

        @Override
        public String memory() {
            return "";
        }

        @Override
        public int tallies() {
            return 0;
        }

        @Override
        public @Nullable Tally tally(int index, End end) {
            return null;
        }
    }

    @Test
    void dublinCoreBecomesMetadata() {
        server.when("from=", page("", """
                <record><header><identifier>oai:lab:9</identifier><datestamp>2026-08-20T10:00:00Z</datestamp></header>
                <metadata><dc xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:title>A measured
                 thing</dc:title><dc:creator>Byron, Ada</dc:creator><dc:creator>某人</dc:creator>
                <dc:subject>Counting</dc:subject><dc:description>It is measured.</dc:description>
                <dc:description>Comment: 12 pages</dc:description><dc:date>2026-08-18</dc:date><dc:date>2025</dc:date>
                <dc:identifier>doi:10.1000/ABC</dc:identifier><dc:identifier>http://lab.example/9</dc:identifier>
                <dc:rights>CC BY</dc:rights></dc></metadata></record>"""));
        SourceRecord record = Readings.of(listing()).received().getFirst();
        assertThat(record.metadata().title()).isEqualTo("A measured thing");
        assertThat(record.metadata().authors()).extracting("name").containsExactly("Ada Byron", "某人");
        assertThat(record.metadata().abstractText()).isEqualTo("It is measured.");
        assertThat(record.metadata().comments()).isEqualTo("12 pages");
        assertThat(record.metadata().published()).hasToString("2025");
        assertThat(record.metadata().updated()).hasToString("2026-08-18");
        assertThat(record.metadata().identifiers()).extracting(Object::toString).containsExactly("doi:10.1000/abc");
        assertThat(record.metadata().links()).extracting("url").containsExactly("http://lab.example/9");
    }

    @Test
    void singleRecordsAreAskedForByName() {
        server.when("identifier=oai:lab:1", page("", record("1", FROM)));
        server.when("identifier=oai:lab:2", document("<error code='idDoesNotExist'>nothing</error>"));
        Readings read =
                Readings.of(source().records(List.of("oai:lab:1", "oai:lab:2")).orElseThrow());
        assertThat(read.names()).containsExactly("oai:lab:1");
        assertThat(read.rejected()).extracting("place").containsExactly("oai:lab:2");
    }

    @Test
    void theAddressMustBeSet() {
        List<String> mistakes = new ArrayList<>();
        OaiSource.of(
                new SourceOptions("lab", Map.of(), mistakes, new HashMap<>()),
                server,
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(mistakes).containsExactly("source.lab.url: is needed");
    }

    private void twoPages() {
        server.when("from=", page(token("next&amp;more", 3, 0), record("1", FROM), record("2", FROM)));
        server.when("resumptionToken=next", page(token("", 3, 2), record("3", FROM)));
    }

    private Source listing() {
        return source().changes(FROM, UNTIL).getFirst();
    }

    private LiveSource source() {
        List<String> mistakes = new ArrayList<>();
        LiveSource source = OaiSource.of(
                new SourceOptions(
                        "lab",
                        Map.of("url", "http://lab.example/oai", "set", "papers", "title", "Lab"),
                        mistakes,
                        new HashMap<>()),
                server,
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(mistakes).isEmpty();
        return source;
    }

    private static String record(String number, LocalDate day) {
        return "<record><header><identifier>oai:lab:" + number + "</identifier><datestamp>" + day
                + "</datestamp></header><metadata><dc><title>Title " + number
                + "</title><creator>A. One</creator></dc></metadata></record>";
    }

    private static String token(String token, int total, int cursor) {
        return "<resumptionToken"
                + (total == -1 ? "" : " completeListSize='" + total + "'")
                + (cursor < 0 ? "" : " cursor='" + cursor + "'")
                + ">" + token + "</resumptionToken>";
    }

    private static String page(String token, String... records) {
        return document("<ListRecords>" + String.join("", records) + token + "</ListRecords>");
    }

    private static String document(String content) {
        return "<?xml version='1.0' encoding='UTF-8'?><OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'>"
                + "<responseDate>2026-08-21T12:00:00Z</responseDate><request>http://lab.example/oai</request>" + content
                + "</OAI-PMH>";
    }
}
