package dev.broadsheet.web.edition;

import dev.broadsheet.site.Form;

/**
 * The form by which a paper is submitted.
 *
 * @param explanation on which list it comes, and what may be submitted
 */
record SubmitPage(String heading, String explanation, Form form) {}
