package dev.broadsheet.web;

import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Ranking;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a person typed into the search form, kept as typed so that it can be shown again.
 *
 * @param categories separated by commas or spaces
 * @param mistakes what could not be understood, as sentences; empty where all could
 * @param page counted from 0
 */
public record SearchForm(
        String query,
        String categories,
        String from,
        String until,
        String source,
        Ranking ranking,
        int page,
        List<String> mistakes) {
    private static final int LAST_PAGE = 20;

    static SearchForm of(ServerRequest request) {
        List<String> mistakes = new ArrayList<>();
        String from = text(request, "from");
        String until = text(request, "until");
        LocalDate first = day(from, "The first day", mistakes);
        LocalDate last = day(until, "The last day", mistakes);
        if (first != null && last != null && first.isAfter(last)) {
            mistakes.add("The first day, " + from + ", is later than the last day, " + until + ".");
        }
        String page = text(request, "p");
        return new SearchForm(
                text(request, "q"),
                text(request, "category"),
                from,
                until,
                text(request, "source"),
                ranking(text(request, "ranking"), mistakes),
                page.matches("\\d{1,3}") ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 0,
                List.copyOf(mistakes));
    }

    /** Whether any filter is set or another ranking chosen. */
    public boolean isNarrowed() {
        return !(categories.isEmpty() && from.isEmpty() && until.isEmpty() && source.isEmpty())
                || ranking != Ranking.FULL;
    }

    /** Whether this is the last page that is given, however many papers there are. */
    boolean isLastPage() {
        return page == LAST_PAGE;
    }

    /** The filters; to be asked for only without mistakes. */
    Filters filters() {
        return new Filters(
                words(categories),
                from.isEmpty() ? null : LocalDate.parse(from),
                until.isEmpty() ? null : LocalDate.parse(until),
                words(source));
    }

    /** The same search with the query spelt otherwise, from its first page. */
    SearchForm respelt(String other) {
        return new SearchForm(other, categories, from, until, source, ranking, 0, mistakes);
    }

    /** The address of another page of the same answer. */
    String href(int otherPage) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/papers").queryParam("q", "{q}");
        List<String> values = new ArrayList<>(List.of(query));
        add(address, values, "category", categories);
        add(address, values, "from", from);
        add(address, values, "until", until);
        add(address, values, "source", source);
        add(
                address,
                values,
                "ranking",
                ranking == Ranking.FULL ? "" : ranking.name().toLowerCase(Locale.ROOT));
        add(address, values, "p", otherPage == 0 ? "" : String.valueOf(otherPage));
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static void add(UriComponentsBuilder address, List<String> values, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}");
            values.add(value);
        }
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(ServerRequest request, String name) {
        return request.param(name).orElse("").strip();
    }

    private static @Nullable LocalDate day(String text, String name, List<String> mistakes) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            mistakes.add(name + ", “" + text + "”, is no date. Write it as year-month-day: 2026-08-21.");
            return null;
        }
    }

    private static Ranking ranking(String text, List<String> mistakes) {
        for (Ranking ranking : Ranking.values()) {
            if (ranking.name().equalsIgnoreCase(text)) {
                return ranking;
            }
        }
        if (!text.isEmpty()) {
            mistakes.add("The ranking is full, words or meaning, not “" + text + "”.");
        }
        return Ranking.FULL;
    }
}
