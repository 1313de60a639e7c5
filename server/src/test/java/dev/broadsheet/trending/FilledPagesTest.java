package dev.broadsheet.trending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class FilledPagesTest {
    @Property
    void noSubmitterHasMoreOnAPageThanTheLimitAndNoPaperIsLost(
            @ForAll List<@IntRange(max = 4) Integer> submitters,
            @ForAll @IntRange(min = 1, max = 8) int onAPage,
            @ForAll @IntRange(min = 1, max = 5) int limit) {
        List<Ranked> best = papers(submitters);

        List<List<Ranked>> pages = FilledPages.of(best, onAPage, limit);

        assertThat(pages).allSatisfy(page -> {
            assertThat(page).isNotEmpty().hasSizeLessThanOrEqualTo(onAPage);
            assertThat(page.stream()
                            .map(Ranked::submitter)
                            .filter(Objects::nonNull)
                            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                            .values())
                    .allMatch(papers -> papers <= limit);
            assertThat(page).isSortedAccordingTo(Ranked.ORDER);
        });
        assertThat(pages.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(best);
    }

    @Property
    void whatNobodySubmittedHereStaysInOrder(@ForAll @IntRange(max = 100) int papers) {
        List<Ranked> best = papers(new ArrayList<>(java.util.Collections.nCopies(papers, 0)));

        assertThat(FilledPages.of(best, 10, 1).stream().flatMap(List::stream)).containsExactlyElementsOf(best);
    }

    @Example
    void whatIsOneTooManyLeadsTheNextPage() {
        List<Ranked> best = papers(List.of(1, 1, 1, 2, 0, 0));

        assertThat(FilledPages.of(best, 4, 2))
                .containsExactly(
                        List.of(best.get(0), best.get(1), best.get(3), best.get(4)), List.of(best.get(2), best.get(5)));
    }

    /** In order; the submitter 0 is nobody. */
    private static List<Ranked> papers(List<Integer> submitters) {
        List<Ranked> papers = new ArrayList<>();
        for (Integer submitter : submitters) {
            @Nullable Long person = submitter == 0 ? null : Long.valueOf(submitter);
            papers.add(new Ranked(papers.size() + 1, -papers.size(), LocalDate.of(2026, 8, 21), person));
        }
        return papers;
    }
}
