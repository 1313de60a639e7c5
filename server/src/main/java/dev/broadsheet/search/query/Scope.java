package dev.broadsheet.search.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which papers may be answers. Immutable.
 *
 * @param condition what they must fulfil, or null
 * @param highest papers whose number is higher came too late; {@link Long#MAX_VALUE} for none
 */
public record Scope(@Nullable Condition condition, long highest) {
    /** Every paper. */
    public static final Scope ALL = Scope.of(null);

    /** The papers that fulfil the condition; all of them where it is null. */
    public static Scope of(@Nullable Condition condition) {
        return new Scope(condition, Long.MAX_VALUE);
    }

    /** The same without the papers that came later than the one with this number. */
    public Scope upTo(long number) {
        return new Scope(condition, number);
    }

    /** Those of these papers that fulfil another condition too. */
    public Scope and(@Nullable Condition other) {
        if (condition == null || other == null) {
            return new Scope(condition == null ? other : condition, highest);
        }
        return new Scope(new Condition.All(List.of(condition, other)), highest);
    }
}
