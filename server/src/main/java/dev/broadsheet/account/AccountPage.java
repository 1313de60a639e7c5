package dev.broadsheet.account;

import dev.broadsheet.site.Form;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** What the page of one's own account shows. */
record AccountPage(
        Form form, Logins.Login login, Set<Shown> shown, List<SessionRow> sessions, List<AccountSection> sections) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    /**
     * A session as the page lists it.
     *
     * @param current whether it is the one that looks
     */
    record SessionRow(String id, String browser, String address, String begun, String seen, boolean current) {}

    static List<SessionRow> rows(List<Sessions.Session> sessions, String current, ZoneId zone) {
        DateTimeFormatter time = TIME.withZone(zone);
        return sessions.stream()
                .map(session -> new SessionRow(
                        session.id(),
                        session.agent().isEmpty() ? "A browser without a name" : session.agent(),
                        session.address(),
                        time.format(session.begun()),
                        time.format(session.seen()),
                        session.id().equals(current)))
                .toList();
    }

    Person person() {
        return login.person();
    }

    String email() {
        return Objects.requireNonNullElse(login.email(), "");
    }

    boolean hasPassword() {
        return login.password() != null;
    }

    /** What a field shows: what was typed, else what is stored. */
    String value(String field, String stored) {
        return form.texts(field).isEmpty() ? stored : form.text(field);
    }

    boolean shows(Shown choice) {
        return form.texts("name").isEmpty()
                ? shown.contains(choice)
                : form.texts("shows").contains(choice.word());
    }
}
