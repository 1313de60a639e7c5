package dev.broadsheet.account.oidc;

import dev.broadsheet.account.LocalPath;
import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Sessions;
import dev.broadsheet.account.Throttle;
import dev.broadsheet.account.Throttle.Action;
import dev.broadsheet.account.Throttle.Limit;
import dev.broadsheet.database.Database;
import dev.broadsheet.site.Address;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.site.Routes;
import dev.broadsheet.site.SiteAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to a provider and back, and the page of one's identities. Thread-safe. */
public final class OidcPages implements Endpoints, AutoCloseable {
    /** Where one's identities are. */
    public static final String PATH = "/account/identities";

    private static final String SIGN_IN = "/sign-in/with/";
    private static final Logger LOG = LoggerFactory.getLogger(OidcPages.class);
    private static final Action ATTEMPT = Action.of("sign in elsewhere", Limit.of(30, Duration.ofMinutes(10)));
    private static final int LONGEST_PARAMETER = 1000;

    private final List<ProviderClient> clients;
    private final Identities identities;
    private final People people;
    private final OidcSignIn signIn;
    private final Sessions sessions;
    private final Throttle throttle;
    private final SiteAddress site;
    private final Clock clock;

    public OidcPages(
            OidcSettings settings,
            Database database,
            Identities identities,
            People people,
            Admission admission,
            Sessions sessions,
            Throttle throttle,
            SiteAddress site,
            Clock clock) {
        this.clients = settings.providers().stream()
                .map(provider -> new ProviderClient(provider, clock))
                .toList();
        this.identities = identities;
        this.people = people;
        this.signIn = new OidcSignIn(database, people, identities, admission);
        this.sessions = sessions;
        this.throttle = throttle;
        this.site = site;
        this.clock = clock;
    }

    /**
     * Links that begin to sign in, one for each provider.
     *
     * @param next a path of ours to go to afterwards; may be empty
     * @param invitation that makes an account for whoever has none; may be empty
     */
    public static List<NamedLink> links(OidcSettings settings, String next, String invitation) {
        return settings.providers().stream()
                .map(provider -> new NamedLink(
                        (invitation.isEmpty() ? "Sign in with " : "Join with ") + provider.label(),
                        Address.of(SIGN_IN + provider.name())
                                .with("next", next)
                                .with("invitation", invitation)
                                .href()))
                .toList();
    }

    @Override
    public void addTo(Routes routes) {
        if (clients.isEmpty()) {
            return;
        }
        routes.get(SIGN_IN + "{provider}", this::begin)
                .get(SIGN_IN + "{provider}/callback", this::finish)
                .get(PATH, this::page)
                .post(PATH + "/link", this::link)
                .post(PATH + "/unlink", this::unlink);
    }

    private Response begin(Request request) {
        ProviderClient client = client(request.variable("provider"));
        Attempt attempt = Attempt.begin(
                clock,
                client.provider().name(),
                0,
                LocalPath.of(parameter(request, "next")).orElse(""),
                parameter(request, "invitation"));
        return Response.redirect(leave(client, attempt, request)).cookie(attempt.cookie());
    }

    private Response link(Request request) {
        Person person = Person.requireSession(request, Role.READER);
        ProviderClient client = client(request.form().text("provider"));
        Attempt attempt = Attempt.begin(clock, client.provider().name(), person.number(), PATH, "");
        String onward = leave(client, attempt, request);
        // Not by a redirect: browsers let a form lead nowhere but here.
        return Response.page(Page.of(
                        "account/oidc/onward.jte",
                        "On to " + client.provider().label(),
                        new OnwardPage(client.provider().label(), onward)))
                .header("Refresh", "0; url=" + onward)
                .cookie(attempt.cookie());
    }

    private String leave(ProviderClient client, Attempt attempt, Request request) {
        throttle.take(request, ATTEMPT);
        try {
            return client.begin(attempt, callback(client)).toASCIIString();
        } catch (OidcException e) {
            throw failed(client, e);
        }
    }

