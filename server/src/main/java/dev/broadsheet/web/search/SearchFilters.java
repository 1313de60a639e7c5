package dev.broadsheet.web.search;

import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.site.Form;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What narrows a search.
 *
 * @param from the first day that may be, or null
 * @param until the last day that may be, or null
 */
record SearchFilters(
        List<String> categories,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<String> sources,
        boolean withCode) {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Codes have marks in them; other categories are words, and a space is part of the name. */
    private static final Pattern CODE = Pattern.compile("[^\\s.-]+[.-]\\S+");

    /** Names in one filter: the page repeats each in many addresses. */
    private static final int MOST_NAMES = 50;

    static SearchFilters of(Form form) {
        LocalDate first = form.day("from", "The first day");
        LocalDate last = form.day("until", "The last day");
        if (first != null && last != null && first.isAfter(last)) {
            form.refuse("until", "The first day, " + first + ", is later than the last day, " + last + ".");
        }
        return new SearchFilters(names(form, "category"), first, last, names(form, "source"), form.isTicked("code"));
    }

    /** As the search takes them. */
    Filters filters() {
        return new Filters(Set.copyOf(categories), from, until, Set.copyOf(sources), withCode);
    }

    /** The names that were typed with commas or spaces between them, or came one by one. */
    private static List<String> names(Form form, String field) {
        List<String> names = form.texts(field).stream()
                .flatMap(typed -> Arrays.stream(COMMA.split(typed.strip())))
                .flatMap(SearchFilters::codes)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_NAMES + 1)
                .toList();
        if (names.size() > MOST_NAMES) {
            form.refuse(field, "At most " + MOST_NAMES + " can be chosen by “" + field + "”; there are more.");
            return List.of();
        }
        return names;
    }

    private static Stream<String> codes(String name) {
        String[] parts = SPACE.split(name);
        return Arrays.stream(parts).allMatch(part -> CODE.matcher(part).matches())
                ? Arrays.stream(parts)
                : Stream.of(name);
    }
}
