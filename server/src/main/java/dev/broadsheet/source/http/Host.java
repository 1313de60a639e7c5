package dev.broadsheet.source.http;

import static dev.broadsheet.source.http.FetchException.Kind.FORBIDDEN;

import dev.broadsheet.source.HostRule;
import dev.broadsheet.source.HostState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One host: whose turn it is to ask it, and how it fared. After {@value #MOST_FAILURES} failures in a
 * row it is left alone for a while; then one request finds out whether it works again, and each
 * further failure doubles the while. Thread-safe.
 */
final class Host {
    static final int MOST_FAILURES = 5;
    static final Duration FIRST_REST = Duration.ofMinutes(1);
    static final Duration LONGEST_REST = Duration.ofHours(1);

    private final ReentrantLock turn = new ReentrantLock(true);
    private final String name;
    private @Nullable Instant lastEnd;
    private @Nullable Instant restsUntil;
    private @Nullable LocalDate day;
    private int requests;
    private int failures;
    private Duration rest = FIRST_REST;
    private String problem = "";
    private @Nullable Instant problemAt;

    Host(String name) {
        this.name = name;
    }

    /** To be held from before a request until it and its repetitions are done. */
    ReentrantLock turn() {
        return turn;
    }

    /** Why it may not be asked now, or null if it may. */
    synchronized @Nullable FetchException refusal(Instant now, HostRule rule) {
        Instant until = rest(now);
        if (until != null) {
            return new FetchException(
                    FORBIDDEN,
                    name + " is not asked before " + until
                            + (failures < MOST_FAILURES
                                    ? ": it asks for this itself"
                                    : ": " + failures + " requests in a row failed, the last: " + problem));
        }
        if (rule.perDay() > 0 && today(now) >= rule.perDay()) {
            return new FetchException(
                    FORBIDDEN,
                    name + " is not asked before "
                            + day(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant() + ": the " + rule.perDay()
                            + " requests a day that its rule allows are used up");
        }
        return null;
    }

    /** Until when it is left alone, in whole seconds, or null if it is not. */
    synchronized @Nullable Instant rest(Instant now) {
        return restsUntil != null && now.isBefore(restsUntil) ? restsUntil : null;
    }

    /** How much of the pause after the last request is left; never more than all, whatever the clock does. */
    synchronized Duration pauseLeft(Instant now, Duration pause) {
        if (lastEnd == null || now.isBefore(lastEnd)) {
            return lastEnd == null ? Duration.ZERO : pause;
        }
        Duration left = pause.minus(Duration.between(lastEnd, now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void begins(Instant now) {
        requests = today(now) + 1;
        day = day(now);
    }

    synchronized void ended(Instant now) {
        lastEnd = now;
    }

    synchronized void worked() {
        failures = 0;
        rest = FIRST_REST;
        restsUntil = null;
    }

    synchronized void failed(Instant now, String what) {
        noted(now, what);
        failures++;
        if (failures >= MOST_FAILURES) {
            leaveAlone(now.plus(rest));
            Duration longer = rest.multipliedBy(2);
            rest = longer.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : longer;
        }
    }

    /** Keeps a problem for {@link #state}. */
    synchronized void noted(Instant now, String what) {
        problem = what;
        problemAt = now;
    }

    synchronized void leaveAlone(Instant until) {
        Instant rounded = until.plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
        if (restsUntil == null || restsUntil.isBefore(rounded)) {
            restsUntil = rounded;
        }
    }

    synchronized HostState state(Instant now, @Nullable HostRule rule) {
        return new HostState(name, rest(now), problem, problemAt, today(now), rule == null ? 0 : rule.perDay());
    }

    private int today(Instant now) {
        return day(now).equals(day) ? requests : 0;
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
