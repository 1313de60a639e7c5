package dev.broadsheet.testing.arxiv;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The stand-in by hand, for a person who points {@code source.arxiv.oai}, {@code .api} and {@code
 * .feeds} at it and watches.
 *
 * <p>{@code [--port N] [--records FILE.jsonl.gz] [--mischief CHANCE] [--seed N]}; without a file it
 * serves an invented month around today. A chance of 0.02 for each kind makes a bad day.
 */
public final class StandInProcess {
    private StandInProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> given = List.of(arguments);
        long seed = Long.parseLong(option(given, "--seed", "1"));
        double chance = Double.parseDouble(option(given, "--mischief", "0"));
        String file = option(given, "--records", "");
        ArxivDays days = new ArxivDays(Set.of());
        LocalDate today = Instant.now().atZone(ArxivDays.ZONE).toLocalDate();
        ArxivList list = file.isEmpty()
                ? ArxivMonth.generate(seed, today.minusDays(30), today.plusDays(30), 40, days)
                : new ArxivList(days, RecordsFile.read(Path.of(file)));
        int port = Integer.parseInt(option(given, "--port", "0"));
        try (ArxivStandIn server = new ArxivStandIn(port, list, Clock.systemUTC(), 1000, true, seed)) {
            for (Mischief mischief : Mischief.values()) {
                server.chance(mischief, chance);
            }
            System.out.println(list.papers().size() + " papers, categories " + ArxivMonth.FOLLOWED);
            System.out.println("source.arxiv.oai = " + server.oai());
            System.out.println("source.arxiv.api = " + server.api());
            System.out.println("source.arxiv.feeds = " + server.feeds());
            Thread.currentThread().join();
        }
    }

    private static String option(List<String> given, String name, String fallback) {
        int at = given.indexOf(name);
        return at < 0 || at + 1 == given.size() ? fallback : given.get(at + 1);
    }
}
