package dev.broadsheet.search.query;

import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.query.Condition.Part;
import dev.broadsheet.search.query.Token.Test;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields that a query may name before a colon. */
enum Field {
    AUTHOR,
    TITLE,
    ABSTRACT,
    CAT,
    YEAR,
    AFTER,
    BEFORE,
    HAS,
    ID;

    /** Characters of the longest name. */
    static final int LONGEST = 8;

    private static final int YEAR_LENGTH = 4;

    /** The field of this name in any case, or null. */
    static @Nullable Field named(String name) {
        for (Field field : values()) {
            if (field.name().equals(name.toUpperCase(Locale.ROOT))) {
                return field;
            }
        }
        return null;
    }

    /** What is asked for, or null where the value is none of the field's. */
    @Nullable Test of(String value, boolean quoted) {
        if (value.isBlank()) {
            return null;
        }
        return switch (this) {
            case AUTHOR -> Test.of(new Condition.By(value.strip()));
            case TITLE -> Test.holds(Part.TITLE, value, quoted);
            case ABSTRACT -> Test.holds(Part.ABSTRACT, value, quoted);
            case CAT -> Test.of(new Condition.Category(value.strip()));
            case YEAR -> years(value);
            case AFTER -> days(date(value), null);
            case BEFORE -> days(null, date(value));
            case HAS -> value.equalsIgnoreCase("code") ? Test.of(new Condition.WithCode()) : null;
            case ID -> Test.of(new Condition.Named(value.strip()));
        };
    }

    private static @Nullable Test years(String value) {
        boolean range = value.length() == 2 * YEAR_LENGTH + 1 && value.charAt(YEAR_LENGTH) == '-';
        PartialDate first = date(range ? value.substring(0, YEAR_LENGTH) : value);
        PartialDate last = range ? date(value.substring(YEAR_LENGTH + 1)) : first;
        if (first == null || last == null || first.text().length() > YEAR_LENGTH) {
            return null;
        }
        return Test.of(new Condition.Days(
                LocalDate.of(first.year(), 1, 1),
                LocalDate.of(last.year(), 1, 1).plusYears(1).minusDays(1)));
    }

    /** Days from the first day of one date to the last day before another. */
    private static @Nullable Test days(@Nullable PartialDate from, @Nullable PartialDate before) {
        if (from == null && before == null) {
            return null;
        }
        return Test.of(new Condition.Days(
                from == null ? null : from.firstDay(),
                before == null ? null : before.firstDay().minusDays(1)));
    }

    private static @Nullable PartialDate date(String text) {
        try {
            return new PartialDate(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
