package dev.broadsheet.cli;

import dev.broadsheet.ingest.Ingest;
import dev.broadsheet.ingest.IngestCounts;
import dev.broadsheet.ingest.IngestProgress;
import dev.broadsheet.ingest.IngestReport;
import dev.broadsheet.ingest.ProgressListener;
import dev.broadsheet.program.Program;
import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.source.Format;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.types.FileSources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code broadsheet import}. */
@Command(
        name = "import",
        description = "Reads papers from files, plain or gzipped: arXiv metadata, Hugging Face daily lists, BibTeX,"
                + " RIS, CSV. May be stopped at any moment; started again it goes on where it was.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples: broadsheet import arxiv-metadata.jsonl.gz",
            "          broadsheet import references.bib more.ris",
            "          zcat dump.gz | broadsheet import -"
        })
final class ImportCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files, in this order; - is standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--format",
            defaultValue = "auto",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            completionCandidates = FormatConverter.class,
            description = "One of ${COMPLETION-CANDIDATES} (default: auto, by content).")
    private Format format = Format.AUTO;

    @Option(names = "--again", description = "Reads files anew that were imported to their end before.")
    private boolean again;

    private final ProgressLine progress = ProgressLine.onStandardError();

    @Override
    public Integer call() {
        try (Interruption interruption = new Interruption();
                Program program = data.open()) {
            SearchRoom search = program.indexing();
            Ingest ingest = program.ingest();
            boolean allRead = true;
            for (String file : files) {
                if (!interruption.isTold()) {
                    allRead &= read(ingest, file, interruption);
                }
            }
            Indexing.finish(search, interruption, progress);
            return allRead && !interruption.isTold() ? 0 : 1;
        }
    }

    private boolean read(Ingest ingest, String file, Interruption interruption) {
        IngestReport report;
        try {
            Source source = open(file);
            ProgressListener listener = at -> show(file, at);
            report = again
                    ? ingest.runAgain(source, listener, interruption::isTold)
                    : ingest.run(source, listener, interruption::isTold);
        } catch (IOException e) {
            say(file + ": " + e.getMessage());
            return false;
        }
        progress.finish(file + ": " + inWords(report));
        if (report.rejects() != null && report.counts().rejected() > 0) {
            say("  Records that could not be read, with place and reason: " + report.rejects());
        }
        if (report.outcome() == IngestReport.Outcome.FINISHED && report.counts().records() == 0) {
            say("  No record was found in it. If it is not empty, its format may be another than " + format.key()
                    + ".");
        }
        return switch (report.outcome()) {
            case FINISHED, ALREADY_IMPORTED -> true;
            case STOPPED -> {
                say("  Stopped. What was read is kept; the same command goes on from here.");
                yield false;
            }
            case BROKEN_OFF -> {
                say("  " + report.problem());
                yield false;
            }
        };
    }

    private Source open(String file) throws IOException {
        return file.equals(STANDARD_INPUT)
                ? FileSources.open(System.in, format)
                : FileSources.open(Path.of(file), format);
    }

    private void show(String file, IngestProgress at) {
        Duration left = at.left();
        progress.show(
                at.done(),
                at.total(),
                file + "  " + Indexing.count(at.counts().records()) + " records, "
                        + Indexing.count(Math.round(at.rate())) + " a second"
                        + (left == null ? "" : ", " + ProgressLine.inWords(left) + " left"));
    }

    private static String inWords(IngestReport report) {
        if (report.outcome() == IngestReport.Outcome.ALREADY_IMPORTED) {
            return "imported before, nothing to do (--again reads it anyway).";
        }
        IngestCounts counts = report.counts();
        return Indexing.count(counts.records()) + (counts.records() == 1 ? " record: " : " records: ")
                + Indexing.count(counts.added())
                + " new, "
                + Indexing.count(counts.changed()) + " changed, " + Indexing.count(counts.unchanged()) + " unchanged, "
                + Indexing.count(counts.rejected()) + " rejected, in " + ProgressLine.inWords(report.time()) + ".";
    }

    private void say(String words) {
        spec.commandLine().getErr().println(words);
        spec.commandLine().getErr().flush();
    }

    /** A format by its name on the command line. */
    static final class FormatConverter implements ITypeConverter<Format>, Iterable<String> {
        @Override
        public Format convert(String name) {
            return Format.named(name)
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no format \"" + name + "\"; there are " + String.join(", ", this)));
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Format.values()).map(Format::key).iterator();
        }
    }
}
