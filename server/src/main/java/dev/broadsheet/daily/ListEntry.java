package dev.broadsheet.daily;

import dev.broadsheet.daily.Standing.Counts;
import dev.broadsheet.ingest.Announcements.Announced;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.ListedPaper;
import dev.broadsheet.source.Announcement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place on a list, before the paper itself is read.
 *
 * @param counts what the community here makes of the paper
 */
record ListEntry(
        long paper,
        LocalDate day,
        @Nullable Appearance appearance,
        @Nullable Submission submission,
        Counts counts,
        boolean crossListed,
        List<String> categories) {
    /** More votes come first, then the earlier day, then the higher place on that day. */
    private static final Comparator<Appearance> BEST_FIRST = Comparator.comparingInt(Appearance::votes)
            .reversed()
            .thenComparing(Appearance::day)
            .thenComparingInt(Appearance::position);

    /**
     * More votes come first, then more comments written here, then the earlier day, then the higher place on that day of
     * what has one, then the earlier submission. Comments that a list's keeper counted do not weigh: the keeper's own
     * order among its papers stands.
     */
    private static final Comparator<ListEntry> IN_ORDER = Comparator.comparingInt(ListEntry::votes)
            .reversed()
            .thenComparing(entry -> entry.counts.comments(), Comparator.reverseOrder())
            .thenComparing(ListEntry::day)
            .thenComparingInt(ListEntry::position)
            .thenComparingLong(ListEntry::number)
            .thenComparingLong(ListEntry::paper);

    static ListEntry of(Announced announced, LocalDate day) {
        return new ListEntry(
                announced.paper(),
                day,
                null,
                null,
                Counts.NONE,
                announced.kind() == Announcement.Kind.CROSS,
                announced.categories());
    }

    /** Each paper once, by its best appearance and its submission, the best first. */
    static List<ListEntry> best(
            Collection<ListedPaper> imported, Collection<Submission> submitted, Map<Long, Counts> counts) {
        Map<Long, Appearance> appearances = new HashMap<>();
        for (ListedPaper listed : imported) {
            appearances.merge(
                    listed.paper(),
                    listed.appearance(),
                    (one, other) -> BEST_FIRST.compare(one, other) <= 0 ? one : other);
        }
        Map<Long, Submission> submissions = new HashMap<>();
        submitted.forEach(submission -> submissions.putIfAbsent(submission.paper(), submission));
        Set<Long> papers = new HashSet<>(appearances.keySet());
        papers.addAll(submissions.keySet());
        return papers.stream()
                .map(paper -> of(
                        paper, appearances.get(paper), submissions.get(paper), counts.getOrDefault(paper, Counts.NONE)))
                .sorted(IN_ORDER)
                .toList();
    }

    private static ListEntry of(
            long paper, @Nullable Appearance appearance, @Nullable Submission submission, Counts counts) {
        LocalDate day = appearance != null ? appearance.day() : submission != null ? submission.day() : LocalDate.MAX;
        return new ListEntry(paper, day, appearance, submission, counts, false, List.of());
    }

    private int votes() {
        return counts.votes() + (appearance == null ? 0 : appearance.votes());
    }

    private int position() {
        return appearance == null ? Integer.MAX_VALUE : appearance.position();
    }

    private long number() {
        return submission == null ? Long.MAX_VALUE : submission.number();
    }

    /** The same place, with the paper's primary category. */
    ListEntry in(@Nullable String category) {
        return new ListEntry(
                paper,
                day,
                appearance,
                submission,
                counts,
                crossListed,
                category == null ? List.of() : List.of(category));
    }
}
