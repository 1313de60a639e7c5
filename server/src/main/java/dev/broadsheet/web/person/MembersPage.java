package dev.broadsheet.web.person;

import dev.broadsheet.web.shared.Pagination;
import java.util.List;

/**
 * Those who are here.
 *
 * @param query what their names hold; empty for all
 */
record MembersPage(String query, List<Profile> members, Pagination pagination) {}
