package dev.broadsheet.web.edition;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.CurationEntry;
import dev.broadsheet.daily.CurationEntry.Action;
import dev.broadsheet.daily.Daily;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.DailyList;
import dev.broadsheet.daily.Period;
import dev.broadsheet.daily.Submission;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.Address;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.web.edition.CurationPage.Choice;
import dev.broadsheet.web.edition.CurationPage.Item;
import dev.broadsheet.web.shared.Pagination;
import dev.broadsheet.web.shared.Piece;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What curators do to the list of a day, and the log of it for everybody. */
public final class CurationPages {
    private static final int MOST_SHOWN = 200;
    private static final int ON_A_PAGE = 50;
    private static final int LONGEST_REASON = 500;

    private static final Choice HOLD = new Choice(Action.HELD, "Hold back for now");
    private static final Choice REMOVE = new Choice(Action.REMOVED, "Take off the list");
    private static final Choice RESTORE = new Choice(Action.RESTORED, "Put back");

    private final Daily daily;
    private final Catalogue catalogue;

    public CurationPages(Daily daily, Catalogue catalogue) {
        this.daily = daily;
        this.catalogue = catalogue;
    }

    /** The list of a day with what can be done. */
    public Response list(Request request) {
        DailyEdition edition = AskedEdition.of(daily.editions(), request);
        curator(edition, request);
        return page(edition, day(request), request.form());
    }

    /** Does something to a paper, with a reason. */
    public Response act(Request request) {
        DailyEdition edition = AskedEdition.of(daily.editions(), request);
        Person curator = curator(edition, request);
        LocalDate day = day(request);
        Form form = request.form();
        Action action = form.choice("action", "action", Action.PLACED);
        String reason = form.text("reason");
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            form.refuse("reason", "Give a reason of at most " + LONGEST_REASON + " characters. Everybody can read it.");
        }
        LocalDate wanted = form.day("day", "The day");
        Paper paper = catalogue.find(form.text("paper")).orElse(null);
        if (paper == null) {
            form.refuse("paper", "No paper here has this name. Submit it first, or have it imported.");
        }
        if (!form.isSound() || paper == null) {
            return page(edition, day, form).status(422);
        }
        LocalDate list = action == Action.PLACED && wanted != null ? wanted : day;
        boolean done = daily.curation().act(edition, curator, paper.number(), action, list, reason);
        return Response.seeOther(Addresses.curation(edition, list))
                .flash(done ? "Done. The log says so too." : "It was so already. Nothing was changed.");
    }

    private static Person curator(DailyEdition edition, Request request) {
        Person person = Person.require(request, Role.READER);
        if (!edition.isCurator(person)) {
            throw Refusal.of(
                    403, "That is not open to you", "It needs a curator of this edition. Nothing was changed.");
        }
        return person;
    }

    private static LocalDate day(Request request) {
        return Period.parse(Period.Kind.DAY, request.variable("day"))
                .map(Period::firstDay)
                .orElseThrow(() -> Refusal.badRequest("That is not a day"));
    }

    private Response page(DailyEdition edition, LocalDate day, Form form) {
        Period period = new Period.Day(day);
        DailyList list = daily.lists(edition).of(period, 0, MOST_SHOWN);
        List<Item> items = new ArrayList<>();
        for (DailyList.Entry entry : list.entries()) {
            items.add(item(entry.paper(), "", List.of(HOLD, REMOVE)));
        }
        for (Submission off : daily.submissions().takenOff(edition, day)) {
            boolean held = off.state() == Submission.State.HELD;
            catalogue.papers(List.of(off.paper())).stream()
                    .map(paper -> item(
                            paper,
                            held ? "Held back" : "Taken off",
                            held ? List.of(RESTORE, REMOVE) : List.of(RESTORE, HOLD)))
                    .forEach(items::add);
        }
        String heading = "Curate " + period.words();
        return Response.page(AskedEdition.masthead(
                Page.of(
                        "web/edition/curation.jte",
                        heading,
                        new CurationPage(
                                heading,
                                new NamedLink("The list as readers see it", Addresses.list(edition, period)),
                                new NamedLink("What curators did", Addresses.curationLog(edition)),
                                items,
                                Math.max(0, list.total() - list.entries().size()),
                                form)),
                edition));
    }

    private static Item item(Paper paper, String state, List<Choice> choices) {
        return new Item(
                paper.id().value(),
                Addresses.paper(paper),
                Piece.beginning(paper.metadata().title(), 200, List.of()),
                state,
                choices);
    }

    /** What curators did in an edition, the latest first. */
    public Response log(Request request) {
        DailyEdition edition = AskedEdition.of(daily.editions(), request);
        String asked = request.parameter("p").orElse("0");
        int page = asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : 0;
        List<CurationEntry> entries = daily.curation().log(edition, page * ON_A_PAGE, ON_A_PAGE + 1);
        Map<Long, Paper> papers = new HashMap<>();
        catalogue
                .papers(entries.stream().map(CurationEntry::paper).distinct().toList())
                .forEach(paper -> papers.put(paper.number(), paper));
        Address here = Address.of(Addresses.curationLog(edition));
        Pagination pagination = new Pagination(
                page == 0
                        ? null
                        : new NamedLink(
                                "Later",
                                here.with("p", String.valueOf(page - 1)).href()),
                entries.size() <= ON_A_PAGE
                        ? null
                        : new NamedLink(
                                "Earlier",
                                here.with("p", String.valueOf(page + 1)).href()));
        return Response.page(AskedEdition.masthead(
                Page.of(
                        "web/edition/log.jte",
                        "What curators did",
                        new CurationLog(
                                entries.stream()
                                        .limit(ON_A_PAGE)
                                        .map(entry -> CurationLog.Line.of(entry, papers.get(entry.paper()), edition))
                                        .toList(),
                                pagination)),
                edition));
    }
}
