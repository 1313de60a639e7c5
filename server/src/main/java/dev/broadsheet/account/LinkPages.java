package dev.broadsheet.account;

import dev.broadsheet.account.Links.Link;
import dev.broadsheet.account.Membership.Newcomer;
import dev.broadsheet.account.Membership.Outcome;
import dev.broadsheet.account.Throttle.Action;
import dev.broadsheet.account.Throttle.Limit;
import dev.broadsheet.account.oidc.OidcPages;
import dev.broadsheet.mail.Mail;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.site.Routes;
import java.time.Duration;
import java.util.function.Consumer;

/** The pages that ask for links by mail, and those behind the links. */
final class LinkPages implements Endpoints {
    static final String SIGN_UP = "/sign-up";
    static final String RESET = "/reset-password";

    private static final Action ASK = Action.of("ask for a link", Limit.of(20, Duration.ofHours(1)));
    private static final Action FOLLOW = Action.of("follow a link", Limit.of(60, Duration.ofHours(1)));

    private final Membership membership;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;
    private final AccountSettings settings;

    LinkPages(
            Membership membership,
            Passwords passwords,
            Sessions sessions,
            Throttle throttle,
            AccountSettings settings) {
        this.membership = membership;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.settings = settings;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(SIGN_UP, request -> asking(signUpPage(request.form())))
                .post(SIGN_UP, request -> ask(request, signUpPage(request.form()), membership::askToSignUp))
                .get(RESET, request -> asking(resetPage(request.form())))
                .post(RESET, request -> ask(request, resetPage(request.form()), membership::askForReset))
                .get(Links.PATH + "/{token}", this::look)
                .post(Links.PATH + "/{token}", this::follow);
    }

    private AskPage signUpPage(Form form) {
        return switch (settings.signUp()) {
            case OPEN -> new AskPage(form, SIGN_UP, "Sign up", "We send you a link with which you make your account.");
            case INVITATION ->
                throw Refusal.of(403, "Accounts are by invitation", "Ask whoever runs this place to invite you.");
            case CLOSED -> throw Refusal.of(403, "No new accounts are made here", "");
        };
    }

    private static AskPage resetPage(Form form) {
        return new AskPage(
                form,
                RESET,
                "Forgot your password?",
                "We send a link to the address of your account, with which you set a new one. Without an address, ask"
                        + " whoever runs this place.");
    }

    private static Response asking(AskPage page) {
        return Response.page(Page.of("account/ask.jte", page.heading(), page));
    }

    private Response ask(Request request, AskPage page, Consumer<String> asked) {
        throttle.take(request, ASK);
        String email = page.form().text("email");
        if (!Mail.isAddress(email)) {
            page.form().refuse("email", "That is not an e-mail address. Write it like mira@example.org.");
            return asking(page).status(422);
        }
        asked.accept(email);
        return Response.seeOther(SignInPages.SIGN_IN)
                .flash("If a link can be sent to " + email + ", it is on its way. It may take a few minutes;"
                        + " an address gets few such mails a day.");
    }

    private Response look(Request request) {
        return page(request, link(request), request.form());
    }

    private Link link(Request request) {
        return membership.link(request.variable("token")).orElseThrow(LinkPages::used);
    }

    private static Refusal used() {
        return Refusal.of(
                410,
                "This link is not good any more",
                "It was used, or it is too old, or a newer one took its place. Nothing was changed.");
    }

    private Response page(Request request, Link link, Form form) {
        LinkPage page = LinkPage.of(link, request.path(), form);
        if (link.purpose() == Links.Purpose.INVITATION) {
            page = page.withOthers(OidcPages.links(settings.providers(), "", request.variable("token")));
        }
        return Response.page(Page.of("account/link.jte", page.heading(), page))
                .header("Cache-Control", "private, no-store");
    }

    private Response follow(Request request) {
        throttle.take(request, FOLLOW);
        Link link = link(request);
        String token = request.variable("token");
        return switch (link.purpose()) {
            case SIGN_UP, INVITATION, FIRST_ADMIN -> join(request, link, token);
            case RESET -> reset(request, link, token);
            case CONFIRM_EMAIL -> {
                Outcome outcome = membership.confirmEmail(token);
                require(outcome);
                yield Response.seeOther(request.reader().isSignedIn() ? AccountPages.ACCOUNT : SignInPages.SIGN_IN)
                        .flash("The address is confirmed.");
            }
            case SIGN_IN -> {
                Person person = membership.signIn(token).orElseThrow(LinkPages::used);
                yield Response.seeOther("/").cookie(sessions.begin(person, request));
            }
        };
    }

    private Response join(Request request, Link link, String token) {
        Form form = request.form();
        String name = UserName.normal(form.text("name"));
        String email = link.email() == null ? form.text("email") : "";
        UserName.complaint(name).ifPresent(complaint -> form.refuse("name", complaint));
        UserName.complaintAboutFullName(form.text("full_name"))
                .ifPresent(complaint -> form.refuse("full_name", complaint));
        if (!email.isEmpty() && !Mail.isAddress(email)) {
            form.refuse("email", "That is not an e-mail address. Write it like mira@example.org, or leave it out.");
        }
        checkPassword(form);
        if (!form.isSound()) {
            return page(request, link, form).status(422);
        }
        Outcome outcome = membership.join(
                token, new Newcomer(name, form.text("full_name"), email, passwords.encoded(form.verbatim("password"))));
        if (outcome.obstacle() == Membership.Obstacle.NAME_TAKEN) {
            form.refuse("name", "Somebody has that name. Choose another.");
            return page(request, link, form).status(422);
        }
        Person person = require(outcome);
        String told = email.isEmpty() ? "" : " A link that confirms your address is on its way.";
        return Response.seeOther(AccountPages.ACCOUNT)
                .cookie(sessions.begin(person, request))
                .flash("Welcome, " + person.title() + "!" + told);
    }

    private Response reset(Request request, Link link, String token) {
        Form form = request.form();
        checkPassword(form);
        if (!form.isSound()) {
            return page(request, link, form).status(422);
        }
        require(membership.reset(token, passwords.encoded(form.verbatim("password"))));
        return Response.seeOther(SignInPages.SIGN_IN)
                .cookie(Sessions.ended())
                .flash(
                        "The password is set, you are signed out everywhere, and your API keys have ended. Sign in with it.");
    }

    static void checkPassword(Form form) {
        Passwords.complaint(form.verbatim("password")).ifPresent(complaint -> form.refuse("password", complaint));
    }

    private static Person require(Outcome outcome) {
        if (outcome.obstacle() != null) {
            throw switch (outcome.obstacle()) {
                case LINK_USED, NAME_TAKEN -> used();
                case EMAIL_TAKEN ->
                    Refusal.of(
                            409,
                            "There is an account with this address",
                            "Nothing was changed. Sign in to it, or set a new password for it.");
                case NOT_THE_FIRST ->
                    Refusal.of(409, "There is an admin already", "They can invite you. Nothing was changed.");
            };
        }
        if (outcome.person() == null) {
            throw new IllegalStateException("neither a person nor an obstacle");
        }
        return outcome.person();
    }
}
