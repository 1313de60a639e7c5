package dev.broadsheet.ingest;

import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.source.HostRule;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.http.PoliteFetcher;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A run in a process of its own, for the test that kills it. */
final class HarvestProcess {
    private HarvestProcess() {}

    /** @param arguments data folder, addresses of OAI-PMH server, search API and feeds, instant */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Clock clock = Clock.fixed(Instant.parse(arguments[4]), ZoneOffset.UTC);
        Map<String, HostRule> hosts = new ConcurrentHashMap<>();
        Map<String, String> addresses = Map.of("oai", arguments[1], "api", arguments[2], "feeds", arguments[3]);
        try (Database database = Database.sqlite(folder.resolve("catalogue.db"));
                PoliteFetcher fetcher = ArxivWorld.fetcher(hosts, Duration.ofMinutes(1), clock, duration -> {})) {
            LiveSource source = ArxivWorld.source(addresses, hosts, fetcher, clock);
            Ingest ingest = new Ingest(new Catalogue(database), folder.resolve("rejects"), Clock.systemUTC());
            SyncReport report = new Sync(ingest, new Ledger(database, clock), database, clock)
                    .run(source, ArxivWorld.FIRST, null, false, (title, progress) -> {}, () -> false);
            System.out.println(report.problems());
        }
    }
}
