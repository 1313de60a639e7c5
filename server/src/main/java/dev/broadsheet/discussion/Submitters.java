package dev.broadsheet.discussion;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Tells who put papers on a list. */
@FunctionalInterface
public interface Submitters {
    /** The numbers of the people who submitted each of these papers; papers of nobody may be left out. */
    Map<Long, Set<Long>> of(Collection<Long> papers);
}
