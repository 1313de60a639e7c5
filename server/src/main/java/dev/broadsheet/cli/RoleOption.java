package dev.broadsheet.cli;

import dev.broadsheet.account.Role;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the word of a role. */
final class RoleOption implements ITypeConverter<Role> {
    @Override
    public Role convert(String word) {
        try {
            return Role.of(word);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + word + "' is no role; there are "
                    + String.join(
                            ", ", Arrays.stream(Role.values()).map(Role::word).toList()));
        }
    }
}
