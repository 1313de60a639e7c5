package dev.broadsheet.account;

import dev.broadsheet.mail.Mail;
import dev.broadsheet.site.SiteAddress;

/** What mails about accounts say. */
final class Letters {
    private static final String NOT_YOU = "If it was not you, you need do nothing: without the link nothing happens.";

    private final String paper;
    private final SiteAddress address;

    /** @param paper the name in the masthead */
    Letters(String paper, SiteAddress address) {
        this.paper = paper;
        this.address = address;
    }

    Mail signUp(String to, String link) {
        return mail(
                to,
                "Your account at " + paper,
                "Somebody, probably you, wants to make an account at " + paper + " with this address.",
                "To go on, open this link within a day:",
                link,
                NOT_YOU);
    }

    Mail knownAlready(String to, String name) {
        return mail(
                to,
                "Your account at " + paper,
                "Somebody, probably you, wants to use this address for an account at " + paper
                        + ". There is an account with this address already; its user name is " + name + ".",
                "Sign in at " + address.of(SignInPages.SIGN_IN) + " or, if you forgot your password, set a new one at "
                        + address.of(LinkPages.RESET) + ".",
                "If it was not you, you need do nothing.");
    }

    Mail confirm(String to, String name, String link) {
        return mail(
                to,
                "Confirm your address at " + paper,
                "Somebody, probably you, wants to use this address for the account “" + name + "” at " + paper + ".",
                "To confirm it, open this link within a day:",
                link,
                NOT_YOU);
    }

    Mail reset(String to, String name, String link) {
        return mail(
                to,
                "A new password at " + paper,
                "Somebody, probably you, wants to set a new password for the account “" + name + "” at " + paper + ".",
                "To set it, open this link within an hour:",
                link,
                NOT_YOU);
    }

    Mail invitation(String to, String inviter, String link) {
        return mail(
                to,
                "An invitation to " + paper,
                inviter + " invites you to " + paper + ", the daily paper of a research community.",
                "To make your account, open this link within two weeks:",
                link,
                "If you do not want one, you need do nothing.");
    }

    Mail passwordChanged(String to, String name) {
        return mail(
                to,
                "Your password at " + paper + " was changed",
                "The password of the account “" + name + "” at " + paper + " was changed.",
                "Passkeys and linked accounts of other providers go on signing in, and so do API keys unless the password"
                        + " was set by a link. Look through them at " + address.of(AccountPages.ACCOUNT)
                        + " and remove what is not yours.",
                "If it was not you, set a new one at " + address.of(LinkPages.RESET)
                        + " and tell whoever runs the place.");
    }

    Mail addressChanged(String to, String name) {
        return mail(
                to,
                "Your address at " + paper + " was changed",
                "The account “" + name + "” at " + paper + " has another e-mail address now; mails go there.",
                "If it was not you, tell whoever runs the place.");
    }

    private static Mail mail(String to, String subject, String... paragraphs) {
        return Mail.of(to, subject, String.join("\n\n", paragraphs) + "\n");
    }
}
