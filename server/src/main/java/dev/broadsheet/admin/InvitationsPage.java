package dev.broadsheet.admin;

import dev.broadsheet.account.Role;
import dev.broadsheet.site.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param link of an invitation, which is shown this once; null where none was made */
record InvitationsPage(
        Form form, List<Role> roles, @Nullable String link) {
    /** Whether this role is chosen, as it was before a mistake. */
    boolean isChosen(Role role) {
        String chosen = form.text("role");
        return role.word().equals(chosen.isEmpty() ? Role.MEMBER.word() : chosen);
    }
}
