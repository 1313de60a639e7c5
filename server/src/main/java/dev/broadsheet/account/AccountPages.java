package dev.broadsheet.account;

import dev.broadsheet.account.Throttle.Action;
import dev.broadsheet.account.Throttle.Limit;
import dev.broadsheet.mail.Mail;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.site.Routes;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The page of one's own account, and what it changes. */
final class AccountPages implements Endpoints {
    static final String ACCOUNT = "/account";
    static final String DELETE = ACCOUNT + "/delete";

    /** Whoever has no password proves that it is them by having signed in so recently. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final Action CHANGE = Action.of("change the account", Limit.of(120, Duration.ofHours(1)))
            .role(Role.READER, Limit.of(30, Duration.ofHours(1)));
    private static final Action EXPORT = Action.of("export the account", Limit.of(20, Duration.ofHours(1)))
            .role(Role.READER, Limit.of(5, Duration.ofHours(1)));

    private final Profiles profiles;
    private final Logins logins;
    private final SignIn signIn;
    private final Passwords passwords;
    private final Membership membership;
    private final Moderation moderation;
    private final Sessions sessions;
    private final AccountExport export;
    private final Throttle throttle;
    private final List<AccountSection> sections;
    private final Clock clock;

    AccountPages(
            Profiles profiles,
            Logins logins,
            SignIn signIn,
            Passwords passwords,
            Membership membership,
            Moderation moderation,
            Sessions sessions,
            AccountExport export,
            Throttle throttle,
            List<AccountSection> sections,
            Clock clock) {
        this.profiles = profiles;
        this.logins = logins;
        this.signIn = signIn;
        this.passwords = passwords;
        this.membership = membership;
        this.moderation = moderation;
        this.sessions = sessions;
        this.export = export;
        this.throttle = throttle;
        this.sections = List.copyOf(sections);
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(ACCOUNT, request -> page(request, request.form()))
                .post(ACCOUNT, this::saveProfile)
                .post(ACCOUNT + "/email", this::changeEmail)
                .post(ACCOUNT + "/password", this::changePassword)
                .post(ACCOUNT + "/sessions", this::endSession)
                .post(ACCOUNT + "/sign-out-everywhere", this::signOutEverywhere)
                .post(ACCOUNT + "/export", this::export)
                .get(DELETE, request -> deletePage(request, request.form()))
                .post(DELETE, this::delete);
    }

    private static Person who(Request request) {
        return Person.requireSession(request, Role.READER);
    }

    private Person whoChanges(Request request) {
        Person person = who(request);
        throttle.take(request, CHANGE);
        return person;
    }

    private Logins.Login login(Person person) {
        return logins.of(person.number()).orElseThrow(() -> new IllegalStateException("signed in and gone"));
    }

    private Response page(Request request, Form form) {
        Person person = who(request);
        String current = sessions.of(request).map(Sessions.Session::id).orElse("");
        return Response.page(Page.of(
                        "account/account.jte",
                        "Your account",
                        new AccountPage(
                                form,
                                login(person),
                                profiles.shown(person),
                                AccountPage.rows(sessions.of(person), current, clock.getZone()),
                                sections)))
                .header("Cache-Control", "private, no-store");
    }

    private Response saveProfile(Request request) {
        Person person = whoChanges(request);
        Form form = request.form();
        String name = UserName.normal(form.text("name"));
        UserName.complaint(name).ifPresent(complaint -> form.refuse("name", complaint));
        UserName.complaintAboutFullName(form.text("full_name"))
                .ifPresent(complaint -> form.refuse("full_name", complaint));
        Set<Shown> shown = EnumSet.noneOf(Shown.class);
        for (Shown choice : Shown.values()) {
            if (form.texts("shows").contains(choice.word())) {
                shown.add(choice);
            }
        }
        if (form.isSound() && !profiles.save(person, name, form.text("full_name"), shown)) {
            form.refuse("name", "Somebody has that name. Choose another.");
        }
        return form.isSound()
                ? done("Your profile is saved.")
                : page(request, form).status(422);
    }

    private Response changeEmail(Request request) {
        Person person = whoChanges(request);
        Form form = request.form();
        String email = form.text("email");
        if (!Mail.isAddress(email)) {
            form.refuse("email", "That is not an e-mail address. Write it like mira@example.org.");
        } else {
            requireProof(request, form, person, "email_password");
        }
        if (!form.isSound()) {
            return page(request, form).status(422);
        }
        membership.askForEmail(person, email);
        return done(
                "If a link can be sent to " + email + ", it is on its way. The address counts once it is confirmed.");
    }

    private Response changePassword(Request request) {
        Person person = whoChanges(request);
        Form form = request.form();
        LinkPages.checkPassword(form);
        requireProof(request, form, person, "old_password");
        if (!form.isSound()) {
            return page(request, form).status(422);
        }
        String encoded = passwords.encoded(form.verbatim("password"));
        profiles.changePassword(membership, login(person), encoded);
        return done("Your password is changed, and you are signed out everywhere else.")
                .cookie(sessions.begin(person, request));
    }

    /** Adds an error to the form unless the person proves that it is them who sits there. */
    private void requireProof(Request request, Form form, Person person, String field) {
        Logins.Login login = login(person);
        if (login.password() != null) {
            if (!signIn.confirms(login, form.verbatim(field))) {
                form.refuse(field, "That is not your password.");
            }
        } else if (sessions.of(request)
                .filter(session -> session.begun().plus(FRESH).isAfter(clock.instant()))
                .isEmpty()) {
            form.refuse(field, "You have no password, so sign out, sign in again, and do this within ten minutes.");
        }
    }

    private Response endSession(Request request) {
        Person person = who(request);
        sessions.end(person, request.form().text("session"));
        return done("That browser is signed out.");
    }

    private Response signOutEverywhere(Request request) {
        profiles.signOutEverywhere(who(request));
        return Response.seeOther(SignInPages.SIGN_IN).cookie(Sessions.ended()).flash("You are signed out everywhere.");
    }

    private Response export(Request request) {
        Person person = who(request);
        throttle.take(request, EXPORT);
        return Response.download("application/zip", "broadsheet-" + person.name() + ".zip", export.zip(login(person)))
                .header("Cache-Control", "private, no-store");
    }

    private Response deletePage(Request request, Form form) {
        return Response.page(Page.of(
                "account/delete.jte",
                "Delete your account",
                new DeletePage(form, login(who(request)).password() != null)));
    }

    private Response delete(Request request) {
        Person person = whoChanges(request);
        Form form = request.form();
        requireProof(request, form, person, "password");
        String words = form.text("words");
        if (!words.equals("stay") && !words.equals("go")) {
            form.refuse("words", "Choose what becomes of what you wrote.");
        }
        if (!form.isSound()) {
            return deletePage(request, form).status(422);
        }
        moderation.delete(person, words.equals("stay"));
        return Response.seeOther("/").cookie(Sessions.ended()).flash("Your account is deleted. Farewell.");
    }

    private static Response done(String sentence) {
        return Response.seeOther(ACCOUNT).flash(sentence);
    }
}
