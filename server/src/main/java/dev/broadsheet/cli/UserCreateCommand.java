package dev.broadsheet.cli;

import dev.broadsheet.account.Role;
import dev.broadsheet.program.Program;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code broadsheet user create}. */
@Command(
        name = "create",
        description = "Makes an account, and prints a link with which its owner sets a password within an hour.",
        mixinStandardHelpOptions = true,
        footer = "%nExample: broadsheet user create mira --full-name \"Mira Lund\" --email mira@example.org")
final class UserCreateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "NAME", description = "The user name: 2 to 30 letters, digits and hyphens.")
    private String name = "";

    @Option(names = "--full-name", paramLabel = "NAME", description = "How the person is called.")
    private String fullName = "";

    @Option(names = "--email", paramLabel = "ADDRESS", description = "Their address, taken as confirmed.")
    private String email = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            converter = RoleOption.class,
            description = "reader, member, curator, moderator or admin (default: member).")
    private Role role = Role.MEMBER;

    @Override
    public Integer call() {
        try (Program program = data.open()) {
            String link = UserCommand.moderating(
                    program,
                    moderation -> moderation.resetLink(
                            null,
                            moderation.create(null, name, fullName, email, role).number()));
            PrintWriter out = spec.commandLine().getOut();
            out.println("The account is made. While a server runs, and within an hour, its password can be set at");
            out.println(link);
            out.flush();
        }
        return 0;
    }
}
