package dev.broadsheet.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code broadsheet user reset}. */
@Command(
        name = "reset",
        description = "Prints a link with which somebody sets a new password, once and within an hour. Hand it over;"
                + " once it is used, all of their sessions end.",
        mixinStandardHelpOptions = true,
        footer = "%nExample: broadsheet user reset mira")
final class UserResetCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "NAME", description = "The user name.")
    private String name = "";

    @Override
    public Integer call() {
        String link =
                UserCommand.about(data, name, (moderation, person) -> moderation.resetLink(null, person.number()));
        PrintWriter out = spec.commandLine().getOut();
        out.println(link);
        out.flush();
        return 0;
    }
}
