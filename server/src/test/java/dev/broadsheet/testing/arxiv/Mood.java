package dev.broadsheet.testing.arxiv;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which mischief comes next. Seeded; thread-safe. */
final class Mood {
    private final long seed;
    private final Random random;
    private final Map<Mischief, Double> chances = new EnumMap<>(Mischief.class);
    private final Map<Mischief, Integer> done = new EnumMap<>(Mischief.class);

    Mood(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    synchronized void chance(Mischief mischief, double chance) {
        chances.put(mischief, chance);
    }

    synchronized void behave() {
        chances.clear();
    }

    /** At most one of these. */
    synchronized @Nullable Mischief next(Set<Mischief> possible) {
        double dice = random.nextDouble();
        for (Mischief mischief : possible) {
            dice -= chances.getOrDefault(mischief, 0.0);
            if (dice < 0) {
                done.merge(mischief, 1, Integer::sum);
                return mischief;
            }
        }
        return null;
    }

    synchronized int dice(int sides) {
        return random.nextInt(sides);
    }

    synchronized boolean may(Mischief mischief) {
        return chances.containsKey(mischief);
    }

    /** Whether this one of the three services does not know the record on this day. */
    synchronized boolean omits(Service service, String id, LocalDate day) {
        double chance = chances.getOrDefault(Mischief.OMITTED_RECORDS, 0.0);
        if (chance == 0) {
            return false;
        }
        Random own = new Random(seed * 31 + id.hashCode() * 1_000_003L + day.toEpochDay());
        own.nextInt();
        return own.nextInt(Service.values().length) == service.ordinal() && own.nextDouble() < chance;
    }

    synchronized Map<Mischief, Integer> done() {
        return done.isEmpty() ? Map.of() : new EnumMap<>(done);
    }

    /** The three that check each other. */
    enum Service {
        OAI,
        API,
        FEED
    }
}
