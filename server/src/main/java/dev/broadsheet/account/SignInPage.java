package dev.broadsheet.account;

import dev.broadsheet.site.Form;

/**
 * What the page for signing in shows.
 *
 * @param next a path of ours to go to afterwards; may be empty
 * @param open whether anybody may sign up
 */
record SignInPage(Form form, String next, boolean open) {}
