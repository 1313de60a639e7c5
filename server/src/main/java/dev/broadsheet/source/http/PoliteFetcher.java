package dev.broadsheet.source.http;

import static dev.broadsheet.source.http.FetchException.Kind.REFUSED;
import static dev.broadsheet.source.http.FetchException.Kind.UNAVAILABLE;

import dev.broadsheet.source.HostRule;
import dev.broadsheet.source.HostState;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks over the network, politely: each host one request at a time, with the pause and quota of
 * its {@link HostRule}. What may work later is repeated, with growing waits (exponential back-off
 * with full jitter) and as the host's {@code Retry-After} says; a host that keeps failing is left
 * alone for a while. Redirects are followed to configured hosts only. Goes through the system's
 * proxy, if one is set. Counts of requests begin with the program's start. Thread-safe.
 */
public final class PoliteFetcher implements Fetcher, AutoCloseable {
    private static final int MOST_TRIES = 4;
    private static final int MOST_REDIRECTS = 5;

    private final Map<String, Host> hosts = new ConcurrentSkipListMap<>();
    private final Map<String, HostRule> rules;
    private final AllowedTargets targets;
    private final FetchPolicy policy;
    private final Clock clock;
    private final Sleeper sleeper;
    private final HttpExchange wire;

    /**
     * @param rules of the hosts that may be asked, by {@link HostRule#host}; looked at anew each
     *     time, so it has to be thread-safe if it changes
     * @param sleeper lets the pauses pass, by the same clock
     */
    public PoliteFetcher(Map<String, HostRule> rules, FetchPolicy policy, Clock clock, Sleeper sleeper) {
        this.rules = rules;
        this.targets = new AllowedTargets(rules);
        this.policy = policy;
        this.clock = clock;
        this.sleeper = sleeper;
        this.wire = new HttpExchange(policy, clock);
    }

    /** With the usual policy; see {@link FetchPolicy#usual}. The clock must go as fast as time does. */
    public static PoliteFetcher of(Map<String, HostRule> rules, String version, String contact, Clock clock) {
        return new PoliteFetcher(rules, FetchPolicy.usual(version, contact), clock, Thread::sleep);
    }

    @Override
    public Answer get(URI address) throws FetchException {
        Target target = targets.of(address);
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            switch (asked(target)) {
                case Reply.Document document -> {
                    return document.answer();
                }
                case Reply.Moved moved -> target = targets.moved(target, moved.location());
                case Reply.Failed failed -> throw failed.why();
            }
        }
        throw new FetchException(
                REFUSED, RedactedAddress.of(address) + " redirects more than " + MOST_REDIRECTS + " times");
    }

    /** How it stands with each host that was asked since the start, by name. */
    public List<HostState> states() {
        Instant now = clock.instant();
        return hosts.entrySet().stream()
                .map(host -> host.getValue().state(now, rules.get(host.getKey())))
                .toList();
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        wire.close();
    }

    private Reply asked(Target target) throws FetchException {
        Host host = hosts.computeIfAbsent(target.rule().host(), Host::new);
        try {
            host.turn().lockInterruptibly();
            try {
                return askedInTurn(host, target);
            } finally {
                host.turn().unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            String message = RedactedAddress.of(target.address()) + " was not waited for: interrupted";
            throw new FetchException(UNAVAILABLE, message, 0, "", e);
        }
    }

    private Reply askedInTurn(Host host, Target target) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            Reply reply = askedOnce(host, target);
            if (!(reply instanceof Reply.Failed failed) || !failed.mayWorkLater()) {
                return reply;
            }
            Instant rest = host.rest(clock.instant());
            if (rest != null) {
                return failed.adding("; the host is not asked again before " + rest);
            }
            if (tries == MOST_TRIES) {
                return failed.adding(" (asked " + tries + " times)");
            }
            Duration jitter = jitter(tries);
            sleep(jitter.compareTo(failed.toWait()) > 0 ? jitter : failed.toWait());
        }
    }

    private Reply askedOnce(Host host, Target target) throws InterruptedException {
        FetchException refusal = host.refusal(clock.instant(), target.rule());
        if (refusal != null) {
            return new Reply.Failed(refusal);
        }
        sleep(host.pauseLeft(clock.instant(), target.rule().pause()));
        host.begins(clock.instant());
        try {
            Reply reply = wire.ask(target);
            learn(host, reply);
            return reply;
        } finally {
            host.ended(clock.instant());
        }
    }

    private void learn(Host host, Reply reply) {
        Instant now = clock.instant();
        if (!(reply instanceof Reply.Failed failed)) {
            host.worked();
            return;
        }
        String problem = String.valueOf(failed.why().getMessage());
        switch (failed.why().kind()) {
            case NOT_FOUND -> host.worked();
            case REFUSED -> {
                if (isShutOut(failed.why().status())) {
                    host.failed(now, problem);
                } else {
                    host.worked();
                    host.noted(now, problem);
                }
            }
            case UNAVAILABLE, FORBIDDEN -> host.failed(now, problem);
        }
        if (failed.toWait().compareTo(policy.patience()) > 0) {
            host.leaveAlone(now.plus(failed.toWait()));
        }
    }

    /** A host that knows this program no more, or never did, is not to be asked on and on (401, 403). */
    private static boolean isShutOut(int status) {
        return status == 401 || status == 403;
    }

    private Duration jitter(int tries) {
        long most = policy.backOff().toMillis() << (tries - 1);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1));
    }

    private void sleep(Duration duration) throws InterruptedException {
        if (duration.isPositive()) {
            sleeper.sleep(duration);
        }
    }
}
