package dev.broadsheet.cli;

import dev.broadsheet.account.Moderation;
import dev.broadsheet.account.Person;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code broadsheet user list}. */
@Command(
        name = "list",
        description = "Lists the accounts by user name: role, when they were made, address, name.",
        mixinStandardHelpOptions = true,
        footer = "%nExample: broadsheet user list")
final class UserListCommand implements Callable<Integer> {
    private static final int AT_ONCE = 500;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        return UserCommand.moderating(data, moderation -> {
            PrintWriter out = spec.commandLine().getOut();
            String last = "";
            List<Moderation.Member> members = moderation.list(last, AT_ONCE);
            while (!members.isEmpty()) {
                members.forEach(member -> print(member, out));
                last = members.getLast().person().name();
                members = moderation.list(last, AT_ONCE);
            }
            out.flush();
            return 0;
        });
    }

    private static void print(Moderation.Member member, PrintWriter out) {
        Person person = member.person();
        String state = person.state() == Person.State.SUSPENDED ? " (suspended)" : "";
        String line = String.format(
                Locale.ROOT,
                "%-30s  %-9s  %.10s  %s  %s%s",
                person.name(),
                person.role().word(),
                person.joined(),
                Objects.requireNonNullElse(member.email(), "-"),
                person.fullName(),
                state);
        out.println(line.stripTrailing());
    }
}
