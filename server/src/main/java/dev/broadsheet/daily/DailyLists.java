package dev.broadsheet.daily;

import dev.broadsheet.daily.DailyList.Absence;
import dev.broadsheet.daily.DailyList.Entry;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The lists of days, weeks and months, from what the catalogue knows of who stood on which list. A
 * paper stands once on each, with its highest votes; more votes come first, then the earlier day,
 * then the higher place on that day. Thread-safe.
 */
public final class DailyLists {
    private static final Comparator<Appearance> BEST_FIRST = Comparator.comparingInt(Appearance::votes)
            .reversed()
            .thenComparing(Appearance::day)
            .thenComparingInt(Appearance::position);
    private static final int DAYS_AT_ONCE = 40;

    private final Catalogue catalogue;
    private final Clock clock;

    /** @param clock tells which day is today, in its own time zone */
    public DailyLists(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The most recent day that has a list. */
    public Optional<LocalDate> latestDay() {
        List<LocalDate> days = days();
        return days.isEmpty() ? Optional.empty() : Optional.of(days.getLast());
    }

    /** Today, by the clock this was made with. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * The list of a period.
     *
     * @param offset how many entries to leave out at the beginning
     * @param limit how many entries at most
     */
    public DailyList of(Period period, int offset, int limit) {
        List<LocalDate> days = days();
        List<Listed> best = best(period.firstDay(), period.lastDay(), appearance -> true);
        List<Listed> wanted =
                best.subList(Math.min(offset, best.size()), (int) Math.min((long) offset + limit, best.size()));
        return new DailyList(
                period,
                entries(wanted, offset),
                best.size(),
                (int) days.stream().filter(day -> isWithin(period, day)).count(),
                previous(period, days),
                next(period, days),
                best.isEmpty() ? absence(period, days) : null);
    }

    /**
     * The most recent entries of all days, the latest day first and each day in its own order; the
     * same paper on two days is two entries.
     *
     * @param submitter only what this user put on a list; null for all
     */
    public List<Entry> recent(@Nullable String submitter, int offset, int limit) {
        List<LocalDate> days = days();
        List<Listed> found = new ArrayList<>();
        int until = days.size();
        while (until > 0 && found.size() < offset + limit) {
            int from = Math.max(0, until - DAYS_AT_ONCE);
            Map<LocalDate, List<Listed>> byDay = new HashMap<>();
            for (Catalogue.Listed listed : catalogue.listed(days.get(from), days.get(until - 1))) {
                if (submitter == null || submitter.equals(listed.appearance().submitter())) {
                    byDay.computeIfAbsent(listed.appearance().day(), day -> new ArrayList<>())
                            .add(new Listed(listed.paper(), listed.appearance()));
                }
            }
            for (int i = until - 1; i >= from; i--) {
                found.addAll(best(byDay.getOrDefault(days.get(i), List.of())));
            }
            until = from;
        }
        return entries(found.subList(Math.min(offset, found.size()), Math.min(offset + limit, found.size())), offset);
    }

    /**
     * The entries of the most recent days that have a list, as one list.
     *
     * @param days how many such days
     */
    public List<Entry> best(int days, int offset, int limit) {
        List<LocalDate> all = days();
        if (all.isEmpty()) {
            return List.of();
        }
        LocalDate from = all.get(Math.max(0, all.size() - days));
        List<Listed> best = best(from, all.getLast(), appearance -> true);
        return entries(best.subList(Math.min(offset, best.size()), Math.min(offset + limit, best.size())), offset);
    }

    /** The entries of a period that one user put there, in the period's order. */
    public List<Entry> submittedBy(String submitter, Period period, int offset, int limit) {
        List<Listed> best =
                best(period.firstDay(), period.lastDay(), appearance -> submitter.equals(appearance.submitter()));
        return entries(best.subList(Math.min(offset, best.size()), Math.min(offset + limit, best.size())), offset);
    }

    private record Listed(long paper, Appearance appearance) {}

    private List<Listed> best(LocalDate from, LocalDate until, Predicate<Appearance> wanted) {
        return best(catalogue.listed(from, until).stream()
                .filter(listed -> wanted.test(listed.appearance()))
                .map(listed -> new Listed(listed.paper(), listed.appearance()))
                .toList());
    }

    /** Each paper once, by its best appearance. */
    private static List<Listed> best(Collection<Listed> all) {
        Map<Long, Listed> byPaper = new HashMap<>();
        for (Listed listed : all) {
            byPaper.merge(
                    listed.paper(),
                    listed,
                    (one, other) -> BEST_FIRST.compare(one.appearance(), other.appearance()) <= 0 ? one : other);
        }
        return byPaper.values().stream()
                .sorted(Comparator.comparing(Listed::appearance, BEST_FIRST).thenComparingLong(Listed::paper))
                .toList();
    }

    private List<Entry> entries(List<Listed> listed, int offset) {
        Map<Long, Paper> papers = new HashMap<>();
        for (Paper paper :
                catalogue.papers(listed.stream().map(Listed::paper).distinct().toList())) {
            papers.put(paper.number(), paper);
        }
        List<Entry> entries = new ArrayList<>(listed.size());
        for (int i = 0; i < listed.size(); i++) {
            Paper paper = papers.get(listed.get(i).paper());
            if (paper != null) {
                entries.add(new Entry(offset + i + 1, paper, listed.get(i).appearance()));
            }
        }
        return entries;
    }

    private List<LocalDate> days() {
        return catalogue.listDays().stream().map(Catalogue.ListDay::day).toList();
    }

    private static boolean isWithin(Period period, LocalDate day) {
        return !day.isBefore(period.firstDay()) && !day.isAfter(period.lastDay());
    }

    private static @Nullable Period previous(Period period, List<LocalDate> days) {
        for (LocalDate day : days.reversed()) {
            if (day.isBefore(period.firstDay())) {
                return Period.of(period.kind(), day);
            }
        }
        return null;
    }

    private static @Nullable Period next(Period period, List<LocalDate> days) {
        for (LocalDate day : days) {
            if (day.isAfter(period.lastDay())) {
                return Period.of(period.kind(), day);
            }
        }
        return null;
    }

    private Absence absence(Period period, List<LocalDate> days) {
        if (days.isEmpty()) {
            return Absence.NO_LISTS_AT_ALL;
        }
        if (period.lastDay().isBefore(days.getFirst())) {
            return Absence.BEFORE_THE_FIRST;
        }
        if (period.firstDay().isAfter(today())) {
            return Absence.NOT_YET;
        }
        DayOfWeek day = period.firstDay().getDayOfWeek();
        if (period instanceof Period.Day && (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY)) {
            return Absence.WEEKEND;
        }
        return period.firstDay().isAfter(days.getLast()) ? Absence.NOT_YET : Absence.NOT_PUBLISHED;
    }
}
