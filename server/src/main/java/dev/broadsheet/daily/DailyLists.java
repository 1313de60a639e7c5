package dev.broadsheet.daily;

import dev.broadsheet.daily.DailyList.Absence;
import dev.broadsheet.daily.DailyList.Basis;
import dev.broadsheet.daily.DailyList.Choice;
import dev.broadsheet.daily.DailyList.Entry;
import dev.broadsheet.ingest.Announcements;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The lists of days, weeks and months. Thread-safe.
 *
 * <p>A period on which a keeper (Hugging Face, say) has a list shows that list: a paper stands once
 * on it, with its highest votes; more votes come first, then the earlier day, then the higher place
 * on that day. A period without one shows what the followed sources announced on its days as new or
 * cross-listed, the latest day first, new before cross-listed, the newest name first. Both have
 * {@link Choice#all} the announced papers.
 */
public final class DailyLists {
    private final Catalogue catalogue;
    private final Announcements announcements;
    private final Clock clock;

    /** @param clock tells which day is today, in its own time zone */
    public DailyLists(Catalogue catalogue, Announcements announcements, Clock clock) {
        this.catalogue = catalogue;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** The most recent day that has a list. */
    public Optional<LocalDate> latestDay() {
        NavigableSet<LocalDate> days = days();
        return days.isEmpty() ? Optional.empty() : Optional.of(days.last());
    }

    /** The earliest day that has a list. */
    public Optional<LocalDate> firstDay() {
        NavigableSet<LocalDate> days = days();
        return days.isEmpty() ? Optional.empty() : Optional.of(days.first());
    }

    /** Today, by the clock this was made with. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The list of a period, whichever made it, in every category. */
    public DailyList of(Period period, int offset, int limit) {
        return of(period, Choice.LIST, offset, limit);
    }

    /**
     * The list of a period.
     *
     * @param offset how many entries to leave out at the beginning
     * @param limit how many entries at most
     */
    public DailyList of(Period period, Choice choice, int offset, int limit) {
        NavigableSet<LocalDate> announcedDays = announcedDays();
        NavigableSet<LocalDate> voteDays = voteDays();
        NavigableSet<LocalDate> days = choice.all() ? announcedDays : union(announcedDays, voteDays);
        List<ListEntry> voted = choice.all() ? List.of() : voted(period.firstDay(), period.lastDay());
        boolean byVotes = !voted.isEmpty();
        List<ListEntry> whole = byVotes ? voted : announced(period.firstDay(), period.lastDay());
        Map<String, Integer> categories = categories(whole);
        String category = choice.category();
        List<ListEntry> chosen = category == null
                ? whole
                : whole.stream()
                        .filter(listed -> listed.categories().contains(category))
                        .toList();
        return new DailyList(
                period,
                byVotes ? Basis.VOTES : Basis.ANNOUNCEMENTS,
                entries(stretch(chosen, offset, limit), offset),
                chosen.size(),
                within(period, byVotes ? voteDays : announcedDays).size(),
                categories,
                !within(period, byVotes ? announcedDays : voteDays).isEmpty(),
                period(period, days.lower(period.firstDay())),
                period(period, days.higher(period.lastDay())),
                absence(period, days, whole, chosen));
    }

    /**
     * The most recent entries of all days, the latest day first and each day in its own order; the
     * same paper on two days is two entries.
     *
     * @param submitter only what this user put on a list; null for all
     */
    public List<Entry> recent(@Nullable String submitter, int offset, int limit) {
        List<ListEntry> found = new ArrayList<>();
        for (LocalDate day : days().descendingSet()) {
            if (found.size() >= offset + limit) {
                break;
            }
            List<ListEntry> voted = ListEntry.best(votes(day, day, submitter));
            found.addAll(voted.isEmpty() && submitter == null ? announced(day, day) : voted);
        }
        return entries(stretch(found, offset, limit), offset);
    }

    /**
     * The entries of the most recent days that have a keeper's list, as one list; where no day has
     * one, of the most recent days on which papers were announced.
     *
     * @param days how many such days
     */
    public List<Entry> best(int days, int offset, int limit) {
        NavigableSet<LocalDate> voteDays = voteDays();
        List<LocalDate> latest = (voteDays.isEmpty() ? announcedDays() : voteDays)
                .descendingSet().stream().limit(days).toList();
        if (latest.isEmpty()) {
            return List.of();
        }
        List<ListEntry> best = voteDays.isEmpty()
                ? announced(latest.getLast(), latest.getFirst())
                : ListEntry.best(votes(latest.getLast(), latest.getFirst(), null));
        return entries(stretch(best, offset, limit), offset);
    }

    /** The entries of a period that one user put there, in the period's order. */
    public List<Entry> submittedBy(String submitter, Period period, int offset, int limit) {
        List<ListEntry> best = ListEntry.best(votes(period.firstDay(), period.lastDay(), submitter));
        return entries(stretch(best, offset, limit), offset);
    }

    private List<Catalogue.Listed> votes(LocalDate from, LocalDate until, @Nullable String submitter) {
        return catalogue.listed(from, until).stream()
                .filter(listed -> submitter == null
                        || submitter.equals(listed.appearance().submitter()))
                .toList();
    }

    /** With the papers' categories, to choose by. */
    private List<ListEntry> voted(LocalDate from, LocalDate until) {
        List<ListEntry> best = ListEntry.best(votes(from, until, null));
        Map<Long, String> categories =
                catalogue.primaryCategories(best.stream().map(ListEntry::paper).toList());
        return best.stream()
                .map(listed -> listed.in(categories.get(listed.paper())))
                .toList();
    }

    private List<ListEntry> announced(LocalDate from, LocalDate until) {
        return announcements.between(from, until).stream().map(ListEntry::of).toList();
    }

    private static Map<String, Integer> categories(List<ListEntry> listed) {
        Map<String, Integer> counts = new TreeMap<>();
        listed.forEach(place -> place.categories().forEach(category -> counts.merge(category, 1, Integer::sum)));
        Map<String, Integer> mostFirst = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> mostFirst.put(entry.getKey(), entry.getValue()));
        return mostFirst;
    }

    private static List<ListEntry> stretch(List<ListEntry> all, int offset, int limit) {
        return all.subList(Math.min(offset, all.size()), (int) Math.min((long) offset + limit, all.size()));
    }

    private List<Entry> entries(List<ListEntry> listed, int offset) {
        Map<Long, Paper> papers = new HashMap<>();
        for (Paper paper : catalogue.papers(
                listed.stream().map(ListEntry::paper).distinct().toList())) {
            papers.put(paper.number(), paper);
        }
        List<Entry> entries = new ArrayList<>(listed.size());
        for (int i = 0; i < listed.size(); i++) {
            ListEntry place = listed.get(i);
            Paper paper = papers.get(place.paper());
            if (paper != null) {
                entries.add(new Entry(offset + i + 1, paper, place.day(), place.appearance(), place.crossListed()));
            }
        }
        return entries;
    }

    private NavigableSet<LocalDate> voteDays() {
        NavigableSet<LocalDate> days = new TreeSet<>();
        catalogue.listDays().forEach(day -> days.add(day.day()));
        return days;
    }

    private NavigableSet<LocalDate> announcedDays() {
        return new TreeSet<>(announcements.days());
    }

    private NavigableSet<LocalDate> days() {
        return union(announcedDays(), voteDays());
    }

    private static NavigableSet<LocalDate> union(NavigableSet<LocalDate> one, NavigableSet<LocalDate> other) {
        NavigableSet<LocalDate> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private static NavigableSet<LocalDate> within(Period period, NavigableSet<LocalDate> days) {
        return days.subSet(period.firstDay(), true, period.lastDay(), true);
    }

    private static @Nullable Period period(Period like, @Nullable LocalDate day) {
        return day == null ? null : Period.of(like.kind(), day);
    }

    private @Nullable Absence absence(
            Period period, NavigableSet<LocalDate> days, List<ListEntry> whole, List<ListEntry> chosen) {
        if (!chosen.isEmpty()) {
            return null;
        }
        if (!whole.isEmpty()) {
            return Absence.NONE_IN_CATEGORY;
        }
        if (days.isEmpty()) {
            return Absence.NO_LISTS_AT_ALL;
        }
        if (period.lastDay().isBefore(days.first())) {
            return Absence.BEFORE_THE_FIRST;
        }
        if (period.firstDay().isAfter(today())) {
            return Absence.NOT_YET;
        }
        DayOfWeek day = period.firstDay().getDayOfWeek();
        if (period instanceof Period.Day && (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY)) {
            return Absence.WEEKEND;
        }
        return period.firstDay().isAfter(days.last()) ? Absence.NOT_YET : Absence.NOT_PUBLISHED;
    }
}
