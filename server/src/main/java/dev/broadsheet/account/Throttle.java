package dev.broadsheet.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Refuses what one address or one person does too often. Counted in memory, by each server for itself, and forgotten at
 * a restart: it keeps a flood out, not a patient attacker. Thread-safe.
 */
public final class Throttle {
    /** Of the addresses and people that are counted; those that were quiet longest are forgotten first. */
    private static final int MOST = 100_000;

    private final Cache<String, Bucket> buckets;
    private final TimeMeter time;

    /** How often something may be done: so many times at once, and as many again in the course of the period. */
    public record Limit(int times, Duration period) {
        public static Limit of(int times, Duration period) {
            return new Limit(times, period);
        }
    }

    /**
     * What is limited.
     *
     * @param name of the action, no other's
     * @param address for all who come from one address together, signed in or not
     * @param roles for each person: the limit of their role, or of the nearest lower one that has a limit
     */
    public record Action(String name, Limit address, Map<Role, Limit> roles) {
        public static Action of(String name, Limit address) {
            return new Action(name, address, Map.of());
        }

        /** The same with a limit for people of this role, and of higher ones that have none of their own. */
        public Action role(Role role, Limit limit) {
            Map<Role, Limit> more = new EnumMap<>(Role.class);
            more.putAll(roles);
            more.put(role, limit);
            return new Action(name, address, more);
        }

        private Optional<Limit> of(Role role) {
            return roles.entrySet().stream()
                    .filter(entry -> role.includes(entry.getKey()))
                    .max(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue);
        }
    }

    public Throttle(Clock clock) {
        buckets = Caffeine.newBuilder().maximumSize(MOST).build();
        time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /**
     * Counts one more for whoever sent the request.
     *
     * @throws Refusal with 429 if it was one too many
     */
    public void take(Request request, Action action) {
        // Whoever has a key is somebody, whatever the key allows.
        Person person = request.reader() instanceof KeyHolder holder
                ? holder.person()
                : Person.of(request).orElse(null);
        if (person != null) {
            action.of(person.role()).ifPresent(limit -> take(action.name() + " #" + person.number(), limit));
        }
        take(action.name() + " " + AddressBlock.of(request.remoteAddress()), action.address());
    }

    private void take(String key, Limit limit) {
        Bucket bucket = buckets.get(
                key,
                any -> Bucket.builder()
                        .addLimit(bandwidth ->
                                bandwidth.capacity(limit.times()).refillGreedy(limit.times(), limit.period()))
                        .withCustomTimePrecision(time)
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw refusal(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** For what was done too often. */
    static Refusal refusal(Duration wait) {
        long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        String after = minutes == 1
                ? "in a minute"
                : minutes < 120
                        ? "in " + minutes + " minutes"
                        : "in " + wait.plusMinutes(59).toHours() + " hours";
        return Refusal.tooMany(
                wait, "This was tried too often in a short time. Nothing was changed. Try again " + after + ".");
    }
}
