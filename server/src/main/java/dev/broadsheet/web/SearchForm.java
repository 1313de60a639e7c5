package dev.broadsheet.web;

import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.SearchRequest.Ranking;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a person asked of the search page, kept as typed so that it can be shown again, and the address
 * that asks it. Every change of it leads to the first page.
 *
 * @param cursor where the page before ended, or null for the first page
 * @param mistakes what could not be understood, as sentences; empty where all could
 */
public record SearchForm(
        String query,
        List<String> categories,
        String from,
        String until,
        List<String> sources,
        boolean withCode,
        Ranking ranking,
        Order order,
        boolean explained,
        @Nullable String cursor,
        List<String> mistakes) {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Codes have marks in them; other categories are words, and a space is part of the name. */
    private static final Pattern CODE = Pattern.compile("[^\\s.-]+[.-]\\S+");

    /** Names in one filter: the page repeats each in many addresses. */
    private static final int MOST_NAMES = 50;

    private static final int LAST_YEAR = 9999;

    static SearchForm of(ServerRequest request) {
        List<String> mistakes = new ArrayList<>();
        String from = text(request, "from");
        String until = text(request, "until");
        LocalDate first = day(from, "The first day", mistakes);
        LocalDate last = day(until, "The last day", mistakes);
        if (first != null && last != null && first.isAfter(last)) {
            mistakes.add("The first day, " + from + ", is later than the last day, " + until + ".");
        }
        String cursor = text(request, "cursor");
        return new SearchForm(
                text(request, "q"),
                names(request, "category", mistakes),
                from,
                until,
                names(request, "source", mistakes),
                !text(request, "code").isEmpty(),
                choice(Ranking.values(), Ranking.FULL, "ranking", text(request, "ranking"), mistakes),
                choice(Order.values(), Order.RELEVANCE, "order", text(request, "sort"), mistakes),
                !text(request, "explain").isEmpty(),
                cursor.isEmpty() ? null : cursor,
                List.copyOf(mistakes));
    }

    /** Whether any filter is set. */
    public boolean isNarrowed() {
        return !(categories.isEmpty() && from.isEmpty() && until.isEmpty() && sources.isEmpty()) || withCode;
    }

    /** Whether there is anything to look for: words, or at least a filter or an order. */
    public boolean isAsked() {
        return !query.isEmpty() || isNarrowed() || order != Order.RELEVANCE;
    }

    /** To be asked for only without mistakes. */
    SearchRequest request(int limit) {
        Filters filters = new Filters(Set.copyOf(categories), firstDay(), lastDay(), Set.copyOf(sources), withCode);
        return new SearchRequest(query, limit, filters, ranking, order, cursor, explained);
    }

    /** The first day that may be; to be asked for only without mistakes. */
    @Nullable LocalDate firstDay() {
        return from.isEmpty() ? null : LocalDate.parse(from);
    }

    /** The last day that may be; to be asked for only without mistakes. */
    @Nullable LocalDate lastDay() {
        return until.isEmpty() ? null : LocalDate.parse(until);
    }

    /** The same search with the query spelt otherwise. */
    SearchForm respelt(String other) {
        return new SearchForm(
                other, categories, from, until, sources, withCode, ranking, order, explained, null, mistakes);
    }

    SearchForm ofCategories(List<String> others) {
        return new SearchForm(
                query, List.copyOf(others), from, until, sources, withCode, ranking, order, explained, null, mistakes);
    }

    SearchForm ofDays(String first, String last) {
        return new SearchForm(
                query, categories, first, last, sources, withCode, ranking, order, explained, null, mistakes);
    }

    SearchForm ofSources(List<String> others) {
        return new SearchForm(
                query,
                categories,
                from,
                until,
                List.copyOf(others),
                withCode,
                ranking,
                order,
                explained,
                null,
                mistakes);
    }

    SearchForm withCode(boolean wanted) {
        return new SearchForm(
                query, categories, from, until, sources, wanted, ranking, order, explained, null, mistakes);
    }

    SearchForm in(Order other) {
        return new SearchForm(
                query, categories, from, until, sources, withCode, ranking, other, explained, null, mistakes);
    }

    SearchForm explained(boolean wanted) {
        return new SearchForm(
                query, categories, from, until, sources, withCode, ranking, order, wanted, null, mistakes);
    }

    SearchForm at(@Nullable String place) {
        return new SearchForm(
                query, categories, from, until, sources, withCode, ranking, order, explained, place, mistakes);
    }

    /** The address that asks this. */
    String href() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/papers").queryParam("q", "{q}");
        List<String> values = new ArrayList<>(List.of(query));
        categories.forEach(category -> add(address, values, "category", category));
        add(address, values, "from", from);
        add(address, values, "until", until);
        sources.forEach(source -> add(address, values, "source", source));
        add(address, values, "code", withCode ? "1" : "");
        add(address, values, "ranking", ranking == Ranking.FULL ? "" : word(ranking));
        add(address, values, "sort", order == Order.RELEVANCE ? "" : word(order));
        add(address, values, "explain", explained ? "1" : "");
        add(address, values, "cursor", cursor == null ? "" : cursor);
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    /** A constant as an address has it. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void add(UriComponentsBuilder address, List<String> values, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{value" + values.size() + "}");
            values.add(value);
        }
    }

    /** The names that were typed with commas or spaces between them, or came one by one. */
    private static List<String> names(ServerRequest request, String parameter, List<String> mistakes) {
        List<String> names = request.params().getOrDefault(parameter, List.of()).stream()
                .flatMap(typed -> Arrays.stream(COMMA.split(typed.strip())))
                .flatMap(SearchForm::codes)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_NAMES + 1)
                .toList();
        if (names.size() > MOST_NAMES) {
            mistakes.add("At most " + MOST_NAMES + " can be chosen by “" + parameter + "”; there are more.");
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

    private static String text(ServerRequest request, String name) {
        return request.param(name).orElse("").strip();
    }

    private static @Nullable LocalDate day(String text, String name, List<String> mistakes) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (Math.abs(day.getYear()) <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // Said below, as for a year that nobody means.
        }
        mistakes.add(name + ", “" + text + "”, is no date. Write it as year-month-day: 2026-08-21.");
        return null;
    }

    private static <E extends Enum<E>> E choice(
            E[] choices, E otherwise, String name, String text, List<String> mistakes) {
        for (E choice : choices) {
            if (word(choice).equalsIgnoreCase(text)) {
                return choice;
            }
        }
        if (!text.isEmpty()) {
            List<String> words = Arrays.stream(choices).map(SearchForm::word).toList();
            mistakes.add("The " + name + " is " + String.join(", ", words.subList(0, words.size() - 1)) + " or "
                    + words.getLast() + ", not “" + text + "”.");
        }
        return otherwise;
    }
}
