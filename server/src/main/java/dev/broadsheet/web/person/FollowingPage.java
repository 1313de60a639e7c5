package dev.broadsheet.web.person;

import dev.broadsheet.web.shared.Pagination;
import java.util.List;

/**
 * What those whom a reader follows did.
 *
 * @param someone whether the reader follows anybody
 * @param people where those whom they follow are listed
 */
record FollowingPage(boolean someone, List<DeedLine> deeds, Pagination pagination, String people) {
    boolean hasMathematics() {
        return deeds.stream().anyMatch(DeedLine::hasMathematics);
    }
}
