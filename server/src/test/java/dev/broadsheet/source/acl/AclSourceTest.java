package dev.broadsheet.source.acl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
final class AclSourceTest extends LiveSourceContract {
    private static final String NEW = """
            <?xml version='1.0' encoding='UTF-8'?>
            <collection id="2026.acl">
              <volume id="long" ingest-date="2026-09-02" type="proceedings">
                <meta><booktitle>Proceedings of the Tidal Meeting (Long)</booktitle><month>July 31–August 4</month><year>2026</year>
                  <url hash="0">2026.acl-long</url></meta>
                <frontmatter><url hash="1">2026.acl-long.0</url></frontmatter>
                <paper id="1">
                  <title><fixed-case>T</fixed-case>ides of <tex-math>\\alpha_1</tex-math> words</title>
                  <author orcid="0000-0002-1825-0097"><first>Mira</first><last>Oduya</last><affiliation>Tide Institute</affiliation></author>
                  <author><last>Rehn</last></author>
                  <pages>1-17</pages>
                  <abstract>Words <i>rise</i> and 10% fall.</abstract>
                  <url hash="2">2026.acl-long.1</url>
                  <doi>10.18653/v1/2026.acl-long.1</doi>
                  <pwccode url="https://github.com/x/tides" additional="false">x/tides</pwccode>
                  <revision id="1" href="2026.acl-long.1v1" hash="3"/>
                  <revision id="2" href="2026.acl-long.1v2" hash="4" date="2026-09-05">A table.</revision>
                </paper>
                <paper id="2"><title>Ebb</title><retracted date="2026-09-04">Wrong.</retracted></paper>
              </volume>
              <volume id="short" ingest-date="2026-08-03"><meta><booktitle>Short</booktitle><journal-title>Tides</journal-title>
                <journal-volume>4</journal-volume><journal-issue>2</journal-issue><year>2026</year></meta>
                <paper id="1" ingest-date="2026-09-03"><title>Flow</title></paper>
              </volume>
            </collection>
            """;
    private static final String OLD = """
            <?xml version='1.0' encoding='UTF-8'?>
            <collection id="W19">
              <volume id="3"><meta><booktitle>Workshop</booktitle><year>2019</year><month>June</month></meta>
                <paper id="4"><title>Spring tide</title><url>W19-0304</url></paper>
              </volume>
            </collection>
            """;

    private static ScriptedFetcher service(String document) {
        return new ScriptedFetcher(NOW).xml(document, "/data/xml/2026.acl.xml").xml(OLD, "/data/xml/W19.xml");
    }

    @Override
    protected LiveSource source(SourceOptions options, Fetcher fetcher, Clock clock) {
        return AclSource.of(options, fetcher, clock);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("volumes", "2026.acl");
    }

    @Override
    protected LocalDate from() {
        return LocalDate.of(2026, 9, 1);
    }

    @Override
    protected LocalDate until() {
        return LocalDate.of(2026, 9, 3);
    }

    @Override
    protected ScriptedFetcher good() {
        return service(NEW);
    }

    @Override
    protected Set<String> names() {
        return Set.of("2026.acl-long.1", "2026.acl-long.2", "2026.acl-short.1");
    }

    @Override
    protected ScriptedFetcher empty() {
        return service("<collection id=\"2026.acl\"></collection>");
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
        return service(NEW.replace("<title>Ebb</title>", "<title> </title>"));
    }

    @Override
    protected List<ScriptedFetcher> hostile() {
        return List.of(
                service(NEW.replace("id=\"2026.acl\"", "id=\"2025.acl\"")),
                service(NEW.replace("2026-09-02", "0000-99-99")),
                service(NEW.replace("2026-09-02", "+999999999-12-31")),
                service(NEW.replace("paper id=\"2\"", "paper id=\"-2\"")),
                service(NEW.replace("paper id=\"2\"", "paper")),
                service(NEW.replace("<year>2026</year>", "<year>99999</year>")),
                service(NEW.replace("<title>Ebb</title>", "<a>".repeat(50_000))),
                service(NEW.replace("'?>", "'?><!DOCTYPE c [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")
                        .replace("Ebb", "&a;")));
    }

    @Override
    protected @Nullable ScriptedFetcher single() {
        return null;
    }

    @Override
    protected String singleName() {
        return "";
    }

    @Test
    void readsAPaper() {
        Metadata paper = read(good()).getFirst().record("2026.acl-long.1").metadata();
        assertThat(paper.title()).isEqualTo("Tides of $\\alpha_1$ words");
        assertThat(paper.abstractText()).isEqualTo("Words rise and 10% fall.");
        assertThat(paper.authors())
                .containsExactly(
                        new Author("Mira Oduya", "0000-0002-1825-0097", List.of("Tide Institute")),
                        Author.named("Rehn"));
        assertThat(paper.journalReference()).isEqualTo("Proceedings of the Tidal Meeting (Long), 1–17");
        assertThat(paper.published()).hasToString("2026-07");
        assertThat(paper.updated()).hasToString("2026-09-05");
        assertThat(paper.announced()).hasToString("2026-09-02");
        assertThat(paper.identifiers())
                .extracting(Object::toString)
                .containsExactly("doi:10.18653/v1/2026.acl-long.1", "acl:2026.acl-long.1");
        assertThat(paper.link(Link.Kind.CODE)).isEqualTo(Link.to(Link.Kind.CODE, "https://github.com/x/tides"));
        assertThat(read(good()).getFirst().record("2026.acl-long.2").metadata().withdrawn())
                .isTrue();
    }

    @Test
    void readsAPaperOfAJournalThatCameLater() {
        Metadata paper = read(good()).getFirst().record("2026.acl-short.1").metadata();
        assertThat(paper.journalReference()).isEqualTo("Tides 4(2)");
        assertThat(paper.announced()).hasToString("2026-09-03");
    }

    @Test
    void countsThePapersOfEachDay() {
        assertThat(read(good()).getFirst().tallies())
                .extracting(Tally::expected)
                .containsExactly(0, 2, 1);
    }

    @Test
    void namesPapersAsTheAnthologyDidUntil2019() {
        List<String> mistakes = new ArrayList<>();
        LiveSource source = AclSource.of(
                new SourceOptions("acl", Map.of("volumes", "W19"), mistakes, new HashMap<>()), good(), CLOCK);
        Harvested harvested = Harvested.of(source.changes(from(), until()).getFirst(), null);
        assertThat(harvested.names()).containsExactly("W19-0304");
        assertThat(harvested.announcements()).isEmpty();
        assertThat(harvested.record("W19-0304").metadata().published()).hasToString("2019-06");
    }

    @Test
    void refusesVolumesThatAreNoNames() {
        List<String> mistakes = new ArrayList<>();
        AclSource.of(
                new SourceOptions("acl", Map.of("volumes", "../../etc/passwd"), mistakes, new HashMap<>()),
                good(),
                CLOCK);
        assertThat(mistakes).first().asString().contains("../../etc/passwd");
    }
}
