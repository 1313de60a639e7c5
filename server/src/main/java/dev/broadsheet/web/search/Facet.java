package dev.broadsheet.web.search;

import dev.broadsheet.search.SearchAnswer.Count;
import dev.broadsheet.search.SearchAnswer.Counts;
import dev.broadsheet.site.Address;
import dev.broadsheet.web.shared.DisplayFormat;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One kind of filter as the search page offers it. What is offered leaves exactly as many of the answers
 * as it says: so of a kind of which one is chosen, only what is narrower is offered.
 *
 * @param chosen those in force, with the addresses of the answer without them
 * @param offered the most frequent, with the addresses of the answer with them
 * @param more the others
 * @param codes whether its values are codes rather than words
 */
record Facet(String heading, List<Choice> chosen, List<Choice> offered, List<Choice> more, boolean codes) {
    private static final int FIRST = 8;
    private static final int MOST = 40;

    /**
     * A filter.
     *
     * @param papers how many of the answers it leaves; 0 where it is in force
     */
    record Choice(String words, String href, int papers) {}

    /** The filters that narrow an answer or could do so; only for a form without mistakes. */
    static List<Facet> of(SearchForm form, Counts counts) {
        return Stream.of(category(form, counts), year(form, counts), source(form, counts), code(form, counts))
                .filter(facet -> !facet.chosen.isEmpty() || !facet.offered.isEmpty())
                .toList();
    }

    private static Facet category(SearchForm form, Counts counts) {
        List<Choice> chosen = form.filters().categories().stream()
                .map(category -> new Choice(
                        category,
                        form.address()
                                .with("category", except(form.filters().categories(), category))
                                .href(),
                        0))
                .toList();
        List<Count> narrower = counts.categories().stream()
                // A comma parts categories in an address.
                .filter(count -> !count.value().contains(",")
                        && isNarrower(count.value(), form.filters().categories()))
                .toList();
        return facet(
                "Category",
                chosen,
                narrower,
                counts.counted(),
                Function.identity(),
                category -> form.address().with("category", category),
                true);
    }

    private static boolean isNarrower(String category, List<String> chosen) {
        int dot = category.indexOf('.');
        String archive = dot < 0 ? category : category.substring(0, dot);
        return chosen.isEmpty()
                || chosen.stream().allMatch(pattern -> pattern.endsWith(".*"))
                        && chosen.stream().anyMatch(pattern -> pattern.equalsIgnoreCase(archive + ".*"));
    }

    private static Facet year(SearchForm form, Counts counts) {
        LocalDate from = form.filters().from();
        LocalDate until = form.filters().until();
        List<Choice> chosen = from == null && until == null
                ? List.of()
                : List.of(new Choice(days(from, until), days(form, "", "").href(), 0));
        return facet(
                "Year",
                chosen,
                counts.years(),
                counts.counted(),
                Function.identity(),
                year -> {
                    LocalDate first = Year.of(Integer.parseInt(year)).atDay(1);
                    LocalDate last = first.plusYears(1).minusDays(1);
                    return days(
                            form,
                            String.valueOf(from == null || from.isBefore(first) ? first : from),
                            String.valueOf(until == null || until.isAfter(last) ? last : until));
                },
                false);
    }

    private static Address days(SearchForm form, String from, String until) {
        return form.address().with("from", from).with("until", until);
    }

    private static String days(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (until == null) {
            return from == null ? "" : "since " + DisplayFormat.date(from);
        }
        if (from == null) {
            return "until " + DisplayFormat.date(until);
        }
        boolean wholeYear =
                from.getDayOfYear() == 1 && until.equals(from.plusYears(1).minusDays(1));
        return wholeYear
                ? String.valueOf(from.getYear())
                : DisplayFormat.date(from) + " to " + DisplayFormat.date(until);
    }

    private static Facet source(SearchForm form, Counts counts) {
        List<Choice> chosen = form.filters().sources().stream()
                .map(source -> new Choice(
                        DisplayFormat.keeper(source),
                        form.address()
                                .with("source", except(form.filters().sources(), source))
                                .href(),
                        0))
                .toList();
        List<Count> offered = chosen.isEmpty() ? counts.sources() : List.of();
        return facet(
                "Source",
                chosen,
                offered,
                counts.counted(),
                DisplayFormat::keeper,
                source -> form.address().with("source", source),
                false);
    }

    private static Facet code(SearchForm form, Counts counts) {
        List<Choice> chosen = form.filters().withCode()
                ? List.of(
                        new Choice("with code", form.address().with("code", "").href(), 0))
                : List.of();
        List<Count> offered = counts.withCode() == 0 ? List.of() : List.of(new Count("with code", counts.withCode()));
        return facet(
                "Code",
                chosen,
                offered,
                counts.counted(),
                Function.identity(),
                any -> form.address().with("code", "1"),
                false);
    }

    private static Facet facet(
            String heading,
            List<Choice> chosen,
            List<Count> counts,
            int counted,
            Function<String, String> words,
            Function<String, Address> narrowed,
            boolean codes) {
        List<Choice> offered = counts.stream()
                // What all have parts nothing.
                .filter(count -> count.papers() < counted)
                .limit(MOST)
                .map(count -> new Choice(
                        words.apply(count.value()),
                        narrowed.apply(count.value()).href(),
                        count.papers()))
                .toList();
        // Nobody needs to unfold a single one.
        int first = offered.size() <= FIRST + 1 ? offered.size() : FIRST;
        return new Facet(heading, chosen, offered.subList(0, first), offered.subList(first, offered.size()), codes);
    }

    private static List<String> except(List<String> values, String value) {
        List<String> others = new ArrayList<>(values);
        others.remove(value);
        return others;
    }
}
