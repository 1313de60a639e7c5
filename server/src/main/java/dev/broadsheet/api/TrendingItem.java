package dev.broadsheet.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.broadsheet.trending.TrendingParts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a paper stands where it stands among what is trending: all the numbers from which its score is computed.
 *
 * @param place from 1; left out where the paper is not on the list
 * @param formula how the score follows from the other numbers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrendingItem(
        String id,
        @Nullable Integer place,
        String formula,
        double score,
        double support,
        List<TermItem> terms,
        double damped,
        AgeItem age,
        double faded) {
    private static final String FORMULA =
            "score = damped - faded; damped = log2(1 + support); support = sum of number * weight over terms;"
                    + " faded = age.workingDays / age.doublingDays";

    /** People of one kind. */
    record TermItem(String name, int number, double weight, double support) {}

    /** How old the paper is. */
    record AgeItem(String since, String basis, long workingDays, int doublingDays) {}

    static TrendingItem of(String id, @Nullable Integer place, TrendingParts parts) {
        TrendingParts.Age age = parts.age();
        return new TrendingItem(
                id,
                place,
                FORMULA,
                parts.score(),
                parts.support(),
                parts.terms().stream()
                        .map(term -> new TermItem(term.name(), term.number(), term.weight(), term.support()))
                        .toList(),
                parts.damped(),
                new AgeItem(
                        age.since().toString(),
                        age.basis().name().toLowerCase(Locale.ROOT),
                        age.workingDays(),
                        age.doublingDays()),
                parts.faded());
    }
}
