package dev.broadsheet.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.source.Harvested;
import dev.broadsheet.source.HostRule;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.LiveSourceContract;
import dev.broadsheet.source.ScriptedFetcher;
import dev.broadsheet.source.Source;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
final class FeedSourceTest extends LiveSourceContract {
    private static final String ATOM = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://lab.example/news/">
              <title>The Lab</title><updated>2026-09-08T12:00:00Z</updated><id>urn:lab</id>
              <entry><id>tag:lab.example,2026:3</id><title type="html">Fall &amp;amp; rise of H&lt;sub&gt;2&lt;/sub&gt;O</title>
                <published>2026-09-07T10:00:00+02:00</published><updated>2026-09-08T10:00:00Z</updated>
                <link href="third.html"/><link rel="related" href="https://arxiv.org/abs/2609.00003v2"/>
                <link rel="enclosure" href="sound.mp3"/>
                <author><name>Mira Oduya</name></author><author><name>Tomas Rehn</name></author>
                <category term="tides"/>
                <summary type="html">&lt;p&gt;We &lt;b&gt;count&lt;/b&gt; tides.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</summary></entry>
              <entry><id>tag:lab.example,2026:2</id><title>Ebb</title><updated>2026-09-05T10:00:00Z</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Where <i>p</i> &lt; 0.05 &amp; more.</div></content></entry>
              <entry><id>tag:lab.example,2026:1</id><title>Flow</title><updated>2026-09-04T10:00:00Z</updated></entry>
            </feed>
            """;
    private static final String RSS = """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
            <channel><title>J Tides</title><link>https://journal.example/</link><lastBuildDate>Tue, 08 Sep 2026 09:00:00 GMT</lastBuildDate>
            <item><title>R&amp;amp;D of tides: a &lt; b</title><link>https://journal.example/a/1</link><guid isPermaLink="false">a1</guid>
              <pubDate>Mon, 7 Sep 26 22:00 EDT</pubDate><dc:creator>Oduya, M.; Rehn, T.</dc:creator>
              <prism:doi>10.1234/JT.1</prism:doi><prism:publicationName>Journal of Tides</prism:publicationName>
              <description>Short.</description><content:encoded><![CDATA[<p>The <em>whole</em>&nbsp;text.</p>]]></content:encoded></item>
            <item><title>Second</title><link>/a/2</link><dc:date>2026-09-05</dc:date>
              <dc:identifier>doi:10.1234/jt.2</dc:identifier><author>mira@lab.example (Mira Oduya)</author></item>
            </channel></rss>
            """;
    private static final String RDF = """
            <?xml version="1.0"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
              xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://j.example"><title>J</title><items><rdf:Seq><rdf:li rdf:resource="https://doi.org/10.1234/x"/></rdf:Seq></items></channel>
            <item rdf:about="https://doi.org/10.1234/x"><title>Old form</title><link>https://doi.org/10.1234/x</link>
              <dc:creator>Mira Oduya</dc:creator><dc:date>2026-09-01T00:00:00Z</dc:date></item>
            </rdf:RDF>
            """;

    private static ScriptedFetcher service(String feed) {
        return new ScriptedFetcher(NOW).xml(feed, "https://lab.example/feed.xml");
    }

    @Override
    protected LiveSource source(SourceOptions options, Fetcher fetcher, Clock clock) {
        return FeedSource.of(options, fetcher, clock);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("url", "https://lab.example/feed.xml", "categories", "cs.TD", "title", "The Lab");
    }

    @Override
    protected List<Source> harvests(LiveSource source) {
        return source.latest();
    }

    @Override
    protected LocalDate from() {
        return LocalDate.of(2026, 9, 4);
    }

    @Override
    protected LocalDate until() {
        return LocalDate.of(2026, 9, 7);
    }

    @Override
    protected ScriptedFetcher good() {
        return service(ATOM);
    }

    @Override
    protected Set<String> names() {
        return Set.of("tag:lab.example,2026:1", "tag:lab.example,2026:2", "tag:lab.example,2026:3");
    }

    @Override
    protected ScriptedFetcher empty() {
        return service("<feed xmlns=\"http://www.w3.org/2005/Atom\"/>");
    }

    @Override
    protected boolean countsNothing() {
        return false;
    }

    @Override
    protected @Nullable ScriptedFetcher endless() {
        return null;
    }

    @Override
    protected @Nullable ScriptedFetcher fewerThanItSays() {
        return null;
    }

    @Override
    protected ScriptedFetcher untitled() {
        return service(ATOM.replace("<title>Ebb</title>", "<title/>"));
    }

    @Override
    protected List<ScriptedFetcher> hostile() {
        return List.of(
                service(ATOM.replace("2026-09-05T", "9999-99-99T")),
                service(ATOM.replace("2026-09-08T", "+999999999-12-31T")),
                service(ATOM.replace("third.html", "::no address %%")),
                service(ATOM.replace("third.html", "javascript:alert(1)")),
                service(ATOM.replace("Ebb", "&nbsp;")),
                service(ATOM.replace("https://lab.example/news/", "http://[")),
                service(ATOM.replace("Ebb", "&lt;b&gt;".repeat(20_000))),
                service(ATOM.replace("<title>Ebb</title>", "<title>".repeat(100_000))));
    }

    @Override
    protected @Nullable ScriptedFetcher single() {
        return null;
    }

    @Override
    protected String singleName() {
        return "";
    }

    private Metadata paper(String feed, String name) {
        return read(service(feed)).getFirst().record(name).metadata();
    }

    @Test
    void readsAtom() {
        Metadata paper = paper(ATOM, "tag:lab.example,2026:3");
        assertThat(paper.title()).isEqualTo("Fall & rise of H₂O");
        assertThat(paper.abstractText()).isEqualTo("We count tides.");
        assertThat(paper.authors()).containsExactly(Author.named("Mira Oduya"), Author.named("Tomas Rehn"));
        assertThat(paper.identifiers()).extracting(Object::toString).containsExactly("arxiv:2609.00003");
        assertThat(paper.links()).containsExactly(Link.to(Link.Kind.PAGE, "https://lab.example/news/third.html"));
        assertThat(paper.published()).hasToString("2026-09-07");
        assertThat(paper.updated()).hasToString("2026-09-08");
        assertThat(paper.keywords()).containsExactly("tides");
        assertThat(paper.categories()).containsExactly("cs.TD");
        assertThat(paper(ATOM, "tag:lab.example,2026:2").abstractText()).isEqualTo("Where p < 0.05 & more.");
    }

    @Test
    void readsRss() {
        Metadata paper = paper(RSS, "a1");
        assertThat(paper.title()).isEqualTo("R&D of tides: a < b");
        assertThat(paper.abstractText()).isEqualTo("The whole text.");
        assertThat(paper.authors()).extracting(Author::name).containsExactly("M. Oduya", "T. Rehn");
        assertThat(paper.identifiers()).extracting(Object::toString).containsExactly("doi:10.1234/jt.1");
        assertThat(paper.journalReference()).isEqualTo("Journal of Tides");
        // Ten in the evening of New York.
        assertThat(paper.published()).hasToString("2026-09-08");
        Metadata second = paper(RSS, "https://lab.example/a/2");
        assertThat(second.identifiers()).extracting(Object::toString).containsExactly("doi:10.1234/jt.2");
        assertThat(second.authors()).extracting(Author::name).containsExactly("Mira Oduya");
    }

    @Test
    void readsRssOfTheFirstForm() {
        Metadata paper = paper(RDF, "https://doi.org/10.1234/x");
        assertThat(paper.title()).isEqualTo("Old form");
        assertThat(paper.identifiers()).extracting(Object::toString).containsExactly("doi:10.1234/x");
    }

    @Test
    void countsDaysAfterTheOldestEntryAndBeforeItWasWritten() {
        List<Tally> tallies = read(service(ATOM)).getFirst().tallies();
        assertThat(tallies)
                .extracting(tally -> tally.day() + " " + tally.expected())
                .containsExactly("2026-09-05 1", "2026-09-06 0", "2026-09-07 1");
    }

    @Test
    void aStaleFeedCountsNoDayAfterItself() {
        String stale = ATOM.replace("2026-09-08T", "2026-09-07T");
        assertThat(read(service(stale)).getFirst().tallies())
                .extracting(Tally::day)
                .containsExactly(LocalDate.of(2026, 9, 5), LocalDate.of(2026, 9, 6));
    }

    @Test
    void aFeedOutOfOrderOrWithoutDatesCountsNothing() {
        assertThat(read(service(ATOM.replace("2026-09-05T", "2026-09-01T")))
                        .getFirst()
                        .tallies())
                .isEmpty();
        assertThat(read(service(ATOM.replace("2026-09-05T", "soon ")))
                        .getFirst()
                        .tallies())
                .isEmpty();
        assertThat(read(service(RDF)).getFirst().tallies()).isEmpty();
        // The oldest first: the newest may have found no room.
        String oldestFirst = ATOM.replace("2026-09-04T", "2026-09-08T").replace("2026-09-07T", "2026-09-02T");
        assertThat(read(service(oldestFirst)).getFirst().tallies()).isEmpty();
    }

    @Test
    void anEntryThatStandsTwiceIsOne() {
        Harvested harvested = read(service(ATOM.replace("2026:1<", "2026:2<"))).getFirst();
        assertThat(harvested.records()).hasSize(2);
    }

    @Test
    void needsAnAddressThatMayBeOneOfTheOwnNetwork() {
        List<String> mistakes = new ArrayList<>();
        Map<String, HostRule> hosts = new HashMap<>();
        FeedSource.of(new SourceOptions("lab", Map.of(), mistakes, hosts), good(), CLOCK);
        assertThat(mistakes).singleElement().asString().contains("source.lab.url");
        FeedSource.of(
                new SourceOptions("lab", Map.of("url", "http://lab.internal/feed"), mistakes, hosts), good(), CLOCK);
        assertThat(hosts).containsOnlyKeys("lab.internal");
        assertThat(hosts.values()).allMatch(HostRule::mayBePrivate);
    }

    @Test
    void readsDatesInAllForms() {
        assertThat(FeedDates.instant("Wed, 02 Sep 2026 10:00:00 GMT")).hasToString("2026-09-02T10:00:00Z");
        assertThat(FeedDates.instant("2 September 2026")).hasToString("2026-09-02T00:00:00Z");
        assertThat(FeedDates.instant("Wed, 02 Sep 2026 10:00 -0700")).hasToString("2026-09-02T17:00:00Z");
        assertThat(FeedDates.instant("2026-09-02T10:00:00-0700")).hasToString("2026-09-02T17:00:00Z");
        assertThat(FeedDates.instant("2026-09-02T10:00:00.5")).hasToString("2026-09-02T10:00:00.500Z");
        assertThat(FeedDates.instant("2026-09-02")).hasToString("2026-09-02T00:00:00Z");
        for (String bad :
                List.of("", "soon", "31 Foo 2026", "45 Sep 2026", "2026-13-45", "0001-01-01", "2026-09-02T99")) {
            assertThat(FeedDates.instant(bad)).as(bad).isNull();
        }
    }
}
