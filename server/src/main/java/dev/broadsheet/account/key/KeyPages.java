package dev.broadsheet.account.key;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Scope;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.site.Routes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page where somebody makes and revokes API keys. Thread-safe. */
public final class KeyPages implements Endpoints {
    /** Where it is. */
    public static final String PATH = "/account/keys";

    private static final int LONGEST_NAME = 60;
    private static final int MOST_DAYS = 3660;

    private final ApiKeys keys;
    private final Clock clock;

    public KeyPages(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(PATH, request -> page(request, request.form(), null))
                .post(PATH, this::make)
                .post(PATH + "/revoke", this::revoke);
    }

    private Response page(Request request, Form form, @Nullable String made) {
        Person person = Person.requireSession(request, Role.READER);
        return Response.page(Page.of(
                        "account/key/keys.jte",
                        "API keys",
                        new KeysPage(form, made, keys.of(person), clock.instant(), clock.getZone())))
                .header("Cache-Control", "private, no-store");
    }

    private Response make(Request request) {
        Person person = Person.requireSession(request, Role.READER);
        Form form = request.form();
        String name = name(form);
        Set<Scope> scopes = scopes(form);
        Instant expires = expiry(form);
        if (!form.isSound()) {
            return page(request, form, null).status(422);
        }
        ApiKeys.Outcome outcome = keys.make(person, name, scopes, expires);
        if (outcome.obstacle() != null) {
            form.refuse(
                    "name",
                    switch (outcome.obstacle()) {
                        case NAME_TAKEN ->
                            "You have a key of this name. Its secret cannot be shown again: choose another name.";
                        case TOO_MANY -> "You have " + ApiKeys.MOST + " keys, the most there may be. Revoke one first.";
                    });
            return page(request, form, null).status(422);
        }
        return page(request, form, outcome.key());
    }

    private Response revoke(Request request) {
        Person person = Person.requireSession(request, Role.READER);
        long number;
        try {
            number = Long.parseLong(request.form().text("key"));
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("That is not the number of a key");
        }
        boolean revoked = keys.revoke(person, number);
        return Response.seeOther(PATH).flash(revoked ? "The key is revoked." : "There was no such key any more.");
    }

    private static String name(Form form) {
        String name = form.text("name");
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            form.refuse("name", "A name has 1 to " + LONGEST_NAME + " characters, on one line.");
        }
        return name;
    }

    private static Set<Scope> scopes(Form form) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        form.texts("scope").forEach(word -> Scope.of(word).ifPresent(scopes::add));
        if (scopes.isEmpty()) {
            form.refuse("scope", "Choose at least one thing that the key may do.");
        }
        return scopes;
    }

    private Instant expiry(Form form) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = switch (form.text("expiry")) {
            case "30" -> today.plusDays(30);
            case "90", "" -> today.plusDays(90);
            case "365" -> today.plusDays(365);
            default -> chosenDay(form, today);
        };
        // The last day is the person's to its end.
        return last.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private static LocalDate chosenDay(Form form, LocalDate today) {
        LocalDate day = form.day("until", "The last day");
        if (day == null) {
            if (form.error("until") == null) {
                form.refuse("until", "Choose the last day on which the key is to work.");
            }
            return today;
        }
        if (day.isBefore(today) || ChronoUnit.DAYS.between(today, day) > MOST_DAYS) {
            form.refuse("until", "The last day is today or within ten years.");
            return today;
        }
        return day;
    }
}
