package dev.broadsheet.site;

/**
 * What the page of a refusal says.
 *
 * @param heading what happened
 * @param explanation what is wrong, may be empty
 * @param advice what to do, may be empty
 * @param query what to search for instead, may be empty
 */
record RefusalPage(String heading, String explanation, String advice, String query) {}
