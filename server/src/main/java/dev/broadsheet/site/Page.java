package dev.broadsheet.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page before it is rendered: a template with what it says, and what its frame has to know of it. The template
 * takes a {@code Frame frame} and the content as {@code page}.
 *
 * @param template its place below the templates' folder
 * @param title in the browser's tab, without the edition's name
 * @param tabs instead of the usual ones, or null
 * @param masthead instead of the usual one, or null
 * @param query what stands in the search box
 * @param mathematics whether it has formulas to set
 * @param indexed whether search engines may keep it
 */
public record Page(
        String template,
        Object content,
        String title,
        @Nullable List<Tab> tabs,
        @Nullable Masthead masthead,
        String query,
        boolean mathematics,
        boolean indexed) {

    /** A page without mathematics that search engines may not keep. */
    public static Page of(String template, String title, Object content) {
        return new Page(template, content, title, null, null, "", false, false);
    }

    public Page tabs(List<Tab> others) {
        return new Page(template, content, title, List.copyOf(others), masthead, query, mathematics, indexed);
    }

    public Page masthead(Masthead other) {
        return new Page(template, content, title, tabs, other, query, mathematics, indexed);
    }

    public Page query(String text) {
        return new Page(template, content, title, tabs, masthead, text, mathematics, indexed);
    }

    public Page mathematics(boolean some) {
        return new Page(template, content, title, tabs, masthead, query, some, indexed);
    }

    public Page indexed(boolean kept) {
        return new Page(template, content, title, tabs, masthead, query, mathematics, kept);
    }
}
