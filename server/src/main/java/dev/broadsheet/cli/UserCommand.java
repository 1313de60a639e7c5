package dev.broadsheet.cli;

import dev.broadsheet.account.Moderation;
import dev.broadsheet.account.Person;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.program.Program;
import dev.broadsheet.site.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code broadsheet user}, and what its commands have in common. */
@Command(
        name = "user",
        description = "Makes accounts and looks after them, also while a server runs on the same folder.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {
            UserCreateCommand.class,
            UserListCommand.class,
            UserRoleCommand.class,
            UserSuspendCommand.class,
            UserResetCommand.class
        },
        footer = "%nExample: broadsheet user create ada --role admin")
final class UserCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Does something with the accounts of an installation that is there; what is refused is told as it stands. */
    static <T> T moderating(DataOption data, Function<Moderation, T> work) {
        try (Program program = data.openExisting()) {
            return moderating(program, work);
        }
    }

    /** The same with somebody's account. */
    static <T> T about(DataOption data, String name, Work<T> work) {
        try (Program program = data.openExisting()) {
            Person person = program.people()
                    .byName(name)
                    .orElseThrow(() -> new OperatorException(
                            "There is no account called " + name + ". broadsheet user list names them all."));
            return moderating(program, moderation -> work.with(moderation, person));
        }
    }

    /** What a command does with an account. */
    interface Work<T> {
        T with(Moderation moderation, Person person);
    }

    /** The same with an installation that is open. */
    static <T> T moderating(Program program, Function<Moderation, T> work) {
        Path announced = ServingLock.addressFile(program.folder());
        try {
            if (Files.exists(announced)) {
                program.address().servedAt(Files.readString(announced).strip());
            }
            return work.apply(program.moderation());
        } catch (IOException e) {
            throw new OperatorException(announced + " cannot be read: " + e.getMessage(), e);
        } catch (Refusal refusal) {
            throw new OperatorException(String.valueOf(refusal.getMessage()), refusal);
        }
    }
}
