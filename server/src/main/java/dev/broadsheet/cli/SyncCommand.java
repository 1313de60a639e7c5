package dev.broadsheet.cli;

import dev.broadsheet.ingest.IngestProgress;
import dev.broadsheet.ingest.LedgerDay;
import dev.broadsheet.ingest.Sync;
import dev.broadsheet.ingest.SyncReport;
import dev.broadsheet.ingest.SyncRun;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.program.Program;
import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.LiveSources;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code broadsheet sync}. */
@Command(
        name = "sync",
        description = "Asks the live sources once for what is new, and ends with a table of what was announced, what"
                + " came and what is missing. A running server does the same by itself. May be stopped at any moment;"
                + " started again it goes on where it was.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all was read to its end and nothing is known to be missing",
            "1:something is missing or could not be read"
        },
        footer = {
            "",
            "Examples: broadsheet sync",
            "          broadsheet sync arxiv --from 2026-11-01 --until 2026-11-20",
            "          broadsheet sync arxiv --dry-run"
        })
final class SyncCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(
            arity = "0..*",
            paramLabel = "SOURCE",
            description = "Sources of the settings, in this order (default: all of them).")
    private List<String> names = List.of();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = DayConverter.class,
            description = "The first day, 2026-11-01 for instance (default: where the last run ended).")
    private @Nullable LocalDate from;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            converter = DayConverter.class,
            description = "The last day (default: today).")
    private @Nullable LocalDate until;

    @Option(names = "--dry-run", description = "Reads everything, writes nothing, and says what would come.")
    private boolean dryRun;

    private final ProgressLine progress = ProgressLine.onStandardError();

    @Override
    public Integer call() {
        try (Interruption interruption = new Interruption();
                Program program = data.open()) {
            SearchRoom search = program.indexing();
            Sync sync = program.sync();
            boolean complete = true;
            for (LiveSource source : wanted(program.sources())) {
                if (!interruption.isTold()) {
                    SyncReport report = sync.run(source, from, until, dryRun, this::show, interruption::isTold);
                    progress.finish(summary(source, report));
                    spec.commandLine().getOut().print(dryRun ? promise(report) : LedgerTable.of(report.days()));
                    spec.commandLine().getOut().flush();
                    report.problems().forEach(problem -> say("  " + problem));
                    if (report.outcome() == SyncRun.Outcome.STOPPED) {
                        say("  Stopped. What was read is kept; the same command goes on from here.");
                    }
                    complete &= isComplete(report);
                }
            }
            if (!dryRun) {
                Indexing.finish(search, interruption, progress);
            }
            return complete && !interruption.isTold() ? 0 : 1;
        }
    }

    private List<LiveSource> wanted(LiveSources sources) {
        if (names.isEmpty()) {
            if (sources.all().isEmpty()) {
                throw new OperatorException("The settings name no live source: see docs/sources.md.");
            }
            return sources.all();
        }
        List<LiveSource> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(sources.named(name)
                    .orElseThrow(() -> new OperatorException("The settings name no source \"" + name + "\". They name: "
                            + sources.all().stream()
                                    .map(source -> source.profile().name())
                                    .collect(Collectors.joining(", "))
                            + ".")));
        }
        return wanted;
    }

    private static boolean isComplete(SyncReport report) {
        return report.outcome() == SyncRun.Outcome.FINISHED
                && report.days().stream().noneMatch(day -> day.verdict() == LedgerDay.Verdict.MISSING);
    }

    private void show(String title, IngestProgress at) {
        progress.show(
                at.done(), at.total(), title + "  " + Indexing.count(at.counts().records()) + " records");
    }

    private String summary(LiveSource source, SyncReport report) {
        return source.profile().title() + ", " + report.from() + " to " + report.until() + ": "
                + Indexing.count(report.counts().records()) + " records read, "
                + Indexing.count(report.counts().added()) + (dryRun ? " would be new, " : " new, ")
                + Indexing.count(report.counts().changed()) + (dryRun ? " would change, " : " changed, ")
                + Indexing.count(report.counts().rejected()) + " rejected"
                + (report.repaired() > 0 ? ", " + Indexing.count(report.repaired()) + " fetched one by one" : "")
                + ", in " + ProgressLine.inWords(report.time()) + ".";
    }

    private static String promise(SyncReport report) {
        return Indexing.count(report.announced()) + " papers are announced, " + Indexing.count(report.held())
                + " of them are here. Nothing was written." + System.lineSeparator();
    }

    private void say(String words) {
        spec.commandLine().getErr().println(words);
        spec.commandLine().getErr().flush();
    }

    /** A day as it is written everywhere here. */
    static final class DayConverter implements ITypeConverter<LocalDate> {
        private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

        @Override
        public LocalDate convert(String written) {
            try {
                LocalDate day = LocalDate.parse(written);
                if (!day.isBefore(FIRST)) {
                    return day;
                }
            } catch (DateTimeParseException e) {
                // said below, together with days before there was any source
            }
            throw new TypeConversionException(
                    "a day is written like 2026-11-01, and not before 1990; \"" + written + "\" is none");
        }
    }
}
