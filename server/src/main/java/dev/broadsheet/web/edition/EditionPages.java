package dev.broadsheet.web.edition;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.Daily;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.DailyEdition.Access;
import dev.broadsheet.daily.DailyEdition.Candidates;
import dev.broadsheet.daily.Rhythm;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import java.util.List;
import java.util.Optional;

/** The list of editions, and the forms to begin one and to change it. */
public final class EditionPages {
    private static final String TEMPLATE = "web/edition/form.jte";
    private static final String BEGIN = "Begin an edition";

    private final Daily daily;
    private final People people;

    public EditionPages(Daily daily, People people) {
        this.daily = daily;
        this.people = people;
    }

    /** All editions that whoever asks may read. */
    public Response all(Request request) {
        Person person = Person.of(request).orElse(null);
        boolean admin = person != null && person.may(Role.ADMIN);
        List<EditionList.Item> editions = daily.editions().all().stream()
                .filter(edition -> edition.mayRead(person))
                .map(edition -> EditionList.Item.of(edition, edition.isCurator(person)))
                .toList();
        return Response.page(Page.of(
                "web/edition/editions.jte",
                "Editions",
                new EditionList(editions, admin ? new NamedLink(BEGIN, Addresses.NEW_EDITION) : null)));
    }

    /** The empty form. */
    public Response fresh(Request request) {
        Person.require(request, Role.ADMIN);
        return Response.page(
                Page.of(TEMPLATE, BEGIN, new EditionFormPage(BEGIN, request.form(), false, draft(""), false, true)));
    }

    /** Begins an edition. */
    public Response add(Request request) {
        Person admin = Person.require(request, Role.ADMIN);
        Form form = request.form();
        EditionFields fields = new EditionFields(form, people);
        DailyEdition draft = fields.all(draft(fields.address()));
        if (form.isSound()) {
            Optional<DailyEdition> added = daily.editions().add(admin, draft);
            if (added.isPresent()) {
                return Response.seeOther(Addresses.edition(added.get()))
                        .flash("The edition “" + draft.name() + "” has begun.");
            }
            form.refuse("address", "Another edition has this address.");
        }
        return Response.page(Page.of(TEMPLATE, BEGIN, new EditionFormPage(BEGIN, form, true, draft, false, true)))
                .status(422);
    }

    private DailyEdition draft(String address) {
        return new DailyEdition(
                0,
                address,
                "",
                "",
                Access.OPEN,
                Rhythm.workingDays(daily.editions().standard().rhythm().zone()),
                Candidates.ALL,
                List.of());
    }

    /** The form of an edition as it is. */
    public Response settings(Request request) {
        DailyEdition edition = AskedEdition.of(daily.editions(), request);
        return page(edition, request.form(), false, mayDecideAll(edition, request));
    }

    /** Changes an edition. */
    public Response change(Request request) {
        DailyEdition edition = AskedEdition.of(daily.editions(), request);
        boolean whole = mayDecideAll(edition, request);
        Form form = request.form();
        EditionFields fields = new EditionFields(form, people);
        DailyEdition changed = whole ? fields.all(edition) : edition.describedAs(fields.description());
        if (!form.isSound()) {
            return page(edition, form, true, whole).status(422);
        }
        daily.editions().change(Person.require(request, Role.READER), changed);
        return Response.seeOther(Addresses.editionSettings(edition)).flash("The edition was changed.");
    }

    /** @throws Refusal unless the person is an admin or curates the edition */
    private static boolean mayDecideAll(DailyEdition edition, Request request) {
        Person person = Person.require(request, Role.READER);
        if (!edition.isCurator(person)) {
            throw Refusal.of(
                    403,
                    "That is not open to you",
                    "It needs an admin or a curator of this edition. Nothing was changed.");
        }
        return person.may(Role.ADMIN);
    }

    private static Response page(DailyEdition edition, Form form, boolean sent, boolean whole) {
        String heading = "Settings of " + edition.name();
        return Response.page(AskedEdition.masthead(
                Page.of(TEMPLATE, heading, new EditionFormPage(heading, form, sent, edition, true, whole)), edition));
    }
}
