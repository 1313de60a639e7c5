package dev.broadsheet.trending;

import dev.broadsheet.discussion.Commenter;
import dev.broadsheet.ingest.Announcements;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.trending.TrendingNumbers.Basis;
import dev.broadsheet.vote.AccountAges;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the other rooms for the numbers of papers. Thread-safe. */
final class Evidence {
    private final TrendingSources sources;
    private final Announcements announcements;
    private final Duration newFor;
    private final ZoneId zone;

    /**
     * @param newFor so long after it was made an account is new
     * @param zone in which the day lies on which a paper came here
     */
    Evidence(TrendingSources sources, Duration newFor, ZoneId zone) {
        this.sources = sources;
        this.newFor = newFor;
        this.announcements = new Announcements(sources.catalogue().database());
        this.zone = zone;
    }

    /** The papers that anybody may have done something for. */
    List<Long> papers() {
        return Stream.of(
                        sources.catalogue().listedPapers(),
                        sources.votes().papers(),
                        sources.comments().papers())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** The numbers of these papers; those that are gone are left out. */
    Map<Long, TrendingNumbers> of(Collection<Long> papers) {
        Map<Long, List<Appearance>> lists = sources.catalogue().appearances(papers);
        Map<Long, AccountAges> voted = sources.votes().byAccountAge(papers, newFor);
        Map<Long, Set<Long>> submitters = sources.submissions().submittersOf(papers);
        Map<Long, AccountAges> commented = commented(papers, submitters);
        Map<Long, TrendingNumbers> numbers = new HashMap<>();
        since(papers, lists).forEach((paper, since) -> {
            AccountAges votes = voted.getOrDefault(paper, AccountAges.NONE);
            AccountAges comments = commented.getOrDefault(paper, AccountAges.NONE);
            numbers.put(
                    paper,
                    new TrendingNumbers(
                            votes.older(),
                            votes.newer(),
                            comments.older(),
                            comments.newer(),
                            imported(lists.getOrDefault(paper, List.of())),
                            since.day(),
                            since.basis(),
                            first(submitters.get(paper))));
        });
        return numbers;
    }

    /** People who commented, each once, without the papers' own. */
    private Map<Long, AccountAges> commented(Collection<Long> papers, Map<Long, Set<Long>> submitters) {
        Map<Long, AccountAges> ages = new HashMap<>();
        List<Commenter> commenters = sources.comments().commenters(papers);
        if (commenters.isEmpty()) {
            return ages;
        }
        Map<Long, Set<Long>> authors = sources.authorship().authors(papers);
        for (Commenter commenter : commenters) {
            long paper = commenter.paper();
            boolean own = submitters.getOrDefault(paper, Set.of()).contains(commenter.person())
                    || authors.getOrDefault(paper, Set.of()).contains(commenter.person());
            if (!own) {
                boolean isNew = commenter.accountAge().compareTo(newFor) < 0;
                ages.merge(paper, isNew ? new AccountAges(0, 1) : new AccountAges(1, 0), AccountAges::plus);
            }
        }
        return ages;
    }

    private static int imported(List<Appearance> lists) {
        return lists.stream().mapToInt(Appearance::votes).max().orElse(0);
    }

    /** Several may have put it on lists of several editions. */
    private static @Nullable Long first(@Nullable Set<Long> submitters) {
        return submitters == null ? null : Collections.min(submitters);
    }

    /** From when the age of a paper is counted. */
    private record Since(LocalDate day, Basis basis) {}

    private Map<Long, Since> since(Collection<Long> papers, Map<Long, List<Appearance>> lists) {
        Map<Long, LocalDate> announced = announcements.firstDays(papers);
        Map<Long, LocalDate> submitted = sources.submissions().firstDays(papers);
        Map<Long, Since> since = new HashMap<>();
        sources.catalogue().addedAt(papers).forEach((paper, addedAt) -> {
            LocalDate announcedOn = announced.get(paper);
            LocalDate listedOn = earlier(firstDay(lists.get(paper)), submitted.get(paper));
            since.put(
                    paper,
                    announcedOn != null
                            ? new Since(announcedOn, Basis.ANNOUNCED)
                            : listedOn != null
                                    ? new Since(listedOn, Basis.LISTED)
                                    : new Since(LocalDate.ofInstant(addedAt, zone), Basis.ADDED));
        });
        return since;
    }

    /** They are in order of days. */
    private static @Nullable LocalDate firstDay(@Nullable List<Appearance> lists) {
        return lists == null ? null : lists.getFirst().day();
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
