package dev.broadsheet.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.People;
import dev.broadsheet.daily.DailyList.Absence;
import dev.broadsheet.daily.DailyList.Basis;
import dev.broadsheet.daily.DailyList.Choice;
import dev.broadsheet.daily.DailyList.Entry;
import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.ListedPaper;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.testing.SampleSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyListsTest {
    private static final Clock SUNDAY = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private Database database;
    private Catalogue catalogue;
    private DailyLists lists;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = Database.sqlite(folder.resolve("catalogue.db"));
        catalogue = new Catalogue(database);
        lists = new Daily(
                        catalogue,
                        new People(database, SUNDAY),
                        new EditionSettings("Broadsheet", ZoneOffset.UTC, new EditionSettings.Limits(14, 10)),
                        Standing.NONE,
                        SUNDAY)
                .lists();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void withoutAnyListNothingIsLatestAndEveryDayIsEmpty() {
        assertThat(lists.latestDay()).isEmpty();
        DailyList list = lists.of(day("2026-02-27"), 0, 10);
        assertThat(list.absence()).isEqualTo(Absence.NO_LISTS_AT_ALL);
        assertThat(list.entries()).isEmpty();
        assertThat(list.previous()).isNull();
        assertThat(lists.recent(null, 0, 10)).isEmpty();
        assertThat(lists.best(7, 0, 10)).isEmpty();
    }

    @Test
    void absenceTellsWeekendFromGapFromFuture() {
        appear(paper("A"), "2026-02-26", 1, 3);
        appear(paper("B"), "2026-02-24", 1, 3);
        assertThat(lists.of(day("2026-02-26"), 0, 9).absence()).isNull();
        assertThat(lists.of(day("2026-02-25"), 0, 9).absence()).isEqualTo(Absence.NOT_PUBLISHED);
        assertThat(lists.of(day("2026-02-27"), 0, 9).absence()).isEqualTo(Absence.NOT_YET);
        assertThat(lists.of(day("2026-02-28"), 0, 9).absence()).isEqualTo(Absence.NO_APPEARANCE);
        assertThat(lists.of(day("2026-03-02"), 0, 9).absence()).isEqualTo(Absence.NOT_YET);
        assertThat(lists.of(day("2026-02-20"), 0, 9).absence()).isEqualTo(Absence.BEFORE_THE_FIRST);
        assertThat(lists.of(day("2026-02-25"), 0, 9).previous()).isEqualTo(day("2026-02-24"));
        assertThat(lists.of(day("2026-02-25"), 0, 9).next()).isEqualTo(day("2026-02-26"));
    }

    @Test
    void aWeekBelongsToTheYearOfItsThursday() {
        appear(paper("A"), "2025-12-29", 1, 3);
        appear(paper("B"), "2026-01-02", 1, 3);
        Period week = Period.parse(Period.Kind.WEEK, "2026-W01").orElseThrow();
        DailyList list = lists.of(week, 0, 9);
        assertThat(list.total()).isEqualTo(2);
        assertThat(list.days()).isEqualTo(2);
        assertThat(week.words()).isEqualTo("Week 1 of 2026");
        assertThat(Period.of(Period.Kind.WEEK, LocalDate.parse("2025-12-29")).address())
                .isEqualTo("2026-W01");
    }

    @Test
    void aPaperOfTwoKeepersStandsOnceOnADay() {
        long paper = paper("A");
        appear(paper, "2026-02-26", 2, 3);
        catalogue.write(writer ->
                writer.appear(paper, new Appearance("club", LocalDate.parse("2026-02-26"), 1, 9, 0, null, null)));
        assertThat(lists.of(day("2026-02-26"), 0, 9).entries())
                .singleElement()
                .extracting(Entry::appearance)
                .isEqualTo(new Appearance("club", LocalDate.parse("2026-02-26"), 1, 9, 0, null, null));
    }

    /** The oracle sorts all appearances and takes each paper's first. */
    @Test
    void everyStretchOfEveryListAgreesWithASimpleCount() {
        long seed = 20260227;
        Random random = new Random(seed);
        List<Long> papers = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            papers.add(paper("Paper " + i));
        }
        Map<String, Appearance> written = new HashMap<>();
        List<ListedPaper> all = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            long paper = papers.get(random.nextInt(papers.size()));
            LocalDate day = LocalDate.parse("2026-01-26").plusDays(random.nextInt(30));
            Appearance appearance =
                    new Appearance("list", day, 1 + random.nextInt(9), random.nextInt(6), 0, null, null);
            if (written.putIfAbsent(paper + " " + day, appearance) == null) {
                catalogue.write(writer -> writer.appear(paper, appearance));
                all.add(new ListedPaper(paper, appearance));
            }
        }
        all.sort(Comparator.comparingInt(
                        (ListedPaper listed) -> -listed.appearance().votes())
                .thenComparing(listed -> listed.appearance().day())
                .thenComparingInt(listed -> listed.appearance().position())
                .thenComparingLong(ListedPaper::paper));
        for (int round = 0; round < 200; round++) {
            Period period = Period.of(
                    List.of(Period.Kind.DAY, Period.Kind.WEEK, Period.Kind.MONTH)
                            .get(random.nextInt(3)),
                    LocalDate.parse("2026-01-20").plusDays(random.nextInt(45)));
            List<Long> expected = all.stream()
                    .filter(listed -> !listed.appearance().day().isBefore(period.firstDay())
                            && !listed.appearance().day().isAfter(period.lastDay()))
                    .map(ListedPaper::paper)
                    .distinct()
                    .toList();
            int offset = random.nextInt(6);
            int limit = 1 + random.nextInt(8);
            DailyList list = lists.of(period, offset, limit);
            assertThat(list.total()).as("seed %d, %s", seed, period).isEqualTo(expected.size());
            assertThat(list.entries().stream().map(entry -> entry.paper().number()))
                    .as("seed %d, %s from %d", seed, period, offset)
                    .containsExactlyElementsOf(
                            expected.stream().skip(offset).limit(limit).toList());
            assertThat(list.entries().stream().map(Entry::rank)).allMatch(rank -> rank > offset);
        }
    }

    @Test
    void theMostRecentComeDayByDayAndCanBeWalkedThrough() {
        for (int i = 0; i < 90; i++) {
            appear(
                    paper("Paper " + i),
                    LocalDate.parse("2025-11-01").plusDays(i).toString(),
                    1,
                    i % 7);
        }
        List<Long> walked = new ArrayList<>();
        for (int offset = 0; ; offset += 7) {
            List<Entry> entries = lists.recent(null, offset, 7);
            if (entries.isEmpty()) {
                break;
            }
            entries.forEach(entry -> walked.add(entry.paper().number()));
        }
        assertThat(walked).hasSize(90).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void aDayWithoutAListShowsWhatWasAnnounced() {
        LocalDate friday = LocalDate.parse("2026-02-27");
        SampleSource.announce(catalogue, "cs.AI", friday, "2602.00001", Kind.NEW, "Older");
        SampleSource.announce(catalogue, "cs.AI", friday, "2602.00003", Kind.NEW, "Newer");
        SampleSource.announce(catalogue, "cs.AI", friday, "2602.00009", Kind.CROSS, "From elsewhere");
        SampleSource.announce(catalogue, "cs.CL", friday, "2602.00003", Kind.CROSS, "Newer");
        SampleSource.announce(catalogue, "cs.CL", friday, "2501.00001", Kind.REPLACEMENT, "A new version is no news");
        SampleSource.announceOnly(catalogue, "cs.AI", friday, "2602.00004", Kind.NEW);

        DailyList list = lists.of(day("2026-02-27"), 0, 9);

        assertThat(lists.latestDay()).contains(friday);
        assertThat(list.basis()).isEqualTo(Basis.ANNOUNCEMENTS);
        assertThat(list.absence()).isNull();
        assertThat(titles(list)).containsExactly("Newer", "Older", "From elsewhere");
        assertThat(list.entries().stream().map(Entry::crossListed)).containsExactly(false, false, true);
        assertThat(list.entries()).allSatisfy(entry -> {
            assertThat(entry.day()).isEqualTo(friday);
            assertThat(entry.appearance()).isNull();
        });
        assertThat(list.categories()).containsExactly(Map.entry("cs.AI", 3), Map.entry("cs.CL", 1));
        assertThat(titles(lists.of(day("2026-02-27"), new Choice(false, "cs.CL"), 0, 9)))
                .containsExactly("Newer");
        assertThat(lists.of(day("2026-02-27"), new Choice(false, "math.CO"), 0, 9)
                        .absence())
                .isEqualTo(Absence.NONE_IN_CATEGORY);
        assertThat(titles(lists.of(Period.of(Period.Kind.MONTH, friday), 1, 1))).containsExactly("Older");
        assertThat(lists.recent(null, 0, 2)).hasSize(2);
        assertThat(lists.recent("adak", 0, 2)).isEmpty();
        assertThat(lists.best(7, 2, 5))
                .singleElement()
                .satisfies(entry -> assertThat(entry.rank()).isEqualTo(3));
    }

    @Test
    void aKeepersListGoesBeforeWhatWasAnnounced() {
        LocalDate thursday = LocalDate.parse("2026-02-26");
        long chosen = SampleSource.announce(catalogue, "cs.AI", thursday, "2602.00001", Kind.NEW, "Chosen");
        SampleSource.announce(catalogue, "cs.AI", thursday, "2602.00002", Kind.NEW, "Not chosen");
        SampleSource.announce(catalogue, "cs.AI", thursday.plusDays(1), "2602.00003", Kind.NEW, "The next day");
        appear(chosen, "2026-02-26", 1, 3);

        DailyList list = lists.of(day("2026-02-26"), 0, 9);
        DailyList all = lists.of(day("2026-02-26"), new Choice(true, null), 0, 9);

        assertThat(list.basis()).isEqualTo(Basis.VOTES);
        assertThat(titles(list)).containsExactly("Chosen");
        assertThat(list.categories()).containsExactly(Map.entry("cs.AI", 1));
        assertThat(list.other()).isTrue();
        assertThat(list.next()).isEqualTo(day("2026-02-27"));
        assertThat(titles(all)).containsExactly("Not chosen", "Chosen");
        assertThat(all.other()).isTrue();
        assertThat(lists.of(day("2026-02-27"), 0, 9).other()).isFalse();
        assertThat(lists.recent(null, 0, 9).stream()
                        .map(entry -> entry.paper().metadata().title()))
                .containsExactly("The next day", "Chosen");
        assertThat(lists.best(7, 0, 9)).hasSize(1);
    }

    @Test
    void onlyExactFormsAreRead() {
        for (String text : List.of(
                "", "2026-2-3", "2026-02-30", "+2026-02-03", "2026-W9", "2026-W54", "２０２６-02-03", "2026-02-03 ")) {
            for (Period.Kind kind : Period.Kind.values()) {
                assertThat(Period.parse(kind, text)).as(text).isEmpty();
            }
        }
        assertThat(Period.parse(Period.Kind.DAY, "2026-02-03")).contains(day("2026-02-03"));
        assertThat(day("2026-02-03").words()).isEqualTo("Tuesday, 3 February 2026");
    }

    private static List<String> titles(DailyList list) {
        return list.entries().stream()
                .map(entry -> entry.paper().metadata().title())
                .toList();
    }

    private static Period day(String text) {
        return new Period.Day(LocalDate.parse(text));
    }

    private long paper(String title) {
        return catalogue.write(writer -> writer.add(Metadata.titled(title).build(), Instant.EPOCH));
    }

    private void appear(long paper, String day, int position, int votes) {
        catalogue.write(writer ->
                writer.appear(paper, new Appearance("list", LocalDate.parse(day), position, votes, 0, null, null)));
    }
}
