package dev.broadsheet.cli;

import dev.broadsheet.account.Moderation;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.ingest.Ingest;
import dev.broadsheet.ingest.IngestReport;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.program.Program;
import dev.broadsheet.source.Format;
import dev.broadsheet.source.types.FileSources;
import java.io.InputStream;

/** The demonstration: papers that the program carries, and somebody to act as. */
final class Demo {
    private static final String PAPERS = "/demo/papers.jsonl";
    private static final String EDITOR = "editor";

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

    /** The address that signs in whoever plays its editor, who is made the first time. */
    static String editorsLink(Program program) {
        Moderation moderation = program.moderation();
        Person editor = program.people()
                .byName(EDITOR)
                .orElseGet(() -> moderation.create(null, EDITOR, "The editor", "", Role.ADMIN));
        return moderation.signInLink(null, editor.number());
    }
}
