package dev.broadsheet.account;

import dev.broadsheet.site.Form;

/**
 * What a page shows that asks for an address to send a link to.
 *
 * @param action where the form goes
 */
record AskPage(Form form, String action, String heading, String explanation) {}
