package dev.broadsheet.cli;

import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.ops.StatusReport;
import dev.broadsheet.program.Program;
import dev.broadsheet.search.SearchRoom;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code broadsheet status}. */
@Command(
        name = "status",
        description = "Says what is loaded, how far the index and the embedding are, and how large everything is.",
        mixinStandardHelpOptions = true,
        footer = "%nExample: broadsheet status --json")
final class StatusCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--json", description = "Prints JSON, the same as the page /status.json.")
    private boolean json;

    @Override
    public Integer call() {
        Program.requireExisting(data.folder());
        DataFolder folder = DataFolder.open(data.folder());
        StatusReport report = RunningServer.report(folder).orElseGet(() -> look(folder));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report.json());
        } else {
            text(report, folder, out);
        }
        out.flush();
        return 0;
    }

    private static StatusReport look(DataFolder folder) {
        try (Program program = Program.open(folder.path())) {
            SearchRoom search = program.reading();
            // Until the index has been opened; where nobody brings it up to date, waiting longer is of no use.
            search.catchUp(PATIENCE);
            return program.status();
        }
    }

    private static void text(StatusReport report, DataFolder folder, PrintWriter out) {
        Locale form = Locale.ROOT;
        out.printf(form, "Folder     %s%n", folder.path());
        out.printf(form, "Papers     %,d%n", report.papers());
        report.papersBySource()
                .forEach((source, papers) -> out.printf(form, "           %,d known to %s%n", papers, source));
        StatusReport.Lists lists = report.lists();
        if (lists.days() > 0) {
            out.printf(form, "Lists      %,d days, %s to %s%n", lists.days(), lists.first(), lists.last());
        }
        report.sources().forEach(source -> out.printf(form, "Source     %s: %s%n", source.title(), source.words()));
        out.printf(
                form,
                "Words      %,d papers indexed; change %,d of %,d%n",
                report.search().indexed(),
                report.search().indexedRevision(),
                report.search().latestRevision());
        out.printf(
                form,
                "Meaning    %,d papers embedded, %,d waiting (%d %%)%n",
                report.search().embedded(),
                report.search().waiting(),
                report.embedding().percent());
        Long left = report.embedding().secondsLeft();
        if (left != null) {
            out.printf(
                    form,
                    "           %.1f a second, %s left%n",
                    report.embedding().papersPerSecond(),
                    ProgressLine.inWords(Duration.ofSeconds(left)));
        } else if (report.search().waiting() > 0) {
            out.println("           none is being embedded now; a running server (broadsheet serve) does it");
        }
        report.rooms().forEach(line -> out.printf(form, "%-10s %s%n", line.label(), line.words()));
        String problem = report.search().problem();
        if (problem != null) {
            out.printf(form, "Trouble    %s%n", problem);
        }
        out.printf(
                form,
                "On disk    catalogue %.1f MB, index %.1f MB, %.1f kB a paper%n",
                report.sizes().catalogue() / 1e6,
                report.sizes().index() / 1e6,
                report.sizes().perPaper() / 1e3);
    }
}
