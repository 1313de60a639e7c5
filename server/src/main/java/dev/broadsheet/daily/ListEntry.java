package dev.broadsheet.daily;

import dev.broadsheet.ingest.Announcements.Announced;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.source.Announcement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place on a list, before the paper itself is read. */
record ListEntry(
        long paper, LocalDate day, @Nullable Appearance appearance, boolean crossListed, List<String> categories) {
    /** More votes come first, then the earlier day, then the higher place on that day. */
    private static final Comparator<Appearance> BEST_FIRST = Comparator.comparingInt(Appearance::votes)
            .reversed()
            .thenComparing(Appearance::day)
            .thenComparingInt(Appearance::position);

    private static final Comparator<Catalogue.Listed> IN_ORDER =
            Comparator.comparing(Catalogue.Listed::appearance, BEST_FIRST).thenComparingLong(Catalogue.Listed::paper);

    static ListEntry of(Announced announced) {
        return new ListEntry(
                announced.paper(),
                announced.day(),
                null,
                announced.kind() == Announcement.Kind.CROSS,
                announced.categories());
    }

    private static ListEntry of(Catalogue.Listed listed) {
        return new ListEntry(listed.paper(), listed.appearance().day(), listed.appearance(), false, List.of());
    }

    /** Each paper once, by its best appearance, the best first. */
    static List<ListEntry> best(Collection<Catalogue.Listed> all) {
        Map<Long, Catalogue.Listed> byPaper = new HashMap<>();
        for (Catalogue.Listed listed : all) {
            byPaper.merge(listed.paper(), listed, (one, other) -> IN_ORDER.compare(one, other) <= 0 ? one : other);
        }
        return byPaper.values().stream().sorted(IN_ORDER).map(ListEntry::of).toList();
    }

    /** The same place, with the paper's primary category. */
    ListEntry in(@Nullable String category) {
        return new ListEntry(paper, day, appearance, crossListed, category == null ? List.of() : List.of(category));
    }
}
