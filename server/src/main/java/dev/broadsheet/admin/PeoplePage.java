package dev.broadsheet.admin;

import dev.broadsheet.account.Moderation.Member;
import dev.broadsheet.site.NamedLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param name a user name that was looked for and does not exist; empty where none was
 * @param more leads to the people after these; null where there are none
 */
record PeoplePage(
        List<Member> members, String name, @Nullable NamedLink more, Moments moments) {}
