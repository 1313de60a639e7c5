package dev.broadsheet.source.acl;

import dev.broadsheet.source.record.MonthNames;
import java.util.Locale;

/** Months as the Anthology writes them: names, spans of months or days ({@code July 31–August 4}), nothing. */
final class AclMonths {
    private AclMonths() {}

    /** Two digits for the first month named, empty without one. */
    static String number(String text) {
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            int month = MonthNames.number(word);
            if (month > 0) {
                return String.format(Locale.ROOT, "%02d", month);
            }
        }
        return "";
    }
}
