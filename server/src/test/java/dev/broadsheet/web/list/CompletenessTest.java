package dev.broadsheet.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.ingest.LedgerDay;
import dev.broadsheet.ingest.LedgerDay.Verdict;
import dev.broadsheet.web.shared.AnnouncedDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletenessTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 8, 21);

    @Test
    void oneCategoryIsNamed() {
        Completeness line = of(day("cs.AI", Verdict.COMPLETE, 239, 0));
        assertThat(line.words()).isEqualTo("arXiv announced 239 in cs.AI, all 239 are here.");
        assertThat(line.href()).isEqualTo("/status/arxiv?from=2026-08-21&until=2026-08-21");
        assertThat(line.trouble()).isFalse();
        assertThat(line.details()).isEmpty();
        assertThat(of(day("cs.AI", Verdict.COMPLETE, 1, 0)).words())
                .isEqualTo("arXiv announced 1 in cs.AI, and it is here.");
        assertThat(of(day("", Verdict.COMPLETE, 1_239, 0)).words())
                .isEqualTo("arXiv announced 1,239, all 1,239 are here.");
    }

    @Test
    void manyCategoriesAreCountedAndListed() {
        Completeness line = of(
                day("cs.AI", Verdict.COMPLETE, 200, 0),
                day("cs.CL", Verdict.COMPLETE, 100, 0),
                day("cs.CV", Verdict.FEW, 12, 0),
                day("cs.LG", Verdict.COMPLETE, 500, 0));
        assertThat(line.words())
                .isEqualTo("arXiv announced 812 in 4 categories, all are here; fewer than usual in cs.CV.");
        assertThat(line.details()).contains("cs.AI: 200 announced, all here").hasSize(4);
    }

    @Test
    void whatIsMissingIsSaid() {
        Completeness line = of(day("cs.AI", Verdict.MISSING, 236, 3));
        assertThat(line.words()).isEqualTo("arXiv announced 239 in cs.AI; 3 of 239 are missing.");
        assertThat(line.trouble()).isTrue();
        assertThat(line.sign()).isEqualTo("!");
        assertThat(of(day("cs.AI", Verdict.MISSING, 1, 1), day("cs.CL", Verdict.COMPLETE, 1, 0))
                        .words())
                .isEqualTo("arXiv announced 3 in cs.AI, cs.CL; 1 of 3 is missing.");
    }

    @Test
    void nothingIsClaimedOfWhatWasNotCounted() {
        assertThat(of(day("cs.AI", Verdict.OPEN, 0, 0)).words())
                .isEqualTo("What arXiv announced in cs.AI has not been counted yet.");
        assertThat(of(day("cs.AI", Verdict.OPEN, 120, 3)).words())
                .isEqualTo("What arXiv announced in cs.AI has not been counted yet; 120 are here so far.");
        Completeness half = of(day("cs.AI", Verdict.COMPLETE, 5, 0), day("cs.CL", Verdict.OPEN, 2, 0));
        assertThat(half.words())
                .isEqualTo("arXiv announced 5 in cs.AI, all 5 are here; cs.CL has not been counted yet.");
        assertThat(half.sign()).isEqualTo("○");
    }

    @Test
    void aDayOfNothingIsExplainedOrDoubted() {
        assertThat(of(day("cs.AI", Verdict.QUIET, 0, 0)).words())
                .isEqualTo("arXiv announces nothing on this day (Saturday).");
        assertThat(of(day("cs.AI", Verdict.QUIET, 0, 0)).sign()).isEqualTo("–");
        Completeness nothing = of(day("cs.AI", Verdict.NOTHING, 0, 0));
        assertThat(nothing.words()).isEqualTo("arXiv announced nothing in cs.AI on this day, which is unusual.");
        assertThat(nothing.trouble()).isTrue();
    }

    private static Completeness of(LedgerDay... days) {
        return Completeness.of(new AnnouncedDay("arXiv", "arxiv", List.of(days)));
    }

    private static LedgerDay day(String part, Verdict verdict, int received, int missing) {
        boolean counted = verdict != Verdict.OPEN && verdict != Verdict.QUIET;
        return new LedgerDay(
                "arxiv",
                part,
                FRIDAY,
                verdict,
                counted ? received + missing : null,
                counted ? List.of("announcement feed") : List.of(),
                received,
                List.of(),
                missing,
                0,
                counted ? Instant.EPOCH : null,
                verdict == Verdict.QUIET ? "Saturday" : null);
    }
}
