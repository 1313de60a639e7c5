package dev.broadsheet.account;

import dev.broadsheet.account.Throttle.Action;
import dev.broadsheet.account.Throttle.Limit;
import dev.broadsheet.account.oidc.OidcPages;
import dev.broadsheet.account.passkey.PasskeyPages;
import dev.broadsheet.site.Address;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Reader;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.site.Routes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way in and the way out. */
final class SignInPages implements Endpoints {
    static final String SIGN_IN = "/sign-in";
    static final String SIGN_OUT = "/sign-out";

    private static final Action ATTEMPT = Action.of("sign in", Limit.of(30, Duration.ofMinutes(10)));

    private final SignIn signIn;
    private final Sessions sessions;
    private final KnownBrowsers browsers;
    private final Throttle throttle;
    private final AccountSettings settings;

    SignInPages(SignIn signIn, Sessions sessions, KnownBrowsers browsers, Throttle throttle, AccountSettings settings) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.browsers = browsers;
        this.throttle = throttle;
        this.settings = settings;
    }

    @Override
    public void addTo(Routes routes) {
        routes.personal(SignInPages::links)
                .get(SIGN_IN, request -> page(request, request.form()))
                .post(SIGN_IN, this::signIn)
                .get(SIGN_OUT, request -> Response.page(Page.of("account/signOut.jte", "Sign out", request.reader())))
                .post(SIGN_OUT, this::signOut);
    }

    private static List<NamedLink> links(Reader reader) {
        return List.of(
                reader.isSignedIn()
                        ? new NamedLink(reader.name(), AccountPages.ACCOUNT)
                        : new NamedLink("Sign in", SIGN_IN));
    }

    private Response page(Request request, Form form) {
        String next = next(request).orElse("");
        return Response.page(Page.of(
                "account/signIn.jte",
                "Sign in",
                new SignInPage(form, next, settings.signUp() == AccountSettings.SignUp.OPEN, others(next))));
    }

    private List<NamedLink> others(String next) {
        List<NamedLink> others = new ArrayList<>(OidcPages.links(settings.providers(), next, ""));
        others.add(new NamedLink(
                "Sign in with a passkey",
                Address.of(PasskeyPages.SIGN_IN).with("next", next).href()));
        return others;
    }

    private Response signIn(Request request) {
        throttle.take(request, ATTEMPT);
        Form form = request.form();
        Optional<Person> person = signIn.attempt(request, form.text("login"), form.verbatim("password"));
        if (person.isEmpty()) {
            form.refuse(
                    "password", "Name and password do not belong together. Check both, and whether capitals are on.");
            return page(request, form).status(422);
        }
        String next = next(request).orElse("/");
        Response response = Response.seeOther(next).cookie(sessions.begin(person.get(), request));
        return browsers.isKnown(request, person.get().number())
                ? response
                : response.cookie(browsers.remember(person.get()));
    }

    private Response signOut(Request request) {
        sessions.end(request);
        return Response.seeOther("/").cookie(Sessions.ended()).flash("You are signed out.");
    }

    /** Where to go afterwards: what the form says, else the page that led here. */
    private static Optional<String> next(Request request) {
        return request.parameter("next")
                .flatMap(LocalPath::of)
                .or(() -> request.header("Referer").flatMap(page -> LocalPath.of(page, request.origin())))
                .filter(path -> !path.startsWith(SIGN_IN) && !path.startsWith(SIGN_OUT));
    }
}
