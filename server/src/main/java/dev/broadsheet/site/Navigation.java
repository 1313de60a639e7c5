package dev.broadsheet.site;

import java.util.List;
import java.util.function.Function;

/**
 * What the frame of every page leads to.
 *
 * @param home where the masthead leads
 * @param search the address of the search, whose parameter is {@code q}; empty where there is none
 * @param suggestions the address of what the search box offers while somebody types; empty where nothing is offered
 * @param personal links that depend on who reads
 * @param tabs on pages that bring none of their own
 */
record Navigation(
        NamedLink home,
        String search,
        String suggestions,
        List<Tab> tabs,
        List<NamedLink> footer,
        List<Function<Reader, List<NamedLink>>> personal) {
    Navigation {
        personal = List.copyOf(personal);
        tabs = List.copyOf(tabs);
        footer = List.copyOf(footer);
    }
}
