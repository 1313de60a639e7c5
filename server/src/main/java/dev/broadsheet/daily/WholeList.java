package dev.broadsheet.daily;

import dev.broadsheet.daily.DailyList.Absence;
import dev.broadsheet.daily.DailyList.Basis;
import dev.broadsheet.daily.DailyList.Choice;
import dev.broadsheet.paper.Catalogue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The list of a period before its papers are read: pages of it can be taken. Immutable. */
public final class WholeList {
    private final Catalogue catalogue;
    private final Frame frame;
    private final Choice choice;
    private final List<ListEntry> entries;

    /**
     * What is told of a list beside its entries.
     *
     * @param days how many days of the period have a list
     * @param other whether the period could be shown on the other basis too
     * @param absence why there would be no list
     */
    record Frame(
            Period period,
            Basis basis,
            int days,
            boolean other,
            @Nullable Period previous,
            @Nullable Period next,
            Absence absence) {}

    /** A place of the whole list: a paper on its day. */
    record Place(long paper, LocalDate day) {}

    WholeList(Catalogue catalogue, Frame frame, Choice choice, List<ListEntry> entries) {
        this.catalogue = catalogue;
        this.frame = frame;
        this.choice = choice;
        this.entries = List.copyOf(entries);
    }

    Period period() {
        return frame.period();
    }

    Choice choice() {
        return choice;
    }

    List<Place> places() {
        return entries.stream()
                .map(entry -> new Place(entry.paper(), entry.day()))
                .toList();
    }

    /**
     * A page of it.
     *
     * @param offset how many entries to leave out at the beginning
     * @param limit how many entries at most
     */
    public DailyList page(int offset, int limit) {
        return page(null, offset, limit);
    }

    /** @param only the papers that are shown at all; null for every one */
    public DailyList page(@Nullable Set<Long> only, int offset, int limit) {
        String category = choice.category();
        List<ListEntry> chosen = entries.stream()
                .filter(entry -> category == null || entry.categories().contains(category))
                .filter(entry -> only == null || only.contains(entry.paper()))
                .toList();
        return new DailyList(
                frame.period(),
                frame.basis(),
                Entries.read(catalogue, Entries.stretch(chosen, offset, limit), offset),
                chosen.size(),
                frame.days(),
                categories(),
                frame.other(),
                frame.previous(),
                frame.next(),
                absence(chosen, only));
    }

    private @Nullable Absence absence(List<ListEntry> chosen, @Nullable Set<Long> only) {
        if (!chosen.isEmpty()) {
            return null;
        }
        if (entries.isEmpty()) {
            return frame.absence();
        }
        return only == null ? Absence.NONE_IN_CATEGORY : Absence.NONE_NEW;
    }

    private Map<String, Integer> categories() {
        Map<String, Integer> counts = new TreeMap<>();
        entries.forEach(entry -> entry.categories().forEach(category -> counts.merge(category, 1, Integer::sum)));
        Map<String, Integer> mostFirst = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> mostFirst.put(entry.getKey(), entry.getValue()));
        return mostFirst;
    }
}
