package dev.broadsheet.site;

/** What a room has to serve: its addresses, and what of them stands in the frame of every page. */
@FunctionalInterface
public interface Endpoints {
    /** Adds all of it. Called once, before the server starts. */
    void addTo(Routes routes);
}
