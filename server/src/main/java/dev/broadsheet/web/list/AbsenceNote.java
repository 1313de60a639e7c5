package dev.broadsheet.web.list;

import dev.broadsheet.site.NamedLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a list has no papers, and where there are some.
 *
 * @param words a sentence or two
 * @param remarks more sentences after them
 * @param filling whether the first papers are still to come, so that looking again is worth while
 * @param latest the latest list, or null where it is of no use
 */
record AbsenceNote(
        String words,
        List<String> remarks,
        boolean filling,
        @Nullable NamedLink latest) {}
