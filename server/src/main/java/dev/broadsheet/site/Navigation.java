package dev.broadsheet.site;

import java.util.List;

/**
 * What the frame of every page leads to.
 *
 * @param home where the masthead leads
 * @param search the address of the search, whose parameter is {@code q}; empty where there is none
 * @param suggestions the address of what the search box offers while somebody types; empty where nothing is offered
 * @param tabs on pages that bring none of their own
 */
record Navigation(NamedLink home, String search, String suggestions, List<Tab> tabs, List<NamedLink> footer) {
    Navigation {
        tabs = List.copyOf(tabs);
        footer = List.copyOf(footer);
    }
}
