package dev.broadsheet.web.shared;

import dev.broadsheet.site.Refusal;

/** For a paper that is asked for and is not here. */
public final class NoSuchPaper {
    private static final int LONGEST_SHOWN = 100;

    private NoSuchPaper() {}

    /** @param name as it was asked for */
    public static Refusal named(String name) {
        String shown = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
        return Refusal.notFound("No paper here by that name")
                .advice("Nothing in this catalogue is called “" + shown
                        + "”. Search for its title or its authors instead.")
                .query(shown);
    }
}
