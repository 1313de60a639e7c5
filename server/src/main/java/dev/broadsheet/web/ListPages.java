package dev.broadsheet.web;

import dev.broadsheet.daily.DailyList;
import dev.broadsheet.daily.DailyList.Basis;
import dev.broadsheet.daily.DailyList.Choice;
import dev.broadsheet.daily.DailyLists;
import dev.broadsheet.daily.Period;
import dev.broadsheet.daily.Period.Kind;
import dev.broadsheet.paper.Catalogue;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
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
    private static final int CATEGORIES_SHOWN = 24;
    private static final String BY_VOTES = "By votes, most first, as the list’s keeper counted them.";
    private static final String BY_ANNOUNCEMENT =
            "As announced: papers that are new on that day, then those cross-listed from other categories; of"
                    + " both the newest first.";
    private static final Map<Kind, String> BASES =
            Map.of(Kind.DAY, "/papers/date/", Kind.WEEK, "/papers/week/", Kind.MONTH, "/papers/month/");

    private final DailyLists lists;
    private final Catalogue catalogue;
    private final View view;
    private final Problems problems;
    private final SourceOverview followed;

    ListPages(DailyLists lists, SourceOverview followed, Catalogue catalogue, View view, Problems problems) {
        this.lists = lists;
        this.followed = followed;
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
        ListAddress here = ListAddress.of(period.get(), request);
        DailyList list = lists.of(period.get(), here.choice(), here.page() * ON_A_PAGE, ON_A_PAGE);
        ListPage page = page(list, here);
        boolean mathematics = page.cards().stream().anyMatch(Card::hasMathematics);
        // One list at several addresses is kept once: the whole one.
        boolean indexed = list.absence() == null && here.choice().equals(Choice.LIST);
        return view.page("list.jte", view.frame(period.get().words(), period.get(), mathematics, indexed), page);
    }

    private ListPage page(DailyList list, ListAddress here) {
        boolean filling = list.absence() == DailyList.Absence.NO_LISTS_AT_ALL && !followed.isEmpty();
        return new ListPage(
                list.period().words(),
                count(list, here.choice()),
                list.basis() == Basis.VOTES ? BY_VOTES : BY_ANNOUNCEMENT,
                list.period() instanceof Period.Day day && !filling
                        ? followed.of(day.firstDay(), here.choice().category())
                        : List.of(),
                filling ? filling() : note(list, here.choice()),
                filling ? followed.beginnings() : List.of(),
                filling,
                step(list.previous(), here),
                step(list.next(), here),
                list.entries().stream().map(Card::of).toList(),
                other(list, here),
                categories(list, here),
                here.choice().category() == null ? null : new Step(here.in(null).href(), "All categories"),
                list.absence() == null || list.absence() == DailyList.Absence.NONE_IN_CATEGORY || filling
                        ? null
                        : latestStep(list.period().kind()),
                here.page() == 0 ? null : new Step(here.at(here.page() - 1).href(), "Papers before these"),
                (here.page() + 1) * ON_A_PAGE < list.total()
                        ? new Step(here.at(here.page() + 1).href(), "More papers")
                        : null);
    }

    private String filling() {
        long papers = catalogue.size();
        return "The first papers are being fetched. This page looks again by itself."
                + (papers == 0
                        ? ""
                        : " The catalogue holds " + DisplayFormat.count(papers, "paper", "papers") + " already.");
    }

    /** The way from a keeper's list to all that was announced, and back. */
    private @Nullable Step other(DailyList list, ListAddress here) {
        if (!list.other()) {
            return null;
        }
        if (here.choice().all()) {
            return new Step(here.all(false).href(), "Only the list by votes");
        }
        String period = kindWord(list.period());
        if (list.period().kind() != Kind.DAY) {
            return new Step(here.all(true).href(), "All papers announced in this " + period);
        }
        int announced = lists.of(list.period(), new Choice(true, null), 0, 0).total();
        return announced == 0
                ? null
                : new Step(
                        here.all(true).href(),
                        announced == 1
                                ? "The one paper announced on this day"
                                : "All " + DisplayFormat.number(announced) + " papers announced on this day");
    }

    private static String expectation(Kind kind) {
        return switch (kind) {
            case DAY -> "A day is written as year, month and day: /papers/date/2026-08-21.";
            case WEEK -> "A week is written as year and ISO week: /papers/week/2026-W34.";
            case MONTH -> "A month is written as year and month: /papers/month/2026-08.";
        };
    }

    private static String count(DailyList list, Choice choice) {
        String papers = DisplayFormat.count(list.total(), "paper", "papers")
                + (choice.all() ? " announced" : "")
                + (choice.category() == null ? "" : " in " + choice.category());
        return list.period().kind() == Kind.DAY || choice.category() != null
                ? papers
                : papers + " from " + DisplayFormat.count(list.days(), "day", "days");
    }

    private @Nullable String note(DailyList list, Choice choice) {
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
                        + lists.firstDay()
                                .map(day -> new Period.Day(day).words())
                                .orElse("a later day")
                        + ".";
            case NOT_PUBLISHED -> "No list is known for this " + kindWord(list.period()) + ".";
            case NONE_IN_CATEGORY ->
                "No paper of this " + kindWord(list.period()) + "’s list is in " + choice.category() + ".";
            case NO_LISTS_AT_ALL ->
                "This catalogue has no lists yet. It holds "
                        + DisplayFormat.count(catalogue.size(), "paper", "papers")
                        + ", and all of them can be searched.";
        };
    }

    private static String kindWord(Period period) {
        return period.kind().name().toLowerCase(Locale.ROOT);
    }

    private static List<ListPage.Category> categories(DailyList list, ListAddress here) {
        return list.categories().entrySet().stream()
                .limit(CATEGORIES_SHOWN)
                .map(category -> new ListPage.Category(
                        category.getKey(),
                        category.getValue(),
                        here.in(category.getKey()).href(),
                        category.getKey().equals(here.choice().category())))
                .toList();
    }

    private @Nullable Step latestStep(Kind kind) {
        return lists.latestDay()
                .map(day -> Period.of(kind, day))
                .map(period -> new Step(href(period), period.words()))
                .orElse(null);
    }

    /** To another period, with the same choice. */
    private static @Nullable Step step(@Nullable Period period, ListAddress here) {
        return period == null ? null : new Step(here.of(period).href(), period.words());
    }

    static String href(Period period) {
        return BASES.get(period.kind()) + period.address();
    }
}
