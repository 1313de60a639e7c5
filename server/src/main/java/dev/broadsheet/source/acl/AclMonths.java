package dev.broadsheet.source.acl;

import java.util.List;
import java.util.Locale;

/** Months as the Anthology writes them: names, spans of months or days ({@code July 31–August 4}), nothing. */
final class AclMonths {
    private static final List<String> NAMES =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private AclMonths() {}

    /** Two digits for the first month named, empty without one. */
    static String number(String text) {
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            int month = word.length() < 3 ? -1 : NAMES.indexOf(word.substring(0, 3));
            if (month >= 0) {
                return String.format(Locale.ROOT, "%02d", month + 1);
            }
        }
        return "";
    }
}
