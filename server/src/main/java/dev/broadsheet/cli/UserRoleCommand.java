package dev.broadsheet.cli;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code broadsheet user role}. */
@Command(
        name = "role",
        description = "Gives somebody another role.",
        mixinStandardHelpOptions = true,
        footer = "%nExample: broadsheet user role mira curator")
final class UserRoleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "NAME", description = "The user name.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "ROLE",
            converter = RoleOption.class,
            description = "reader, member, curator, moderator or admin.")
    private Role role = Role.MEMBER;

    @Override
    public Integer call() {
        Person person =
                UserCommand.about(data, name, (moderation, one) -> moderation.changeRole(null, one.number(), role));
        spec.commandLine()
                .getOut()
                .println(person.name() + " is " + person.role().word() + " now: "
                        + person.role().meaning().replaceFirst("you can", "can"));
        return 0;
    }
}
