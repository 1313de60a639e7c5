package dev.broadsheet.cli;

import dev.broadsheet.ingest.LedgerDay;
import java.util.List;
import java.util.Locale;

/** Days of the ledger as a table of plain text, one line for each day and part. */
final class LedgerTable {
    private static final int NAMES_SHOWN = 5;

    private LedgerTable() {}

    static String of(List<LedgerDay> days) {
        if (days.isEmpty()) {
            return "";
        }
        int part = Math.max(
                4, days.stream().mapToInt(day -> day.part().length()).max().orElse(0));
        String form = "%-10s  %-" + part + "s  %9s  %6s  %7s  %8s  %s%n";
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, form, "day", "part", "announced", "here", "missing", "repaired", ""));
        for (LedgerDay day : days) {
            table.append(String.format(
                    Locale.ROOT,
                    form,
                    day.day(),
                    day.part(),
                    day.expected() == null ? "?" : number(day.expected()),
                    number(day.received()),
                    day.missingCount() == 0 ? "-" : number(day.missingCount()),
                    day.repaired() == 0 ? "-" : number(day.repaired()),
                    words(day)));
        }
        return table.toString();
    }

    private static String words(LedgerDay day) {
        String verdict = switch (day.verdict()) {
            case OPEN -> "not counted yet";
            case COMPLETE -> "complete";
            case MISSING -> "missing" + names(day);
            case NOTHING -> "nothing was announced on a day that should have something";
            case FEW -> "complete, but far less than usual";
            case QUIET -> "nothing is announced";
        };
        boolean said = day.verdict() == LedgerDay.Verdict.OPEN || day.verdict() == LedgerDay.Verdict.NOTHING;
        if (day.remark() == null) {
            return verdict;
        }
        return said ? day.remark() : verdict + " (" + day.remark() + ")";
    }

    private static String names(LedgerDay day) {
        if (day.missing().isEmpty()) {
            return "";
        }
        List<String> shown =
                day.missing().subList(0, Math.min(NAMES_SHOWN, day.missing().size()));
        return ": " + String.join(", ", shown) + (day.missingCount() > shown.size() ? ", …" : "");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
