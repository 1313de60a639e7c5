package dev.broadsheet.web.list;

import dev.broadsheet.account.Person;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.Circle;
import dev.broadsheet.daily.Daily;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.DailyList;
import dev.broadsheet.daily.DailyList.Choice;
import dev.broadsheet.daily.DailyLists;
import dev.broadsheet.daily.Period;
import dev.broadsheet.daily.Period.Kind;
import dev.broadsheet.daily.Visits.News;
import dev.broadsheet.daily.WholeList;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.web.edition.AskedEdition;
import dev.broadsheet.web.shared.Card;
import dev.broadsheet.web.shared.DisplayFormat;
import dev.broadsheet.web.shared.Pagination;
import dev.broadsheet.web.shared.SourceOverview;
import dev.broadsheet.web.shared.VoteButtons;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages of a day, a week and a month, in each edition. */
public final class ListPages {
    private static final int ON_A_PAGE = 50;
    private static final int CATEGORIES_SHOWN = 24;

    private final Daily daily;
    private final SourceOverview followed;
    private final Catalogue catalogue;
    private final VoteButtons votes;

    public ListPages(Daily daily, SourceOverview followed, Catalogue catalogue, VoteButtons votes) {
        this.votes = votes;
        this.daily = daily;
        this.followed = followed;
        this.catalogue = catalogue;
    }

    /** Leads to the latest list of a kind in the default edition. */
    public Response latest(Kind kind) {
        return latest(daily.editions().standard(), kind);
    }

    /** The same in the edition that the address names. */
    public Response latestIn(Kind kind, Request request) {
        return latest(AskedEdition.of(daily.editions(), request), kind);
    }

    private Response latest(DailyEdition edition, Kind kind) {
        DailyLists lists = daily.lists(edition);
        LocalDate day = lists.latestDay().orElseGet(lists::today);
        return Response.redirect(Addresses.list(edition, Period.of(kind, day)));
    }

    /** The list of the default edition for the period that the address names. */
    public Response list(Kind kind, Request request) {
        return list(daily.editions().standard(), kind, request);
    }

    /** The same in the edition that the address names. */
    public Response listIn(Kind kind, Request request) {
        DailyEdition edition = AskedEdition.of(daily.editions(), request);
        return edition.isDefault()
                ? Response.moved(Addresses.list(edition, period(kind, request)))
                : list(edition, kind, request);
    }

    private Response list(DailyEdition edition, Kind kind, Request request) {
        Period period = period(kind, request);
        ListAddress here = ListAddress.of(edition, period, request);
        WholeList whole = daily.lists(edition).whole(period, here.choice());
        Person person = Person.of(request).orElse(null);
        News news = person == null ? null : daily.visits().look(person, edition, whole);
        Set<Long> only = here.unseen() && news != null && !news.first() ? news.papers() : null;
        DailyList list = whole.page(only, here.page() * ON_A_PAGE, ON_A_PAGE);
        ListPage page = page(
                list,
                here,
                news,
                ListPage.Reading.of(here, news, person, daily.lists(edition)),
                votes.on(
                        request,
                        list.entries().stream().map(DailyList.Entry::paper).toList()));
        // One list at several addresses is kept once: the whole one.
        boolean indexed = list.absence() == null
                && here.choice().equals(Choice.LIST)
                && edition.access().readers() == Circle.ALL;
        return Response.page(AskedEdition.masthead(
                Page.of("web/list/list.jte", period.words(), page)
                        .tabs(ListTabs.of(edition, period))
                        .mathematics(page.hasMathematics())
                        .indexed(indexed),
                edition));
    }

    private static Period period(Kind kind, Request request) {
        return Period.parse(kind, request.variable("period"))
                .orElseThrow(
                        () -> Refusal.badRequest("That is not a " + ListWords.kind(kind), ListWords.expectation(kind)));
    }

    private ListPage page(
            DailyList list,
            ListAddress here,
            @Nullable News news,
            ListPage.Reading reading,
            VoteButtons.OnPage buttons) {
        Absences absences = new Absences(daily.lists(here.edition()), followed, catalogue);
        return new ListPage(
                list.period().words(),
                ListWords.count(list, here.choice()),
                ListWords.order(list.basis()),
                absences.isFilling(list) ? List.of() : completeness(list, here),
                absences.of(list, here.choice().category()),
                new ListPage.Neighbours(neighbour(list.previous(), here), neighbour(list.next(), here)),
                new ListPage.Choices(other(list, here), every(here), categories(list, here)),
                list.entries().stream()
                        .map(entry -> Card.of(
                                        entry,
                                        news != null
                                                && news.papers()
                                                        .contains(entry.paper().number()))
                                .with(buttons, entry.paper()))
                        .toList(),
                pagination(list, here),
                reading);
    }

    private List<Completeness> completeness(DailyList list, ListAddress here) {
        return list.period() instanceof Period.Day day && here.edition().isDefault()
                ? followed.announced(day.firstDay(), here.choice().category()).stream()
                        .map(Completeness::of)
                        .toList()
                : List.of();
    }

    /** To another period, with the same choice. */
    private static @Nullable NamedLink neighbour(@Nullable Period period, ListAddress here) {
        return period == null
                ? null
                : new NamedLink(period.words(), here.of(period).href());
    }

    /** The way from a keeper's list to all that was announced, and back. */
    private @Nullable NamedLink other(DailyList list, ListAddress here) {
        if (!list.other()) {
            return null;
        }
        if (here.choice().all()) {
            return new NamedLink("Only the list by votes", here.all(false).href());
        }
        String all = here.all(true).href();
        Kind kind = list.period().kind();
        if (kind != Kind.DAY) {
            return new NamedLink("All papers announced in this " + ListWords.kind(kind), all);
        }
        int announced = daily.lists(here.edition())
                .of(list.period(), new Choice(true, null), 0, 0)
                .total();
        if (announced == 0) {
            return null;
        }
        String words = announced == 1
                ? "The one paper announced on this day"
                : "All " + DisplayFormat.number(announced) + " papers announced on this day";
        return new NamedLink(words, all);
    }

    private static @Nullable NamedLink every(ListAddress here) {
        return here.choice().category() == null
                ? null
                : new NamedLink("All categories", here.in(null).href());
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

    private static Pagination pagination(DailyList list, ListAddress here) {
        int page = here.page();
        return new Pagination(
                page == 0
                        ? null
                        : new NamedLink("Papers before these", here.at(page - 1).href()),
                (page + 1) * ON_A_PAGE < list.total()
                        ? new NamedLink("More papers", here.at(page + 1).href())
                        : null);
    }
}
