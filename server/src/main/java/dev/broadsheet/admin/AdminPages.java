package dev.broadsheet.admin;

import dev.broadsheet.account.Audit;
import dev.broadsheet.account.AuditEntry;
import dev.broadsheet.account.Moderation;
import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.database.Database;
import dev.broadsheet.installation.SettingInForce;
import dev.broadsheet.jobs.JobState;
import dev.broadsheet.room.Room;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Reader;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.site.Routes;
import dev.broadsheet.site.Tab;
import java.time.Clock;
import java.util.List;

/** Every address below {@code /admin}; each is for admins only, but that moderators invite too. Thread-safe. */
public final class AdminPages implements Room, Endpoints {
    private static final String ROOT = "/admin";
    private static final String SETTINGS = ROOT + "/settings";
    private static final String JOBS = ROOT + "/jobs";
    private static final String AUDIT = ROOT + "/audit";
    private static final int ENTRIES = 100;

    private static final List<NamedLink> SECTIONS = List.of(
            new NamedLink("Overview", ROOT),
            new NamedLink("People", PeopleAdmin.PEOPLE),
            new NamedLink("Invitations", PeopleAdmin.INVITATIONS),
            new NamedLink("Settings", SETTINGS),
            new NamedLink("Jobs", JOBS),
            new NamedLink("Audit log", AUDIT));

    private final Database database;
    private final List<SettingInForce> settings;
    private final Moments moments;
    private final PeopleAdmin people;

    /** @param clock whose zone the times of these pages are in */
    public AdminPages(
            Database database, List<SettingInForce> settings, Moderation moderation, People people, Clock clock) {
        this.database = database;
        this.settings = List.copyOf(settings);
        this.moments = new Moments(clock);
        this.people = new PeopleAdmin(moderation, people, moments, AdminPages::tabs);
    }

    @Override
    public List<Endpoints> endpoints() {
        return List.of(this);
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(ROOT, this::overview)
                .get(SETTINGS, this::settings)
                .get(JOBS, this::jobs)
                .get(AUDIT, this::audit)
                .personal(AdminPages::links);
        people.addTo(routes);
    }

    private static List<NamedLink> links(Reader reader) {
        return reader instanceof Person person && person.may(Role.ADMIN)
                ? List.of(new NamedLink("Administration", ROOT))
                : List.of();
    }

    private Response overview(Request request) {
        Person.require(request, Role.ADMIN);
        return page(ROOT, "overview", "Administration", new OverviewPage(JobState.all(database), moments));
    }

    private Response settings(Request request) {
        Person.require(request, Role.ADMIN);
        return page(SETTINGS, "settings", "Settings in force", new SettingsPage(settings));
    }

    private Response jobs(Request request) {
        Person.require(request, Role.ADMIN);
        return page(JOBS, "jobs", "Jobs", new JobsPage(JobState.all(database), moments));
    }

    private Response audit(Request request) {
        Person.require(request, Role.ADMIN);
        long before = request.parameter("before").map(AdminPages::number).orElse(Long.MAX_VALUE);
        List<AuditEntry> entries = Audit.entries(database, before, ENTRIES);
        String older = entries.size() < ENTRIES
                ? ""
                : AUDIT + "?before=" + entries.getLast().number();
        return page(AUDIT, "audit", "Audit log", new AuditPage(entries, older, moments));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static Response page(String address, String template, String title, Object content) {
        return Response.page(
                Page.of("admin/" + template + ".jte", title, content).tabs(tabs(address)));
    }

    private static List<Tab> tabs(String address) {
        return SECTIONS.stream()
                .map(section ->
                        new Tab(section.words(), section.href(), section.href().equals(address)))
                .toList();
    }
}
