package dev.broadsheet.daily;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Shown;
import dev.broadsheet.daily.DailyList.Absence;
import dev.broadsheet.daily.DailyList.Basis;
import dev.broadsheet.daily.DailyList.Choice;
import dev.broadsheet.daily.DailyList.Entry;
import dev.broadsheet.ingest.Announcements;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.ListedPaper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lists of days, weeks and months of one edition. Thread-safe.
 *
 * <p>A period for which somebody here has submitted a paper, or on which a keeper (Hugging Face, say) has a list, shows
 * those papers: each stands once on it, and more votes come first, those counted here and the highest of an imported
 * list together; then what {@link ListEntry} says. A period without any shows what the followed sources announced on
 * its days as new or cross-listed, as far as it is among the edition's candidates, the latest day first, new before
 * cross-listed, the newest name first. Both have {@link Choice#all} the announced papers. Imported lists belong to the
 * default edition. What a curator took off, or somebody submitted who is suspended, stands on no list of the edition.
 *
 * <p>The default edition shows announcements on the days on which they were made; another shows those of days on which
 * it does not appear on the next day on which it does.
 */
public final class DailyLists {
    private final Parts parts;
    private final Supplier<DailyEdition> edition;

    /**
     * What all lists are made of.
     *
     * @param clock tells which moment it is; its zone is of no meaning
     */
    public record Parts(
            Catalogue catalogue,
            Announcements announcements,
            Submissions submissions,
            Standing standing,
            People people,
            Clock clock) {}

    /** @param edition whose lists they are, as it is at the moment of the question */
    public DailyLists(Parts parts, Supplier<DailyEdition> edition) {
        this.parts = parts;
        this.edition = edition;
    }

    /** Whose lists they are. */
    public DailyEdition edition() {
        return edition.get();
    }

    /** The most recent day that has a list; one to come has none yet. */
    public Optional<LocalDate> latestDay() {
        return Optional.ofNullable(days(edition.get()).floor(today()));
    }

    /** The earliest day that has a list. */
    public Optional<LocalDate> firstDay() {
        NavigableSet<LocalDate> days = days(edition.get());
        return days.isEmpty() ? Optional.empty() : Optional.of(days.first());
    }

    /** Today in the edition, which begins at its hour in its zone. */
    public LocalDate today() {
        return edition.get().rhythm().today(now());
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
        return whole(period, choice).page(offset, limit);
    }

    /** The whole list of a period. */
    public WholeList whole(Period period, Choice choice) {
        DailyEdition here = edition.get();
        NavigableSet<LocalDate> announcedDays = announcedDays(here);
        NavigableSet<LocalDate> chosenDays = chosenDays(here);
        NavigableSet<LocalDate> days = choice.all() ? announcedDays : union(announcedDays, chosenDays);
        List<ListEntry> chosen = choice.all() ? List.of() : chosen(here, period.firstDay(), period.lastDay());
        boolean byVotes = !chosen.isEmpty();
        return new WholeList(
                parts.catalogue(),
                new WholeList.Frame(
                        period,
                        byVotes ? Basis.VOTES : Basis.ANNOUNCEMENTS,
                        within(period, byVotes ? chosenDays : announcedDays).size(),
                        !within(period, byVotes ? announcedDays : chosenDays).isEmpty(),
                        period(period, days.lower(period.firstDay())),
                        period(period, days.higher(period.lastDay())),
                        absence(here, period, days)),
                choice,
                byVotes ? chosen : announced(here, period.firstDay(), period.lastDay()));
    }

    /**
     * The most recent entries of all days, the latest day first and each day in its own order; the
     * same paper on two days is two entries.
     *
     * @param submitter only what this user put on a list, of people here what they show; null for all
     */
    public List<Entry> recent(@Nullable String submitter, int offset, int limit) {
        DailyEdition here = edition.get();
        List<ListEntry> found = new ArrayList<>();
        for (LocalDate day : days(here).descendingSet()) {
            if (found.size() >= offset + limit) {
                break;
            }
            List<ListEntry> chosen = chosen(here, day, day, submitter);
            found.addAll(chosen.isEmpty() && submitter == null ? announced(here, day, day) : chosen);
        }
        return entries(found, offset, limit);
    }

    /**
     * The entries of the most recent days whose list was chosen by people, as one list; where no day has
     * one, of the most recent days on which papers were announced.
     *
     * @param days how many such days
     */
    public List<Entry> best(int days, int offset, int limit) {
        DailyEdition here = edition.get();
        NavigableSet<LocalDate> chosenDays = chosenDays(here);
        List<LocalDate> latest = (chosenDays.isEmpty() ? announcedDays(here) : chosenDays)
                .descendingSet().stream().limit(days).toList();
        if (latest.isEmpty()) {
            return List.of();
        }
        List<ListEntry> best = chosenDays.isEmpty()
                ? announced(here, latest.getLast(), latest.getFirst())
                : chosen(here, latest.getLast(), latest.getFirst(), null);
        return entries(best, offset, limit);
    }

    /** The entries of a period that one user put there, in the period's order; of people here what they show. */
    public List<Entry> submittedBy(String submitter, Period period, int offset, int limit) {
        return entries(chosen(edition.get(), period.firstDay(), period.lastDay(), submitter), offset, limit);
    }

    private List<Entry> entries(List<ListEntry> all, int offset, int limit) {
        return Entries.read(parts.catalogue(), Entries.stretch(all, offset, limit), offset);
    }

    /** With the papers' categories, to choose by. */
    private List<ListEntry> chosen(DailyEdition here, LocalDate from, LocalDate until) {
        List<ListEntry> chosen = chosen(here, from, until, null);
        Map<Long, String> categories = parts.catalogue()
                .primaryCategories(chosen.stream().map(ListEntry::paper).toList());
        return chosen.stream()
                .map(entry -> entry.in(categories.get(entry.paper())))
                .toList();
    }

    private List<ListEntry> chosen(DailyEdition here, LocalDate from, LocalDate until, @Nullable String submitter) {
        Set<Long> takenOff = parts.submissions().takenOff(here);
        List<ListedPaper> imported = here.isDefault()
                ? parts.catalogue().listed(from, until).stream()
                        .filter(listed -> !takenOff.contains(listed.paper()))
                        .filter(listed -> submitter == null
                                || submitter.equals(listed.appearance().submitter()))
                        .toList()
                : List.of();
        List<Submission> submitted = parts.submissions().between(here, from, until).stream()
                .filter(Submission::isShown)
                .filter(submission -> submitter == null || isGatheredBy(submitter, submission.signedBy()))
                .toList();
        Set<Long> papers = Stream.concat(
                        imported.stream().map(ListedPaper::paper),
                        submitted.stream().map(Submission::paper))
                .collect(Collectors.toCollection(HashSet::new));
        return papers.isEmpty()
                ? List.of()
                : ListEntry.best(imported, submitted, parts.standing().of(here, papers));
    }

    /** A list names who put a paper there; what somebody put on all lists is gathered only where they let others see it. */
    private boolean isGatheredBy(String submitter, @Nullable Person person) {
        return person != null
                && person.name().equals(submitter)
                && !parts.people()
                        .showing(List.of(person.number()), Shown.SUBMITTED)
                        .isEmpty();
    }

    private List<ListEntry> announced(DailyEdition here, LocalDate from, LocalDate until) {
        Rhythm rhythm = here.rhythm();
        LocalDate first = from;
        LocalDate last = until;
        if (!here.isDefault()) {
            first = rhythm.listDay(from);
            while (!last.isBefore(first) && !rhythm.appearsOn(last)) {
                last = last.minusDays(1);
            }
            if (last.isBefore(first)) {
                return List.of();
            }
            first = rhythm.newsFrom(first);
        }
        Set<Long> takenOff = parts.submissions().takenOff(here);
        return parts.announcements().between(first, last, here.candidates().sources()).stream()
                .filter(announced -> here.candidates().include(announced.categories()))
                .filter(announced -> !takenOff.contains(announced.paper()))
                .map(announced ->
                        ListEntry.of(announced, here.isDefault() ? announced.day() : rhythm.listDay(announced.day())))
                .toList();
    }

    private NavigableSet<LocalDate> importedDays(DailyEdition here) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        if (here.isDefault()) {
            parts.catalogue().listDays().forEach(day -> days.add(day.day()));
        }
        return days;
    }

    private NavigableSet<LocalDate> chosenDays(DailyEdition here) {
        return union(importedDays(here), parts.submissions().days(here));
    }

    private NavigableSet<LocalDate> announcedDays(DailyEdition here) {
        Collection<LocalDate> days =
                parts.announcements().days(here.candidates().sources());
        return here.isDefault()
                ? new TreeSet<>(days)
                : days.stream().map(here.rhythm()::listDay).collect(Collectors.toCollection(TreeSet::new));
    }

    private NavigableSet<LocalDate> days(DailyEdition here) {
        return union(announcedDays(here), chosenDays(here));
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

    private Absence absence(DailyEdition here, Period period, NavigableSet<LocalDate> days) {
        if (days.isEmpty()) {
            return Absence.NO_LISTS_AT_ALL;
        }
        if (period.lastDay().isBefore(days.first())) {
            return Absence.BEFORE_THE_FIRST;
        }
        if (period.firstDay().isAfter(here.rhythm().today(now()))) {
            return Absence.NOT_YET;
        }
        if (period instanceof Period.Day && !here.rhythm().appearsOn(period.firstDay())) {
            return Absence.NO_APPEARANCE;
        }
        return period.firstDay().isAfter(days.last()) ? Absence.NOT_YET : Absence.NOT_PUBLISHED;
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
