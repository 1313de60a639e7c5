package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.LedgerDay.Verdict;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Change;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Version;
import dev.broadsheet.source.HostRule;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.arxiv.ArxivSource;
import dev.broadsheet.source.http.FetchPolicy;
import dev.broadsheet.source.http.PoliteFetcher;
import dev.broadsheet.source.http.Sleeper;
import dev.broadsheet.testing.arxiv.ArxivDays;
import dev.broadsheet.testing.arxiv.ArxivList;
import dev.broadsheet.testing.arxiv.ArxivMonth;
import dev.broadsheet.testing.arxiv.ArxivPaper;
import dev.broadsheet.testing.arxiv.ArxivPaper.Description;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A month of an invented arXiv with a clock change and a holiday, and what must be true of a catalogue that follows it. */
final class ArxivWorld {
    static final LocalDate FIRST = LocalDate.of(2025, 10, 29);
    static final LocalDate LAST = LocalDate.of(2025, 12, 2);

    /** No announcement on the evening of Thanksgiving. */
    private static final ArxivDays DAYS = new ArxivDays(Set.of(LocalDate.of(2025, 11, 28)));

    /** With these nobody looks for missing papers any more. */
    private static final Set<Verdict> CLAIMS = EnumSet.of(Verdict.COMPLETE, Verdict.FEW, Verdict.NOTHING);

    private static final Set<Verdict> EXCUSED = EnumSet.of(Verdict.OPEN, Verdict.NOTHING, Verdict.FEW);

    private static final int BODY = 4 << 20;

    private ArxivWorld() {}

    static ArxivList list(long seed, int perDay) {
        return ArxivMonth.generate(seed, FIRST, LAST, perDay, DAYS);
    }

    static PoliteFetcher fetcher(Map<String, HostRule> hosts, Duration limit, Clock clock, Sleeper sleeper) {
        FetchPolicy policy =
                new FetchPolicy("Broadsheet/test", limit, BODY, Duration.ofSeconds(4), Duration.ofMinutes(5));
        return new PoliteFetcher(hosts, policy, clock, sleeper);
    }

    /** @param settings {@code oai}, {@code api} and {@code feeds} */
    static LiveSource source(
            Map<String, String> settings, Map<String, HostRule> hosts, PoliteFetcher fetcher, Clock clock) {
        Map<String, String> values = new HashMap<>(settings);
        values.put("categories", String.join(", ", ArxivMonth.FOLLOWED));
        values.put("pause", "0");
        List<String> mistakes = new ArrayList<>();
        LiveSource source = ArxivSource.of(new SourceOptions("arxiv", values, mistakes, hosts), fetcher, clock);
        assertThat(mistakes).isEmpty();
        return source;
    }

    /** That nothing is called complete, or free of announcements, that is not. */
    static void assertHonest(Ledger ledger, LiveSource source, Database database, ArxivList list, String when) {
        Set<String> held = held(database);
        for (LedgerDay day : ledger.days(source, FIRST, LAST.plusDays(10))) {
            Set<String> missing = new TreeSet<>(list.announced(day.part(), day.day()));
            if (CLAIMS.contains(day.verdict())) {
                missing.removeAll(held);
                assertThat(missing).as("%s: missing from %s", when, day).isEmpty();
            } else if (day.verdict() == Verdict.QUIET) {
                assertThat(missing).as("%s: announced, against %s", when, day).isEmpty();
            }
        }
    }

    /**
     * That all is here as arXiv has it in the end, and known to be.
     *
     * @param disguised days whose papers a feed gave under a later date, and those dates: where no other
     *     feed was read, papers may be filed under the wrong one of the two
     */
    static void assertComplete(
            Ledger ledger,
            LiveSource source,
            Catalogue catalogue,
            ArxivList list,
            Set<LocalDate> disguised,
            String when) {
        assertThat(papers(catalogue)).as(when).isEqualTo(papers(list));
        for (LedgerDay day : ledger.days(source, FIRST.plusDays(1), LAST)) {
            Verdict expected = DAYS.announces(day.day()) ? Verdict.COMPLETE : Verdict.QUIET;
            boolean excused = disguised.contains(day.day()) && EXCUSED.contains(day.verdict());
            if (!excused) {
                assertThat(day.verdict()).as("%s: %s", when, day).isEqualTo(expected);
            }
        }
    }

    private static Map<String, String> papers(ArxivList list) {
        Map<String, String> papers = new TreeMap<>();
        for (ArxivPaper paper : list.papers()) {
            Description said = paper.stages().getLast().said();
            if (said.categories().stream().noneMatch(ArxivMonth.FOLLOWED::contains)) {
                continue;
            }
            papers.put(
                    paper.id(),
                    line(said.title(), said.categories(), said.versions().size(), said.withdrawn()));
        }
        return papers;
    }

    private static Map<String, String> papers(Catalogue catalogue) {
        Map<String, String> papers = new TreeMap<>();
        for (Change change : catalogue.changesAfter(0, Integer.MAX_VALUE)) {
            if (change instanceof Change.Described described) {
                Metadata said = described.paper().metadata();
                int version =
                        said.versions().stream().mapToInt(Version::number).max().orElse(0);
                papers.put(
                        String.valueOf(said.identifier(Identifier.Scheme.ARXIV)),
                        line(said.title(), said.categories(), version, said.withdrawn()));
            }
        }
        return papers;
    }

    private static String line(String title, List<String> categories, int version, boolean withdrawn) {
        return title + " " + categories + " v" + version + (withdrawn ? " withdrawn" : "");
    }

    private static Set<String> held(Database database) {
        return new HashSet<>(
                database.read(sql -> sql.sql("select name from source_record where source in ('arxiv', 'arxiv-feed')")
                        .query(String.class)
                        .list()));
    }
}
