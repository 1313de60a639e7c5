package dev.broadsheet.admin;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param link for a new password, which is shown this once; null where none was asked for */
record PersonPage(Person person, List<Role> roles, @Nullable String link, Moments moments) {}
