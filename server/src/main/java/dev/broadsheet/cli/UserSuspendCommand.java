package dev.broadsheet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code broadsheet user suspend}. */
@Command(
        name = "suspend",
        description = "Stops somebody from acting, who can then only read; or lets them act again.",
        mixinStandardHelpOptions = true,
        footer = "%nExample: broadsheet user suspend mallory --reason \"advertises everywhere\"")
final class UserSuspendCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "NAME", description = "The user name.")
    private String name = "";

    @ArgGroup(multiplicity = "1")
    private final What what = new What();

    /** One of the two is needed. */
    private static final class What {
        @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit log.")
        private String reason = "";

        @Option(names = "--end", description = "Ends the suspension.")
        private boolean end;
    }

    @Override
    public Integer call() {
        UserCommand.about(
                data,
                name,
                (moderation, person) -> what.end
                        ? moderation.reinstate(null, person.number())
                        : moderation.suspend(null, person.number(), what.reason));
        spec.commandLine()
                .getOut()
                .println(what.end ? name + " can act again." : name + " is suspended and can only read.");
        return 0;
    }
}
