package dev.broadsheet.account.passkey;

/**
 * What the page for signing in with a passkey shows.
 *
 * @param next a path of ours to go to afterwards
 * @param working whether passkeys work under the address at which the page is read
 * @param origin under which they work
 */
record SignInPage(String next, boolean working, String origin) {}
