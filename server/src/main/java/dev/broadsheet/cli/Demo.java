package dev.broadsheet.cli;

import dev.broadsheet.ingest.Ingest;
import dev.broadsheet.ingest.IngestReport;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.source.Format;
import dev.broadsheet.source.types.FileSources;
import java.io.InputStream;

/** The papers of the demonstration, which the program carries. */
final class Demo {
    private static final String PAPERS = "/demo/papers.jsonl";

    private Demo() {}

    /** Puts them into the catalogue; those that are there already stay as they are. */
    static void load(Ingest ingest) {
        InputStream papers = Demo.class.getResourceAsStream(PAPERS);
        if (papers == null) {
            throw new OperatorException("This build of Broadsheet carries no demonstration.");
        }
        IngestReport report = ingest.run(FileSources.open(papers, Format.HUGGINGFACE), progress -> {}, () -> false);
        if (report.outcome() != IngestReport.Outcome.FINISHED) {
            throw new OperatorException("The demonstration could not be loaded: " + report.problem());
        }
    }
}
