package dev.broadsheet.account;

import dev.broadsheet.site.Form;

/**
 * What the page for deleting one's account shows.
 *
 * @param hasPassword whether the person proves by a password that it is them
 */
record DeletePage(Form form, boolean hasPassword) {}
