package dev.broadsheet.account;

import dev.broadsheet.site.Form;
import dev.broadsheet.site.NamedLink;
import java.util.List;

/**
 * What the page for signing in shows.
 *
 * @param next a path of ours to go to afterwards; may be empty
 * @param open whether anybody may sign up
 * @param others ways to sign in without a password
 */
record SignInPage(Form form, String next, boolean open, List<NamedLink> others) {}
