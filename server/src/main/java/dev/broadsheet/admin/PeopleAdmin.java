package dev.broadsheet.admin;

import dev.broadsheet.account.Moderation;
import dev.broadsheet.account.Moderation.Member;
import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.site.Routes;
import dev.broadsheet.site.Tab;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The pages about people: who there is, one of them, and invitations. Thread-safe. */
final class PeopleAdmin {
    static final String PEOPLE = "/admin/people";
    static final String INVITATIONS = "/admin/invitations";

    private static final int MOST = 100;

    private final Moderation moderation;
    private final People people;
    private final Moments moments;
    private final Function<String, List<Tab>> tabs;

    /** @param tabs the links below the masthead, for the address of a page */
    PeopleAdmin(Moderation moderation, People people, Moments moments, Function<String, List<Tab>> tabs) {
        this.moderation = moderation;
        this.people = people;
        this.moments = moments;
        this.tabs = tabs;
    }

    void addTo(Routes routes) {
        routes.get(PEOPLE, this::list)
                .get(PEOPLE + "/{name}", request -> one(request, Optional.empty()))
                .post(PEOPLE + "/{name}/role", this::changeRole)
                .post(PEOPLE + "/{name}/suspend", this::suspend)
                .post(PEOPLE + "/{name}/reinstate", this::reinstate)
                .post(PEOPLE + "/{name}/reset", this::reset)
                .get(INVITATIONS, request -> invitations(request, request.form(), Optional.empty()))
                .post(INVITATIONS, this::invite);
    }

    private Response list(Request request) {
        Person.require(request, Role.ADMIN);
        String name = request.parameter("name").orElse("").strip();
        if (people.byName(name).isPresent()) {
            return Response.redirect(address(name.toLowerCase(Locale.ROOT)));
        }
        List<Member> members = moderation.list(request.parameter("after").orElse(""), MOST);
        Optional<NamedLink> more = members.size() < MOST
                ? Optional.empty()
                : Optional.of(new NamedLink(
                        "More people",
                        PEOPLE + "?after=" + members.getLast().person().name()));
        return page(PEOPLE, "people", "People", new PeoplePage(members, name, more.orElse(null), moments));
    }

    private Response one(Request request, Optional<String> link) {
        Person.require(request, Role.ADMIN);
        Person person = person(request);
        return once(
                link,
                page(
                        PEOPLE,
                        "person",
                        "The account of " + person.name(),
                        new PersonPage(person, List.of(Role.values()), link.orElse(null), moments)));
    }

    private Response changeRole(Request request) {
        Person admin = Person.requireSession(request, Role.ADMIN);
        Person before = person(request);
        Person person = moderation.changeRole(admin, before.number(), role(request.form(), before.role()));
        return done(person, person.title() + " has the role “" + person.role().word() + "” now.");
    }

    private Response suspend(Request request) {
        Person admin = Person.requireSession(request, Role.ADMIN);
        Person person = moderation.suspend(
                admin, person(request).number(), request.form().text("reason"));
        return done(person, person.title() + " is suspended: they can read, but not act.");
    }

    private Response reinstate(Request request) {
        Person admin = Person.requireSession(request, Role.ADMIN);
        Person person = moderation.reinstate(admin, person(request).number());
        return done(person, person.title() + " may act again.");
    }

    private Response reset(Request request) {
        Person admin = Person.requireSession(request, Role.ADMIN);
        return one(
                request, Optional.of(moderation.resetLink(admin, person(request).number())));
    }

    private Response invitations(Request request, Form form, Optional<String> link) {
        Person inviter = Person.require(request, Role.MODERATOR);
        List<Role> roles = Arrays.stream(Role.values())
                .filter(role -> Moderation.mayInvite(inviter, role))
                .toList();
        InvitationsPage content = new InvitationsPage(form, roles, link.orElse(null));
        // The other sections are not open to a moderator.
        Response page = inviter.may(Role.ADMIN)
                ? page(INVITATIONS, "invitations", "Invitations", content)
                : Response.page(Page.of("admin/invitations.jte", "Invitations", content));
        return once(link, page);
    }

    private Response invite(Request request) {
        Person inviter = Person.requireSession(request, Role.MODERATOR);
        Form form = request.form();
        String email = form.text("email");
        Role role = role(form, Role.MEMBER);
        Moderation.complaintAboutAddress(email).ifPresent(complaint -> form.refuse("email", complaint));
        if (!form.isSound()) {
            return invitations(request, form, Optional.empty()).status(422);
        }
        Optional<String> link = moderation.invite(inviter, role, email);
        return link.isPresent()
                ? invitations(request, form, link)
                : Response.seeOther(INVITATIONS).flash("The invitation is on its way to " + email + ".");
    }

    private static Role role(Form form, Role otherwise) {
        Role role = form.choice("role", "role", otherwise);
        form.errors().stream().findFirst().ifPresent(error -> {
            throw Refusal.badRequest("Nothing was changed", error.message());
        });
        return role;
    }

    private Person person(Request request) {
        return people.byName(request.variable("name")).orElseThrow(() -> Refusal.notFound("There is no such account"));
    }

    private Response page(String address, String template, String title, Object content) {
        return Response.page(
                Page.of("admin/" + template + ".jte", title, content).tabs(tabs.apply(address)));
    }

    /** A page that shows a link is kept by no browser: whoever goes back in it would read the link again. */
    private static Response once(Optional<String> link, Response page) {
        return link.isPresent() ? page.header("Cache-Control", "private, no-store") : page;
    }

    private static Response done(Person person, String sentence) {
        return Response.seeOther(address(person.name())).flash(sentence);
    }

    private static String address(String name) {
        return PEOPLE + "/" + name;
    }
}
