package dev.broadsheet.cli;

import dev.broadsheet.program.Program;
import dev.broadsheet.search.SearchRoom;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code broadsheet reindex}. */
@Command(
        name = "reindex",
        description = "Builds the search index anew from the catalogue, beside the old one, and swaps it in."
                + " Vectors are kept in the catalogue: nothing is embedded again.",
        mixinStandardHelpOptions = true,
        footer = "%nExample: broadsheet reindex --data /srv/broadsheet")
final class ReindexCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        try (Program program = data.openExisting()) {
            SearchRoom search = program.indexing();
            long papers = program.catalogue().size();
            ProgressLine progress = ProgressLine.onStandardError();
            search.rebuild(done -> progress.show(done, papers, String.format(Locale.ROOT, "%,d papers", done)));
            progress.finish(String.format(
                    Locale.ROOT, "The index is new: %,d papers.", search.state().indexed()));
            return 0;
        }
    }
}
