package dev.broadsheet.web;

import dev.broadsheet.daily.DailyList;
import dev.broadsheet.daily.DailyLists;
import dev.broadsheet.daily.Period;
import dev.broadsheet.daily.Period.Kind;
import dev.broadsheet.paper.Catalogue;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The pages of a day, a week and a month. */
@Component
final class ListPages {
    private static final int ON_A_PAGE = 50;
    private static final int CATEGORIES_SHOWN = 12;
    private static final Map<Kind, String> BASES =
            Map.of(Kind.DAY, "/papers/date/", Kind.WEEK, "/papers/week/", Kind.MONTH, "/papers/month/");

    private final DailyLists lists;
    private final Catalogue catalogue;
    private final View view;
    private final Problems problems;

    ListPages(DailyLists lists, Catalogue catalogue, View view, Problems problems) {
        this.lists = lists;
        this.catalogue = catalogue;
        this.view = view;
        this.problems = problems;
    }

    ServerResponse latest(Kind kind) {
        Optional<LocalDate> day = lists.latestDay();
        LocalDate shown = day.orElseGet(lists::today);
        return ServerResponse.status(302)
                .location(URI.create(href(Period.of(kind, shown))))
                .header("Cache-Control", "no-cache")
                .build();
    }

    ServerResponse list(Kind kind, ServerRequest request) {
        String address = request.pathVariable("period");
        Optional<Period> period = Period.parse(kind, address);
        if (period.isEmpty()) {
            return problems.badRequest("That is no " + kind.name().toLowerCase(Locale.ROOT), expectation(kind));
        }
        int page = pageNumber(request);
        DailyList list = lists.of(period.get(), page * ON_A_PAGE, ON_A_PAGE);
        List<Card> cards = list.entries().stream()
                .map(entry -> Card.of(entry.paper(), entry.appearance()))
                .toList();
        boolean mathematics = cards.stream().anyMatch(Card::hasMathematics);
        String words = period.get().words();
        return view.page(
                "list.jte",
                view.frame(words, period.get(), mathematics, list.absence() == null),
                new ListPage(
                        words,
                        count(list),
                        note(list),
                        step(list.previous()),
                        step(list.next()),
                        cards,
                        categories(list),
                        list.absence() == null ? null : latestStep(kind),
                        page == 0 ? null : new Step(href(period.get()) + "?p=" + (page - 1), "Papers before these"),
                        (page + 1) * ON_A_PAGE < list.total()
                                ? new Step(href(period.get()) + "?p=" + (page + 1), "More papers")
                                : null));
    }

    private static int pageNumber(ServerRequest request) {
        String written = request.param("p").orElse("0");
        return written.matches("\\d{1,6}") ? Integer.parseInt(written) : 0;
    }

    private static String expectation(Kind kind) {
        return switch (kind) {
            case DAY -> "A day is written as year, month and day: /papers/date/2026-08-21.";
            case WEEK -> "A week is written as year and ISO week: /papers/week/2026-W34.";
            case MONTH -> "A month is written as year and month: /papers/month/2026-08.";
        };
    }

    private static String count(DailyList list) {
        String papers = Words.count(list.total(), "paper", "papers");
        return list.period().kind() == Kind.DAY ? papers : papers + " from " + Words.count(list.days(), "day", "days");
    }

    private @Nullable String note(DailyList list) {
        DailyList.Absence absence = list.absence();
        if (absence == null) {
            return null;
        }
        return switch (absence) {
            case WEEKEND ->
                list.period().firstDay().getDayOfWeek() == DayOfWeek.SATURDAY
                        ? "This is a Saturday. Lists appear from Monday to Friday."
                        : "This is a Sunday. Lists appear from Monday to Friday.";
            case NOT_YET -> "There is no list for this " + kindWord(list.period()) + " yet.";
            case BEFORE_THE_FIRST ->
                "The first list is of "
                        + catalogue.listDays().stream()
                                .findFirst()
                                .map(day -> new Period.Day(day.day()).words())
                                .orElse("a later day")
                        + ".";
            case NOT_PUBLISHED -> "No list is known for this " + kindWord(list.period()) + ".";
            case NO_LISTS_AT_ALL ->
                "This catalogue has no lists yet. It holds "
                        + Words.count(catalogue.size(), "paper", "papers")
                        + ", and all of them can be searched.";
        };
    }

    private static String kindWord(Period period) {
        return period.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Integer> categories(DailyList list) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (DailyList.Entry entry : list.entries()) {
            String category = entry.paper().metadata().primaryCategory();
            if (category != null) {
                counts.merge(category, 1, Integer::sum);
            }
        }
        Map<String, Integer> largest = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CATEGORIES_SHOWN)
                .forEach(entry -> largest.put(entry.getKey(), entry.getValue()));
        return largest;
    }

    private @Nullable Step latestStep(Kind kind) {
        return lists.latestDay().map(day -> step(Period.of(kind, day))).orElse(null);
    }

    private static @Nullable Step step(@Nullable Period period) {
        return period == null ? null : new Step(href(period), period.words());
    }

    static String href(Period period) {
        return BASES.get(period.kind()) + period.address();
    }
}