    private Response finish(Request request) {
        ProviderClient client = client(request.variable("provider"));
        OidcProvider provider = client.provider();
        throttle.take(request, ATTEMPT);
        Attempt attempt = Attempt.of(request, provider.name(), clock)
                .filter(begun -> begun.isState(parameter(request, "state")))
                .orElseThrow(() -> Refusal.of(
                                400,
                                "That did not begin here",
                                "Nobody was signed in. It was begun in another browser, more than ten minutes ago, or"
                                        + " twice at once.")
                        .advice("Begin once more with “Sign in”."));
        Vouched vouched = vouched(client, attempt, request);
        if (attempt.person() == 0) {
            Person person = signIn.person(provider, vouched, attempt.invitation());
            // It comes from a cookie, which something else on this host may have written.
            String next = LocalPath.of(attempt.next()).orElse("/");
            return Response.seeOther(next)
                    .cookie(sessions.begin(person, request))
                    .cookie(Attempt.ended());
        }
        return linked(request, provider, attempt, vouched).cookie(Attempt.ended());
    }

    private Vouched vouched(ProviderClient client, Attempt attempt, Request request) {
        try {
            String issuer = parameter(request, "iss");
            if (!issuer.isEmpty() && !issuer.equals(client.provider().issuer().toString())) {
                throw new OidcException("the answer is of another provider");
            }
            String error = parameter(request, "error");
            if (error.equals("access_denied")) {
                throw Refusal.of(403, client.provider().label() + " did not let you in", "Nobody was signed in.")
                        .advice("Begin once more, or sign in another way.");
            }
            String code = parameter(request, "code");
            if (!error.isEmpty() || code.isEmpty()) {
                throw new OidcException("the provider answers " + (error.isEmpty() ? "without a code" : error));
            }
            return client.finish(attempt, code, callback(client));
        } catch (OidcException e) {
            throw failed(client, e);
        }
    }

    private Response linked(Request request, OidcProvider provider, Attempt attempt, Vouched vouched) {
        Person person = Person.requireSession(request, Role.READER);
        if (person.number() != attempt.person()) {
            throw Refusal.of(403, "Somebody else began that", "Nothing was linked.");
        }
        return switch (identities.link(person, vouched)) {
            case MADE, KNOWN ->
                Response.seeOther(PATH).flash("From now on you can sign in with " + provider.label() + ".");
            case TAKEN ->
                throw Refusal.of(
                        409,
                        "That is somebody else's already",
                        "Another account here is linked to this account at " + provider.label()
                                + ". Nothing was changed.");
        };
    }

    private Response page(Request request) {
        Person person = Person.requireSession(request, Role.READER);
        return Response.page(Page.of(
                "account/oidc/identities.jte",
                "Signing in elsewhere",
                IdentitiesPage.of(
                        clients.stream().map(ProviderClient::provider).toList(),
                        identities.of(person),
                        people.waysToSignIn(person) <= 1,
                        clock.getZone())));
    }

    private Response unlink(Request request) {
        Person person = Person.requireSession(request, Role.READER);
        if (people.waysToSignIn(person) <= 1) {
            throw Refusal.of(
                    409,
                    "You could not sign in any more",
                    "This is the only way you have. Choose a password or add a passkey first. Nothing was changed.");
        }
        boolean unlinked = identities.unlink(
                person, request.form().text("issuer"), request.form().text("subject"));
        return Response.seeOther(PATH).flash(unlinked ? "It is unlinked." : "It was not linked any more.");
    }

    private ProviderClient client(String name) {
        return clients.stream()
                .filter(client -> client.provider().name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::noSuchPage);
    }

    private URI callback(ProviderClient client) {
        return URI.create(site.of(SIGN_IN + client.provider().name() + "/callback"));
    }

    /** The log knows more than whoever tried. */
    private static Refusal failed(ProviderClient client, OidcException failure) {
        OidcProvider provider = client.provider();
        String why = String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}", " ");
        LOG.warn("Sign-in with {} failed: {}", provider.name(), why);
        return Refusal.of(
                        502,
                        "Signing in with " + provider.label() + " did not work",
                        "Nobody was signed in. What it answered could not be relied on.")
                .advice("Begin once more; if it happens again, tell whoever runs this server, whose log says why.");
    }

    private static String parameter(Request request, String name) {
        return request.parameter(name)
                .filter(value -> value.length() <= LONGEST_PARAMETER)
                .orElse("");
    }

    @Override
    public void close() {
        clients.forEach(ProviderClient::close);
    }
}
