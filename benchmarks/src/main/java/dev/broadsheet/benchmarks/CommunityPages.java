package dev.broadsheet.benchmarks;

import dev.broadsheet.account.Person;
import dev.broadsheet.site.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * How many times a second the page of a day and that of what is trending are answered over HTTP, to anonymous and to
 * signed-in readers, while votes arrive at an even pace. Clients and server share this process.
 *
 * <p>{@code benchmarks/run CommunityPages [--postgresql URL USER PASSWORD] [REQUESTS [PAPERS [VOTES [VOTES_A_SECOND]]]]}.
 * A PostgreSQL database must be empty.
 */
public final class CommunityPages {
    private static final long SEED = 20261201;
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int PEOPLE = 1_000;
    private static final int CLIENTS = 4;
    private static final int WARMING = 200;

    private CommunityPages() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(List.of(arguments));
        List<String> target = Crowd.target(rest);
        int requests = rest.isEmpty() ? 5_000 : Integer.parseInt(rest.get(0));
        int papers = rest.size() < 2 ? 20_000 : Integer.parseInt(rest.get(1));
        int votes = rest.size() < 3 ? 100_000 : Integer.parseInt(rest.get(2));
        int aSecond = rest.size() < 4 ? 50 : Integer.parseInt(rest.get(3));
        try (Crowd crowd = new Crowd(target);
                HttpClient http = HttpClient.newHttpClient()) {
            crowd.addPapers(papers);
            crowd.addPeople(PEOPLE);
            crowd.addVotes(votes);
            int port = crowd.program().serve("localhost", 0).port();
            crowd.program().startJobs();
            AtomicBoolean done = new AtomicBoolean();
            AtomicInteger arrived = new AtomicInteger();
            Thread voting = Thread.ofPlatform().start(() -> vote(crowd, aSecond, done, arrived));
            System.out.printf(
                    Locale.ROOT,
                    "%s, %,d papers, %,d votes, %d clients%n%n",
                    target.isEmpty() ? "SQLite" : "PostgreSQL",
                    papers,
                    votes,
                    CLIENTS);
            System.out.println(
                    "| page | reader | requests a second | median ms | 99th percentile ms | votes a second meanwhile |");
            System.out.println("|---|---|---|---|---|---|");
            Pages pages = new Pages(http, "http://localhost:" + port, requests, arrived);
            String day = "/papers/date/" + LocalDate.now(crowd.program().clock());
            Cookie cookie = crowd.program().sessions().begin(crowd.people().getFirst(), "127.0.0.1", "a benchmark");
            for (String path : List.of(day, "/papers/trending")) {
                pages.measure(path, "anonymous", "");
                pages.measure(path, "signed in", cookie.name() + "=" + cookie.value());
            }
            done.set(true);
            voting.join();
        }
    }

    private static void vote(Crowd crowd, int aSecond, AtomicBoolean done, AtomicInteger arrived) {
        Random random = new Random(SEED);
        long period = 1_000_000_000L / Math.max(1, aSecond);
        for (long due = System.nanoTime(); !done.get(); due += period) {
            LockSupport.parkNanos(due - System.nanoTime());
            // The newest ones are on the page that is read.
            long paper = crowd.papers()
                    .get(random.nextInt(Math.min(3_000, crowd.papers().size())));
            Person person = crowd.people().get(random.nextInt(crowd.people().size()));
            crowd.program().votes().cast(person, paper, random.nextInt(5) > 0);
            arrived.incrementAndGet();
        }
    }

    private record Pages(HttpClient http, String origin, int requests, AtomicInteger arrived) {
        void measure(String path, String reader, String cookie) throws InterruptedException {
            Load.run(Collections.nCopies(WARMING, path), CLIENTS, PATIENCE, page -> get(page, cookie));
            int before = arrived.get();
            Load.Times times =
                    Load.run(Collections.nCopies(requests, path), CLIENTS, PATIENCE, page -> get(page, cookie));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %,.0f | %.1f | %.1f | %.0f |%n",
                    path.contains("date") ? "day" : "trending",
                    reader,
                    times.perSecond(),
                    times.median(),
                    times.ninetyNinth(),
                    (arrived.get() - before) / times.seconds());
        }

        private void get(String path, String cookie) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
            if (!cookie.isEmpty()) {
                request.header("Cookie", cookie);
            }
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(path + " was answered with " + answer.statusCode());
            }
        }
    }
}
