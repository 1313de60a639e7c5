package dev.broadsheet.account.passkey;

import dev.broadsheet.account.LocalPath;
import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Sessions;
import dev.broadsheet.account.Throttle;
import dev.broadsheet.account.Throttle.Action;
import dev.broadsheet.account.Throttle.Limit;
import dev.broadsheet.database.Database;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.site.Routes;
import dev.broadsheet.site.SiteAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The pages of passkeys, and what their script asks. Thread-safe. */
public final class PasskeyPages implements Endpoints {
    /** Where one's passkeys are. */
    public static final String PATH = "/account/passkeys";

    /** Where somebody signs in with one. */
    public static final String SIGN_IN = "/sign-in/passkey";

    private static final String OPTIONS = "/options";
    private static final int LONGEST_NAME = 60;
    private static final String SITE_NAME = "Broadsheet";
    private static final Action ATTEMPT = Action.of("passkey", Limit.of(60, Duration.ofMinutes(10)));

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final Ceremony ceremony;
    private final People people;
    private final Sessions sessions;
    private final Throttle throttle;
    private final SiteAddress site;
    private final Clock clock;

    public PasskeyPages(
            Passkeys passkeys,
            Database database,
            People people,
            Sessions sessions,
            Throttle throttle,
            SiteAddress site,
            Clock clock) {
        this.passkeys = passkeys;
        this.challenges = new Challenges(database, clock);
        this.ceremony = new Ceremony(passkeys, clock);
        this.people = people;
        this.sessions = sessions;
        this.throttle = throttle;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(PATH, this::page)
                .post(PATH + OPTIONS, this::creation)
                .post(PATH, this::add)
                .post(PATH + "/remove", this::remove)
                .get(SIGN_IN, this::signInPage)
                .post(SIGN_IN + OPTIONS, this::request)
                .post(SIGN_IN, this::signIn);
    }

    private Response page(Request request) {
        Person person = Person.requireSession(request, Role.READER);
        return Response.page(Page.of(
                "account/passkey/passkeys.jte",
                "Passkeys",
                new PasskeysPage(
                        passkeys.of(person),
                        people.waysToSignIn(person) <= 1,
                        party().isReachedBy(request),
                        party().origin(),
                        clock.getZone())));
    }

    private Response creation(Request request) {
        Person person = Person.requireSession(request, Role.READER);
        throttle.take(request, ATTEMPT);
        String name = name(request.json(), person);
        Challenges.Given given = challenges.give(person.number());
        return Response.json(Map.of(
                        "name",
                        name,
                        "publicKey",
                        PasskeyOptions.creation(party(), SITE_NAME, person, given.challenge(), passkeys.of(person))))
                .cookie(given.cookie());
    }

    private String name(JsonNode sent, Person person) {
        String name = sent.path("name").asString("").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.of(422, "A name has 1 to " + LONGEST_NAME + " characters, on one line", "");
        }
        if (passkeys.of(person).size() >= Passkeys.MOST) {
            throw Refusal.of(
                    422, "You have " + Passkeys.MOST + " passkeys, the most there may be", "Remove one first.");
        }
        if (passkeys.of(person).stream().anyMatch(passkey -> passkey.name().equals(name))) {
            throw Refusal.of(422, "You have a passkey of this name", "Choose another name.");
        }
        return name;
    }

    private Response add(Request request) {
        Person person = Person.requireSession(request, Role.READER);
        JsonNode sent = request.json();
        String name = name(sent, person);
        Optional<String> challenge = challenges.take(token(request), person.number());
        boolean added = challenge
                .flatMap(it -> ceremony.made(sent.path("credential"), party(), it, person.number(), name))
                .filter(passkey -> passkeys.add(person, passkey))
                .isPresent();
        if (!added) {
            throw Refusal.of(400, "The passkey was not added", "Its answer could not be relied on. Try again.");
        }
        return Response.json(Map.of("next", PATH))
                .flash("The passkey “" + name + "” is added. You can sign in with it.")
                .cookie(Challenges.ended());
    }

    private Response remove(Request request) {
        Person person = Person.requireSession(request, Role.READER);
        if (people.waysToSignIn(person) <= 1) {
            throw Refusal.of(
                    409,
                    "You could not sign in any more",
                    "This is the only way you have. Choose a password or add another passkey first. Nothing was"
                            + " changed.");
        }
        boolean removed = passkeys.remove(person, request.form().text("credential"));
        return Response.seeOther(PATH)
                .flash(removed ? "The passkey is removed. It opens nothing here any more." : "It was removed already.");
    }

    private Response signInPage(Request request) {
        return Response.page(Page.of(
                "account/passkey/signIn.jte",
                "Sign in with a passkey",
                new SignInPage(next(request), party().isReachedBy(request), party().origin())));
    }

    private Response request(Request request) {
        throttle.take(request, ATTEMPT);
        Challenges.Given given = challenges.give(Challenges.NOBODY);
        return Response.json(Map.of("publicKey", PasskeyOptions.request(party(), given.challenge())))
                .cookie(given.cookie());
    }

    private Response signIn(Request request) {
        throttle.take(request, ATTEMPT);
        JsonNode sent = request.json();
        Person person = challenges
                .take(token(request), Challenges.NOBODY)
                .flatMap(challenge -> ceremony.signed(sent.path("credential"), party(), challenge))
                .flatMap(passkey -> people.byNumber(passkey.person()))
                .filter(known -> known.state() != Person.State.GONE)
                .orElseThrow(() -> Refusal.of(
                        403,
                        "That passkey does not open anything here",
                        "It may have been removed, or the page was open too long. Try again."));
        String next = LocalPath.of(sent.path("next").asString("")).orElse("/");
        return Response.json(Map.of("next", next))
                .cookie(sessions.begin(person, request))
                .cookie(Challenges.ended());
    }

    private static String token(Request request) {
        return request.cookie(Challenges.COOKIE).orElse("");
    }

    private static String next(Request request) {
        return request.parameter("next").flatMap(LocalPath::of).orElse("/");
    }

    private RelyingParty party() {
        return RelyingParty.of(site);
    }
}
