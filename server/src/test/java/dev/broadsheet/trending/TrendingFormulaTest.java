package dev.broadsheet.trending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.trending.TrendingNumbers.Basis;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What the formula promises, for any numbers and any settings. */
class TrendingFormulaTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 17);

    @Property
    void oneMoreVoteLiftsAPaper(
            @ForAll("settings") TrendingSettings settings,
            @ForAll("numbers") TrendingNumbers paper,
            @ForAll("days") LocalDate today) {
        TrendingFormula formula = new TrendingFormula(settings);

        assertThat(score(formula, with(paper, 1, 0, 0, 0, 0), today)).isGreaterThan(score(formula, paper, today));
    }

    @Property
    void nothingThatPeopleDoLowersAPaper(
            @ForAll("settings") TrendingSettings settings,
            @ForAll("numbers") TrendingNumbers paper,
            @ForAll("numbers") TrendingNumbers more,
            @ForAll("days") LocalDate today) {
        TrendingFormula formula = new TrendingFormula(settings);
        TrendingNumbers both =
                with(paper, more.votes(), more.newVotes(), more.comments(), more.newComments(), more.imported());

        assertThat(score(formula, both, today)).isGreaterThanOrEqualTo(score(formula, paper, today));
    }

    @Property
    void eachVoteLiftsLessThanTheOneBefore(
            @ForAll("settings") TrendingSettings settings,
            @ForAll("numbers") TrendingNumbers paper,
            @ForAll("days") LocalDate today) {
        TrendingFormula formula = new TrendingFormula(settings);
        double none = score(formula, paper, today);
        double one = score(formula, with(paper, 1, 0, 0, 0, 0), today);
        double two = score(formula, with(paper, 2, 0, 0, 0, 0), today);

        assertThat(two - one).isLessThan(one - none);
    }

    @Property
    void aNewAccountNeverWeighsMoreThanAnother(
            @ForAll("settings") TrendingSettings settings,
            @ForAll("numbers") TrendingNumbers paper,
            @ForAll("days") LocalDate today) {
        TrendingFormula formula = new TrendingFormula(settings);

        assertThat(score(formula, with(paper, 0, 1, 0, 0, 0), today))
                .isLessThanOrEqualTo(score(formula, with(paper, 1, 0, 0, 0, 0), today));
        assertThat(score(formula, with(paper, 0, 0, 0, 1, 0), today))
                .isLessThanOrEqualTo(score(formula, with(paper, 0, 0, 1, 0, 0), today));
    }

    @Property
    void noOneLiftsAPaperByMoreThanAVoteAndAComment(
            @ForAll("settings") TrendingSettings settings,
            @ForAll("numbers") TrendingNumbers paper,
            @ForAll("days") LocalDate today) {
        TrendingFormula formula = new TrendingFormula(settings);

        assertThat(formula.parts(with(paper, 1, 0, 1, 0, 0), today).support()
                        - formula.parts(paper, today).support())
                .isCloseTo(1 + settings.commentPercent() / 100.0, within(1e-6));
    }

    @Property
    void everyWorkingDayTakesTheSameFromAScore(
            @ForAll("settings") TrendingSettings settings,
            @ForAll("numbers") TrendingNumbers paper,
            @ForAll @IntRange(max = 500) int age) {
        TrendingFormula formula = new TrendingFormula(settings);
        LocalDate today = paper.since().plusDays(age);
        LocalDate tomorrow = today.plusDays(1);
        boolean working = today.getDayOfWeek() != DayOfWeek.SATURDAY && today.getDayOfWeek() != DayOfWeek.SUNDAY;

        assertThat(score(formula, paper, today) - score(formula, paper, tomorrow))
                .isCloseTo(working ? 1.0 / settings.doublingDays() : 0, within(1e-9));
    }

    @Property
    void atWeekendsNothingGrowsOlder(
            @ForAll("settings") TrendingSettings settings,
            @ForAll("numbers") TrendingNumbers paper,
            @ForAll("days") LocalDate day) {
        TrendingFormula formula = new TrendingFormula(settings);
        LocalDate saturday = day.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));

        assertThat(score(formula, paper, saturday))
                .isEqualTo(score(formula, paper, saturday.plusDays(1)))
                .isEqualTo(score(formula, paper, saturday.plusDays(2)));
    }

    @Property
    void afterSoManyDaysTwiceTheSupportIsNeeded(
            @ForAll("settings") TrendingSettings settings, @ForAll @IntRange(min = 1, max = 10_000) int votes) {
        TrendingFormula formula = new TrendingFormula(settings);
        // So many working days later, which are seven days for each five.
        LocalDate later = MONDAY.plusDays(7L * settings.doublingDays());
        TrendingNumbers old = numbers((1 << 5) * (votes + 1) - 1, MONDAY);

        assertThat(score(formula, old, later)).isCloseTo(score(formula, numbers(votes, later), later), within(1e-9));
    }

    @Property
    void waitingNeverChangesTheOrder(
            @ForAll("settings") TrendingSettings settings,
            @ForAll("numbers") TrendingNumbers one,
            @ForAll("numbers") TrendingNumbers other,
            @ForAll @IntRange(max = 500) int days) {
        TrendingFormula formula = new TrendingFormula(settings);
        LocalDate today =
                (one.since().isAfter(other.since()) ? one : other).since().plusDays(days);

        assertThat(formula.standing(one, today) - formula.standing(other, today))
                .isCloseTo(score(formula, one, today) - score(formula, other, today), within(1e-9));
        assertThat(formula.standing(one, today)).isEqualTo(formula.standing(one, today.plusDays(30)));
    }

    @Property
    void theScoreFollowsFromThePartsAlone(
            @ForAll("settings") TrendingSettings settings,
            @ForAll("numbers") TrendingNumbers paper,
            @ForAll("days") LocalDate today) {
        TrendingParts parts = new TrendingFormula(settings).parts(paper, today);
        double support = parts.terms().stream()
                .mapToDouble(term -> term.number() * term.weight())
                .sum();

        assertThat(parts.score())
                .isCloseTo(
                        Math.log(1 + support) / Math.log(2)
                                - (double) parts.age().workingDays()
                                        / parts.age().doublingDays(),
                        within(1e-9));
    }

    @Example
    void aDateInTheFutureIsToday() {
        TrendingFormula formula = new TrendingFormula(TrendingSettings.USUAL);
        TrendingNumbers early = numbers(3, MONDAY.plusDays(400));

        assertThat(score(formula, early, MONDAY)).isEqualTo(score(formula, numbers(3, MONDAY), MONDAY));
        assertThat(formula.standing(early, MONDAY)).isEqualTo(formula.standing(numbers(3, MONDAY), MONDAY));
    }

    @Provide
    Arbitrary<TrendingSettings> settings() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(0, 365),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(1, 50))
                .as(TrendingSettings::new);
    }

    @Provide
    Arbitrary<TrendingNumbers> numbers() {
        Arbitrary<Integer> people = Arbitraries.integers().between(0, 5_000);
        return Combinators.combine(
                        people,
                        people,
                        people,
                        people,
                        people,
                        days(),
                        Arbitraries.of(Basis.class),
                        Arbitraries.longs().between(1, 100).injectNull(0.5))
                .as(TrendingNumbers::new);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-1_000, 1_000).map(MONDAY::plusDays);
    }

    private static double score(TrendingFormula formula, TrendingNumbers numbers, LocalDate today) {
        return formula.parts(numbers, today).score();
    }

    private static TrendingNumbers numbers(int votes, LocalDate since) {
        return new TrendingNumbers(votes, 0, 0, 0, 0, since, Basis.ANNOUNCED, null);
    }

    private static TrendingNumbers with(
            TrendingNumbers paper, int votes, int newVotes, int comments, int newComments, int imported) {
        return new TrendingNumbers(
                paper.votes() + votes,
                paper.newVotes() + newVotes,
                paper.comments() + comments,
                paper.newComments() + newComments,
                paper.imported() + imported,
                paper.since(),
                paper.basis(),
                paper.submitter());
    }
}
