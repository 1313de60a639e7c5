package dev.broadsheet.cli;

import dev.broadsheet.paper.PaperId;
import dev.broadsheet.program.Program;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code broadsheet split}. */
@Command(
        name = "split",
        description = "Takes apart what was wrongly taken for one paper: what one source said becomes a paper of its"
                + " own, for good.",
        mixinStandardHelpOptions = true,
        footer = "%nExample: broadsheet split 2501.01234 bibtex smith2025")
final class SplitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "PAPER", description = "Any address of the paper.")
    private String paper = "";

    @Parameters(index = "1", paramLabel = "SOURCE", description = "The source whose record is to leave it.")
    private String source = "";

    @Parameters(index = "2", paramLabel = "RECORD", description = "The record's name within the source.")
    private String record = "";

    @Override
    public Integer call() {
        try (Program program = data.openExisting()) {
            PaperId apart = program.split().split(paper, source, record);
            spec.commandLine().getOut().println("The record is now a paper of its own: " + apart.value());
            return 0;
        }
    }
}
