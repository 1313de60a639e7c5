package dev.broadsheet.web.list;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.ingest.LedgerDay;
import dev.broadsheet.ingest.LedgerDay.Verdict;
import dev.broadsheet.web.shared.AnnouncedDay;
import dev.broadsheet.web.shared.DisplayFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What readers are told of how complete a day is.
 *
 * @param sign a character that says the same as the words
 * @param words one sentence
 * @param href where there is more
 * @param trouble whether something is missing or unusual
 * @param details a line for each part, where there are several
 */
record Completeness(String sign, String words, String href, boolean trouble, List<String> details) {

    static Completeness of(AnnouncedDay announced) {
        String title = announced.title();
        List<LedgerDay> days = announced.parts();
        LocalDate day = days.getFirst().day();
        List<LedgerDay> counted = days.stream().filter(Completeness::isCounted).toList();
        List<LedgerDay> open =
                days.stream().filter(part -> part.verdict() == Verdict.OPEN).toList();
        boolean trouble = counted.stream()
                .anyMatch(part -> part.verdict() == Verdict.MISSING || part.verdict() == Verdict.NOTHING);
        String words;
        if (counted.isEmpty()) {
            words = open.isEmpty() ? quiet(title, days.getFirst()) : uncounted(title, open);
        } else {
            words = counted(title, counted) + few(counted) + stillOpen(open) + ".";
        }
        return new Completeness(
                sign(trouble, counted, open),
                words,
                Addresses.source(announced.source(), day, day),
                trouble,
                counted.size() + open.size() > 1
                        ? days.stream()
                                .map(part -> part.part() + ": " + details(part))
                                .toList()
                        : List.of());
    }

    private static String sign(boolean trouble, List<LedgerDay> counted, List<LedgerDay> open) {
        if (trouble) {
            return "!";
        }
        if (!open.isEmpty()) {
            return "○";
        }
        return counted.isEmpty() ? "–" : "✓";
    }

    private static boolean isCounted(LedgerDay part) {
        return part.verdict() != Verdict.OPEN && part.verdict() != Verdict.QUIET;
    }

    private static String quiet(String title, LedgerDay day) {
        return title + " announces nothing on this day (" + Objects.requireNonNullElse(day.remark(), "a holiday")
                + ").";
    }

    private static String uncounted(String title, List<LedgerDay> open) {
        int received = open.stream().mapToInt(LedgerDay::received).sum();
        return "What " + title + " announced" + in(open) + " has not been counted yet"
                + (received == 0
                        ? "."
                        : "; " + DisplayFormat.number(received) + (received == 1 ? " is" : " are") + " here so far.");
    }

    private static String counted(String title, List<LedgerDay> counted) {
        int missing = counted.stream().mapToInt(LedgerDay::missingCount).sum();
        int announced = counted.stream()
                .mapToInt(part -> part.received() + part.missingCount())
                .sum();
        if (announced == 0) {
            return title + " announced nothing" + in(counted) + " on this day, which is unusual";
        }
        String beginning = title + " announced " + DisplayFormat.number(announced) + in(counted);
        if (missing > 0) {
            return beginning + "; " + DisplayFormat.number(missing) + " of " + DisplayFormat.number(announced)
                    + (missing == 1 ? " is missing" : " are missing");
        }
        if (announced == 1) {
            return beginning + ", and it is here";
        }
        return beginning
                + (counted.size() == 1 ? ", all " + DisplayFormat.number(announced) + " are here" : ", all are here");
    }

    private static String few(List<LedgerDay> counted) {
        List<LedgerDay> few =
                counted.stream().filter(part -> part.verdict() == Verdict.FEW).toList();
        return few.isEmpty() ? "" : "; fewer than usual" + (counted.size() == 1 ? "" : in(few));
    }

    private static String stillOpen(List<LedgerDay> open) {
        if (open.isEmpty()) {
            return "";
        }
        return open.size() == 1
                ? "; " + open.getFirst().part() + " has not been counted yet"
                : "; " + open.size() + " more have not been counted yet";
    }

    /** " in cs.AI", " in 4 categories", or nothing for a source without parts. */
    private static String in(List<LedgerDay> parts) {
        if (parts.size() > 3) {
            return " in " + parts.size() + " categories";
        }
        String names = parts.stream().map(LedgerDay::part).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " in " + names;
    }

    private static String details(LedgerDay part) {
        return switch (part.verdict()) {
            case OPEN ->
                "not counted yet"
                        + (part.received() == 0 ? "" : ", " + DisplayFormat.number(part.received()) + " here");
            case QUIET -> Objects.requireNonNullElse(part.remark(), "nothing announced");
            case NOTHING -> "nothing announced, which is unusual";
            case COMPLETE, FEW, MISSING -> {
                int announced = part.received() + part.missingCount();
                yield DisplayFormat.number(announced) + " announced, "
                        + (part.missingCount() == 0
                                ? "all here"
                                : DisplayFormat.number(part.missingCount()) + " missing");
            }
        };
    }
}
