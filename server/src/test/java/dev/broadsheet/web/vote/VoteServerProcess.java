package dev.broadsheet.web.vote;

import dev.broadsheet.program.Program;
import dev.broadsheet.program.ProgramOptions;
import dev.broadsheet.source.LiveSources;
import dev.broadsheet.testing.FakeSearch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Serves a folder, which has papers and people already, until it is killed: {@link VoteStormTest} starts it. */
final class VoteServerProcess {
    private VoteServerProcess() {}

    /** @param arguments the folder */
    public static void main(String[] arguments) throws InterruptedException {
        Program program = Program.open(Path.of(arguments[0]), options());
        int port = program.serve("localhost", 0).port();
        program.startJobs();
        System.out.println("port " + port);
        Thread.currentThread().join();
    }

    static ProgramOptions options() {
        return ProgramOptions.usual()
                .withEnvironment(Map.of())
                .withSources(LiveSources.given(List.of(), List.of(), List::of))
                .withSearch(FakeSearch::new);
    }
}
