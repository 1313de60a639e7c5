package dev.broadsheet.cli;

import dev.broadsheet.program.Program;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the data folder, the same for every command. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that everything is kept in (default: BROADSHEET_DATA, else ./broadsheet-data).")
    private @Nullable Path folder;

    Path folder() {
        if (folder != null) {
            return folder;
        }
        String fromEnvironment = System.getenv("BROADSHEET_DATA");
        return Path.of(fromEnvironment == null || fromEnvironment.isBlank() ? "broadsheet-data" : fromEnvironment);
    }

    boolean isNamed() {
        return folder != null;
    }

    /** The installation in this folder, begun where there is none. */
    Program open() {
        return Program.open(folder());
    }

    /** The installation in this folder, which has to be there: a mistyped folder is told. */
    Program openExisting() {
        return Program.openExisting(folder());
    }
}
