package dev.broadsheet.trending;

import dev.broadsheet.ingest.Announcements;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.trending.TrendingNumbers.Basis;
import dev.broadsheet.vote.AccountAges;
import dev.broadsheet.vote.Votes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the other rooms for the numbers of papers. Thread-safe. */
final class Evidence {
    private final Catalogue catalogue;
    private final Votes votes;
    private final Announcements announcements;
    private final Duration newFor;
    private final ZoneId zone;

    /**
     * @param newFor so long after it was made an account is new
     * @param zone in which the day lies on which a paper came here
     */
    Evidence(Catalogue catalogue, Votes votes, Duration newFor, ZoneId zone) {
        this.catalogue = catalogue;
        this.votes = votes;
        this.newFor = newFor;
        this.announcements = new Announcements(catalogue.database());
        this.zone = zone;
    }

    /** The papers that anybody may have done something for. */
    List<Long> papers() {
        return Stream.concat(catalogue.listedPapers().stream(), votes.papers().stream())
                .distinct()
                .toList();
    }

    /** The numbers of these papers; those that are gone are left out. */
    Map<Long, TrendingNumbers> of(Collection<Long> papers) {
        Map<Long, List<Appearance>> lists = catalogue.appearances(papers);
        Map<Long, AccountAges> voted = votes.byAccountAge(papers, newFor);
        Map<Long, Since> since = since(papers, lists);
        Map<Long, TrendingNumbers> numbers = new HashMap<>();
        since.forEach((paper, beginning) -> {
            int imported = lists.getOrDefault(paper, List.of()).stream()
                    .mapToInt(Appearance::votes)
                    .max()
                    .orElse(0);
            AccountAges ages = voted.getOrDefault(paper, AccountAges.NONE);
            numbers.put(
                    paper,
                    new TrendingNumbers(
                            ages.older(), ages.newer(), 0, 0, imported, beginning.day(), beginning.basis(), null));
        });
        return numbers;
    }

    /** From when the age of a paper is counted. */
    private record Since(LocalDate day, Basis basis) {}

    private Map<Long, Since> since(Collection<Long> papers, Map<Long, List<Appearance>> lists) {
        Map<Long, LocalDate> announced = announcements.firstDays(papers);
        Map<Long, Since> since = new HashMap<>();
        catalogue.addedAt(papers).forEach((paper, addedAt) -> {
            LocalDate announcedOn = announced.get(paper);
            LocalDate listedOn = firstDay(lists.get(paper));
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
}
