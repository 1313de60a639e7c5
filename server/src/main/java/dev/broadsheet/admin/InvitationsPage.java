package dev.broadsheet.admin;

import dev.broadsheet.account.Role;
import dev.broadsheet.site.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param link of an invitation, which is shown this once; null where none was made */
record InvitationsPage(
        Form form, List<Role> roles, @Nullable String link) {}
