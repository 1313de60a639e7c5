package dev.broadsheet.program;

import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.source.LiveSources;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a program differs from what its folder and settings say.
 *
 * @param environment variables that stand over the settings, as of {@link System#getenv()}
 * @param clock the one clock of the program; its zone is the edition's unless the settings name another
 * @param sources instead of those that the settings name, which are still checked; null for those of the settings
 * @param search makes what pages search with instead of the index; null for the index
 */
public record ProgramOptions(
        Map<String, String> environment,
        Clock clock,
        @Nullable LiveSources sources,
        @Nullable Function<Catalogue, PaperSearch> search) {

    /** The system's clock, and all as the settings say. */
    public static ProgramOptions usual() {
        return new ProgramOptions(System.getenv(), Clock.system(ZoneId.systemDefault()), null, null);
    }

    public ProgramOptions withClock(Clock other) {
        return new ProgramOptions(environment, other, sources, search);
    }

    public ProgramOptions withEnvironment(Map<String, String> other) {
        return new ProgramOptions(other, clock, sources, search);
    }

    public ProgramOptions withSources(LiveSources others) {
        return new ProgramOptions(environment, clock, others, search);
    }

    public ProgramOptions withSearch(Function<Catalogue, PaperSearch> other) {
        return new ProgramOptions(environment, clock, sources, other);
    }
}
