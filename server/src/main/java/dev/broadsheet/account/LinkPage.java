package dev.broadsheet.account;

import dev.broadsheet.account.Links.Link;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.NamedLink;
import java.util.List;
import java.util.Objects;

/**
 * What the page behind a link shows.
 *
 * @param action where the form goes: to the link itself
 * @param joins whether it makes an account
 * @param asksForEmail whether it asks for an address, because the link proves none
 * @param asksForPassword whether it asks for a new password
 * @param others ways to make the account without a password
 */
record LinkPage(
        Form form,
        String action,
        String heading,
        String explanation,
        String button,
        boolean joins,
        boolean asksForEmail,
        boolean asksForPassword,
        List<NamedLink> others) {
    static LinkPage of(Link link, String action, Form form) {
        String email = Objects.requireNonNullElse(link.email(), "");
        return switch (link.purpose()) {
            case SIGN_UP ->
                joining(link, action, form, "Make your account", "Your address " + email + " is confirmed.");
            case INVITATION -> joining(link, action, form, "You are invited", role(link));
            case FIRST_ADMIN -> joining(link, action, form, "Make the first account", role(link));
            case CONFIRM_EMAIL ->
                acting(
                        action,
                        form,
                        "Confirm your address",
                        "From now on mails of this account go to " + email + ", and you can sign in with it.",
                        "Confirm " + email,
                        false);
            case RESET ->
                acting(
                        action,
                        form,
                        "Set a new password",
                        "You are then signed out everywhere, and your API keys end.",
                        "Set it",
                        true);
            case SIGN_IN -> acting(action, form, "Sign in", "This link signs you in, once.", "Sign in", false);
        };
    }

    private static String role(Link link) {
        return link.role() == null
                ? ""
                : "You will be here as " + link.role().word() + ": "
                        + link.role().meaning();
    }

    private static LinkPage joining(Link link, String action, Form form, String heading, String explanation) {
        return new LinkPage(
                form, action, heading, explanation, "Make the account", true, link.email() == null, true, List.of());
    }

    private static LinkPage acting(
            String action, Form form, String heading, String explanation, String button, boolean password) {
        return new LinkPage(form, action, heading, explanation, button, false, false, password, List.of());
    }

    LinkPage withOthers(List<NamedLink> ways) {
        return new LinkPage(
                form, action, heading, explanation, button, joins, asksForEmail, asksForPassword, List.copyOf(ways));
    }
}
