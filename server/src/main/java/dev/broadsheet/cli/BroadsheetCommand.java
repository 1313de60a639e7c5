package dev.broadsheet.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code broadsheet} and the list of those below it. */
@Command(
        name = "broadsheet",
        description = "The daily paper of a research community, on a machine it owns.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            SyncCommand.class,
            SearchCommand.class,
            RelatedCommand.class,
            StatusCommand.class,
            ReindexCommand.class,
            EvalCommand.class,
            SplitCommand.class,
            UserCommand.class,
            VersionCommand.class,
            HelpCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  broadsheet serve --demo                   two weeks of papers to look at",
            "  broadsheet serve --port 8080              your own papers",
            "  broadsheet import papers.jsonl.gz refs.bib",
            "  broadsheet sync --dry-run                 what the live sources have that is not here",
            "  broadsheet search \"spectral bias of neural networks\" --limit 5",
            "  broadsheet related 2501.01234 --unlike 2502.04321",
            "  broadsheet status --json",
            "  broadsheet reindex                        builds the search index anew",
            "  broadsheet eval nfcorpus/                 prints the search quality",
            "  broadsheet split 2501.01234 bibtex smith2025",
            "  broadsheet user create mira --role curator",
            "  broadsheet version",
            "",
            "Everything lives in one folder: --data DIR, else BROADSHEET_DATA, else ./broadsheet-data.",
            "Where no JDK 25 is found, ./broadsheet asks before it fetches one; --yes answers for you."
        })
public final class BroadsheetCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /**
     * Carries out the command line. Returns the exit code: 0 done, 1 not done, 2 the command line is
     * wrong, 128 and the signal's number if it was told to stop.
     */
    public static int execute(String... arguments) {
        return Interruption.exitCode(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new BroadsheetCommand())
                .setExecutionExceptionHandler(new Failures())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
