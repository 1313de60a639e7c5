package dev.broadsheet.web.person;

import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of somebody with an account: the beginning of all that they show, or one part of it whole.
 *
 * @param parts what they show
 * @param pagination of the one part that is shown whole; null for the beginning of all
 */
record ProfilePage(
        Profile profile, List<Part> parts, @Nullable Pagination pagination) {

    /**
     * One kind of what they do.
     *
     * @param hidden whether only they see it
     * @param none what is said instead where there is nothing
     * @param deeds with papers
     * @param people whom they follow; empty for all other parts
     * @param more where all of it is; empty where all is here
     */
    record Part(
            String heading,
            String word,
            boolean hidden,
            String none,
            List<DeedLine> deeds,
            List<NamedLink> people,
            String more) {}

    boolean hasMathematics() {
        return parts.stream().flatMap(part -> part.deeds().stream()).anyMatch(DeedLine::hasMathematics);
    }
}
