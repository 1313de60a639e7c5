package dev.broadsheet.source.http;

import static dev.broadsheet.source.http.ScriptedServer.bytes;
import static dev.broadsheet.source.http.ScriptedServer.status;
import static dev.broadsheet.source.http.ScriptedServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.broadsheet.source.HostRule;
import dev.broadsheet.source.HostState;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PoliteFetcherTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final FetchPolicy MANNERS = new FetchPolicy(
            "Broadsheet/0 (+https://example.org)", Duration.ofSeconds(60), 1 << 20, SECOND, Duration.ofMinutes(5));

    private final FakeTime time = new FakeTime();

    @Test
    void aDocumentComesWholeWithItsTypeAndTime() throws IOException {
        try (ScriptedServer server = new ScriptedServer(text("Größe"));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            Answer answer = fetcher.get(server.at("/list?from=2026-03-01"));
            assertThat(answer.body()).isEqualTo("Größe".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.contentType()).isEqualTo("text/plain; charset=utf-8");
            assertThat(answer.address()).isEqualTo(server.at("/list?from=2026-03-01"));
            assertThat(answer.at()).isEqualTo(time.instant());
        }
    }

    @Test
    void itSaysWhoItIs() throws IOException {
        try (ScriptedServer server = new ScriptedServer(text("x"));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            fetcher.get(server.at("/"));
            assertThat(server.requests().getFirst().getFirst("User-Agent"))
                    .isEqualTo("Broadsheet/0 (+https://example.org)");
        }
    }

    @Test
    void aHostThatNoSourceNamesIsNotAsked() throws IOException {
        try (ScriptedServer server = new ScriptedServer(text("x"));
                PoliteFetcher fetcher = fetcher(Map.of())) {
            assertThat(refused(fetcher, server.at("/")).kind()).isEqualTo(FetchException.Kind.FORBIDDEN);
            assertThat(server.requests()).isEmpty();
            assertThat(fetcher.states()).isEmpty();
        }
    }

    @Test
    void aHostThatIsNamedLaterIsAskedFromThenOn() throws IOException {
        Map<String, HostRule> rules = new ConcurrentHashMap<>();
        try (ScriptedServer server = new ScriptedServer(text("x"));
                PoliteFetcher fetcher = fetcher(rules)) {
            refused(fetcher, server.at("/"));
            rules.putAll(server.allowed());
            assertThat(fetcher.get(server.at("/")).body()).hasSize(1);
        }
    }

    @Test
    void aPublicHostWhoseNameLeadsIntoTheOwnNetworkIsNotAsked() throws IOException {
        try (ScriptedServer server = new ScriptedServer(text("x"));
                PoliteFetcher fetcher =
                        fetcher(Map.of(server.host(), new HostRule(server.host(), Duration.ZERO, 0, false)))) {
            FetchException problem = refused(fetcher, server.at("/"));
            assertThat(problem.kind()).isEqualTo(FetchException.Kind.FORBIDDEN);
            assertThat(problem).hasMessageContaining("private network");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void thePauseIsCountedFromTheEndOfTheLastRequest() throws IOException {
        try (ScriptedServer server = new ScriptedServer(exchange -> {
                    time.pass(Duration.ofSeconds(10));
                    text("slow").answer(exchange);
                });
                PoliteFetcher fetcher = fetcher(Map.of(server.host(), server.rule(SECOND.multipliedBy(3), 0)))) {
            fetcher.get(server.at("/1"));
            fetcher.get(server.at("/2"));
            time.pass(SECOND);
            fetcher.get(server.at("/3"));
            time.pass(SECOND.multipliedBy(3));
            fetcher.get(server.at("/4"));
            assertThat(time.waits()).containsExactly(SECOND.multipliedBy(3), SECOND.multipliedBy(2));
        }
    }

    @Test
    void aClockThatIsSetBackMakesNoEndlessPause() throws IOException {
        try (ScriptedServer server = new ScriptedServer(text("x"));
                PoliteFetcher fetcher = fetcher(Map.of(server.host(), server.rule(SECOND, 0)))) {
            fetcher.get(server.at("/1"));
            time.pass(Duration.ofDays(-3));
            fetcher.get(server.at("/2"));
            assertThat(time.waits()).containsExactly(SECOND);
        }
    }

    @Test
    void oneHostIsAskedOneRequestAtATime() throws IOException, InterruptedException, ExecutionException {
        AtomicInteger present = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(exchange -> {
                    most.accumulateAndGet(present.incrementAndGet(), Math::max);
                    pauseOf(20);
                    present.decrementAndGet();
                    text("x").answer(exchange);
                });
                PoliteFetcher fetcher = fetcher(server.allowed());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                URI address = server.at("/" + i);
                answers.add(threads.submit(() -> fetcher.get(address)));
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().body()).hasSize(1);
            }
            assertThat(most).hasValue(1);
        }
    }

    @Test
    void hostsDoNotWaitForEachOther() throws IOException, InterruptedException, ExecutionException {
        CountDownLatch bothAsked = new CountDownLatch(2);
        ScriptedServer.Script script = exchange -> {
            bothAsked.countDown();
            try {
                bothAsked.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            text("x").answer(exchange);
        };
        try (ScriptedServer one = new ScriptedServer(script);
                ScriptedServer other = new ScriptedServer(script);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                PoliteFetcher fetcher = fetcher(
                        Map.of(one.host(), one.rule(Duration.ZERO, 0), other.host(), other.rule(Duration.ZERO, 0)))) {
            Future<Answer> first = threads.submit(() -> fetcher.get(one.at("/")));
            Future<Answer> second = threads.submit(() -> fetcher.get(other.at("/")));
            assertThat(first.get().body()).isEqualTo(second.get().body());
        }
    }

    @Test
    void theQuotaOfADayEndsAtMidnightUtc() throws IOException {
        try (ScriptedServer server = new ScriptedServer(text("x"));
                PoliteFetcher fetcher = fetcher(Map.of(server.host(), server.rule(Duration.ZERO, 2)))) {
            fetcher.get(server.at("/1"));
            fetcher.get(server.at("/2"));
            FetchException problem = refused(fetcher, server.at("/3"));
            assertThat(problem.kind()).isEqualTo(FetchException.Kind.FORBIDDEN);
            assertThat(problem)
                    .hasMessage(server.host() + " is not asked before 2026-03-05T00:00:00Z:"
                            + " the 2 requests a day that its rule allows are used up");
            assertThat(server.requests()).hasSize(2);
            time.pass(Duration.ofHours(14));
            assertThat(fetcher.get(server.at("/3")).body()).hasSize(1);
        }
    }

    @Test
    void whatMayWorkLaterIsRepeatedWithGrowingWaits() throws IOException {
        try (ScriptedServer server =
                        new ScriptedServer(status(500, "oh"), status(503, "no"), status(429, "stop"), text("at last"));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            assertThat(new String(fetcher.get(server.at("/")).body(), StandardCharsets.UTF_8))
                    .isEqualTo("at last");
            List<Duration> longest = List.of(SECOND, SECOND.multipliedBy(2), SECOND.multipliedBy(4));
            for (int i = 0; i < time.waits().size(); i++) {
                assertThat(time.waits().get(i)).isBetween(Duration.ZERO, longest.get(i));
            }
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void aRequestIsGivenUpAfterFourTries() throws IOException {
        try (ScriptedServer server = new ScriptedServer(status(502, "the machine behind is away"));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            FetchException problem = refused(fetcher, server.at("/x"));
            assertThat(problem.kind()).isEqualTo(FetchException.Kind.UNAVAILABLE);
            assertThat(problem.status()).isEqualTo(502);
            assertThat(problem.body()).isEqualTo("the machine behind is away");
            assertThat(problem).hasMessage(server.at("/x") + " answers with status 502 (asked 4 times)");
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void whatDoesNotExistOrIsRefusedIsAskedForOnce() throws IOException {
        try (ScriptedServer server =
                        new ScriptedServer(status(404, ""), status(410, ""), status(400, "bad id"), status(204, ""));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            assertThat(refused(fetcher, server.at("/1")).kind()).isEqualTo(FetchException.Kind.NOT_FOUND);
            assertThat(refused(fetcher, server.at("/2")).kind()).isEqualTo(FetchException.Kind.NOT_FOUND);
            FetchException bad = refused(fetcher, server.at("/3"));
            assertThat(bad.kind()).isEqualTo(FetchException.Kind.REFUSED);
            assertThat(bad.body()).isEqualTo("bad id");
            assertThat(refused(fetcher, server.at("/4")).kind()).isEqualTo(FetchException.Kind.REFUSED);
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void secondsOfRetryAfterAreWaited() throws IOException {
        try (ScriptedServer server = new ScriptedServer(status(503, "", "Retry-After", "20"), text("x"));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            fetcher.get(server.at("/"));
            assertThat(time.waits()).containsExactly(Duration.ofSeconds(20));
        }
    }

    @Test
    void aDateOfRetryAfterIsWaitedFor() throws IOException {
        try (ScriptedServer server =
                        new ScriptedServer(status(429, "", "Retry-After", "Wed, 04 Mar 2026 10:01:30 GMT"), text("x"));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            fetcher.get(server.at("/"));
            assertThat(time.waits()).containsExactly(Duration.ofSeconds(90));
        }
    }

    @Test
    void aHostThatAsksForMorePatienceThanThereIsIsLeftAloneUntilThen() throws IOException {
        try (ScriptedServer server = new ScriptedServer(status(503, "", "Retry-After", "3600"), text("x"));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            FetchException first = refused(fetcher, server.at("/"));
            assertThat(first.kind()).isEqualTo(FetchException.Kind.UNAVAILABLE);
            assertThat(first).hasMessageContaining("not asked again before 2026-03-04T11:00:00Z");
            FetchException second = refused(fetcher, server.at("/"));
            assertThat(second.kind()).isEqualTo(FetchException.Kind.FORBIDDEN);
            assertThat(second).hasMessageContaining("not asked before 2026-03-04T11:00:00Z");
            assertThat(server.requests()).hasSize(1);
            time.pass(Duration.ofHours(1));
            assertThat(fetcher.get(server.at("/")).body()).hasSize(1);
            assertThat(time.waits()).isEmpty();
        }
    }

    @Test
    void aHostThatKeepsFailingIsLeftAloneForLongerAndLonger() throws IOException {
        try (ScriptedServer server = new ScriptedServer(status(500, ""));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            refused(fetcher, server.at("/1"));
            FetchException opened = refused(fetcher, server.at("/2"));
            assertThat(opened.kind()).isEqualTo(FetchException.Kind.UNAVAILABLE);
            assertThat(server.requests()).hasSize(5);
            List<Long> rests = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                FetchException rest = refused(fetcher, server.at("/3"));
                assertThat(rest.kind()).isEqualTo(FetchException.Kind.FORBIDDEN);
                assertThat(rest).hasMessageContaining("in a row failed, the last: ");
                Duration left = Duration.between(time.instant(), restOf(fetcher));
                rests.add((left.toMillis() + 500) / 60_000);
                time.pass(left);
                refused(fetcher, server.at("/3"));
            }
            assertThat(rests).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
            assertThat(server.requests()).hasSize(5 + 8);
        }
    }

    @Test
    void aHostThatShutsThisProgramOutIsAskedOnceEachTimeAndThenLeftAlone() throws IOException {
        ScriptedServer.Script signIn = status(401, "");
        ScriptedServer.Script never = status(403, "");
        try (ScriptedServer server = new ScriptedServer(signIn, never, signIn, never, never, text("x"));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            for (int i = 1; i <= Host.MOST_FAILURES; i++) {
                assertThat(refused(fetcher, server.at("/")).kind()).isEqualTo(FetchException.Kind.REFUSED);
                assertThat(server.requests()).hasSize(i);
            }
            assertThat(refused(fetcher, server.at("/")).kind()).isEqualTo(FetchException.Kind.FORBIDDEN);
            assertThat(server.requests()).hasSize(Host.MOST_FAILURES);
            time.pass(Host.FIRST_REST.plusSeconds(1));
            fetcher.get(server.at("/"));
        }
    }

    @Test
    void oneGoodAnswerEndsTheRest() throws IOException {
        ScriptedServer.Script bad = status(500, "");
        try (ScriptedServer server = new ScriptedServer(bad, bad, bad, bad, bad, text("x"), bad);
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            refused(fetcher, server.at("/"));
            refused(fetcher, server.at("/"));
            time.pass(Host.FIRST_REST.plusSeconds(1));
            fetcher.get(server.at("/"));
            assertThat(fetcher.states().getFirst().restsUntil()).isNull();
            refused(fetcher, server.at("/"));
            assertThat(server.requests()).hasSize(5 + 1 + 4);
        }
    }

    @Test
    void theStateOfAHostIsTold() throws IOException {
        try (ScriptedServer server = new ScriptedServer(status(500, ""), text("x"));
                PoliteFetcher fetcher = fetcher(Map.of(server.host(), server.rule(Duration.ZERO, 100)))) {
            Instant start = time.instant();
            fetcher.get(server.at("/a?api_key=secret"));
            assertThat(fetcher.states())
                    .containsExactly(new HostState(
                            server.host(),
                            null,
                            server.at("/a?api_key=") + "… answers with status 500",
                            start,
                            2,
                            100));
            time.pass(Duration.ofDays(1));
            assertThat(fetcher.states().getFirst().requestsToday()).isZero();
        }
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                        status(200, "news", "ETag", "\"7\"", "Content-Type", "a/b"), status(304, ""), text("newer"));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            Answer first = fetcher.get(server.at("/feed"));
            time.pass(SECOND);
            Answer again = fetcher.get(server.at("/feed"));
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.contentType()).isEqualTo("a/b");
            assertThat(again.at()).isEqualTo(first.at().plus(SECOND));
            assertThat(server.requests().get(0).getFirst("If-None-Match")).isNull();
            assertThat(server.requests().get(1).getFirst("If-None-Match")).isEqualTo("\"7\"");
            assertThat(fetcher.get(server.at("/feed")).body()).hasSize(5);
            fetcher.get(server.at("/feed"));
            assertThat(server.requests().get(3).getFirst("If-None-Match")).isNull();
        }
    }

    @Test
    void anAnswerThatNothingChangedWithoutHavingBeenAskedIsRefused() throws IOException {
        try (ScriptedServer server = new ScriptedServer(status(304, ""));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            assertThat(refused(fetcher, server.at("/")).kind()).isEqualTo(FetchException.Kind.REFUSED);
        }
    }

    @Test
    void interruptionEndsTheWaitingAtOnce() throws IOException {
        try (ScriptedServer server = new ScriptedServer(text("x"));
                PoliteFetcher fetcher = fetcher(Map.of(server.host(), server.rule(SECOND, 0)))) {
            fetcher.get(server.at("/"));
            Thread.currentThread().interrupt();
            FetchException problem = refused(fetcher, server.at("/"));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(problem.kind()).isEqualTo(FetchException.Kind.UNAVAILABLE);
            assertThat(problem).hasMessageContaining("interrupted");
            assertThat(fetcher.get(server.at("/")).body()).hasSize(1);
        }
    }

    @Test
    void interruptionEndsARequestThatIsUnderWay() throws IOException, InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicReference<FetchException> problem = new AtomicReference<>();
        try (ScriptedServer server = new ScriptedServer(exchange -> {
                    asked.countDown();
                    pauseOf(60_000);
                });
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            Thread thread = Thread.ofVirtual().start(() -> problem.set(refused(fetcher, server.at("/"))));
            asked.await();
            thread.interrupt();
            thread.join();
            assertThat(problem.get()).hasMessageContaining("interrupted");
            assertThat(fetcher.states().getFirst().problem()).isEmpty();
        }
    }

    @Test
    void theEndOfTheFetcherEndsARequestThatIsUnderWay() throws IOException, InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicReference<FetchException> problem = new AtomicReference<>();
        try (ScriptedServer server = new ScriptedServer(exchange -> {
            asked.countDown();
            pauseOf(60_000);
        })) {
            PoliteFetcher fetcher = fetcher(server.allowed());
            Thread thread = Thread.ofVirtual().start(() -> problem.set(refused(fetcher, server.at("/"))));
            asked.await();
            fetcher.close();
            thread.join();
            assertThat(problem.get().kind()).isEqualTo(FetchException.Kind.UNAVAILABLE);
        }
    }

    @Test
    void emptyDocumentsAreDocuments() throws IOException {
        try (ScriptedServer server = new ScriptedServer(bytes(200, new byte[0]));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            Answer answer = fetcher.get(server.at("/"));
            assertThat(answer.body()).isEmpty();
            assertThat(answer.contentType()).isEmpty();
        }
    }

    private PoliteFetcher fetcher(Map<String, HostRule> rules) {
        return new PoliteFetcher(rules, MANNERS, time, time);
    }

    private static Instant restOf(PoliteFetcher fetcher) {
        Instant until = fetcher.states().getFirst().restsUntil();
        assertThat(until).isNotNull();
        return until == null ? Instant.MAX : until;
    }

    private static FetchException refused(Fetcher fetcher, URI address) {
        return catchThrowableOfType(FetchException.class, () -> fetcher.get(address));
    }

    private static void pauseOf(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
