package dev.broadsheet.site;

/**
 * What the masthead says.
 *
 * @param name the name of the paper
 * @param subtitle what it is, in two or three words
 */
public record Edition(String name, String subtitle) {
    public static final Edition DEFAULT = new Edition("Broadsheet", "Daily papers");
}
