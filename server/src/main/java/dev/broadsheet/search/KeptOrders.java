package dev.broadsheet.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The orders that first pages were cut from, for those who turn the page: papers that arrive, and
 * vectors that catch up, change an order under a reader. The ones used last are kept, so many that the
 * memory is bounded. Thread-safe.
 */
final class KeptOrders {
    /** Some 25 kB each. Enough for the readers of some minutes; one whose order is gone hardly notices. */
    private static final int MOST = 500;

    private final Map<Long, KeptOrder> orders;

    KeptOrders() {
        this(MOST);
    }

    KeptOrders(int most) {
        orders = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, KeptOrder> eldest) {
                return size() > most;
            }
        });
    }

    /** A key that no other order has. */
    long newKey() {
        return ThreadLocalRandom.current().nextLong();
    }

    void keep(long key, KeptOrder order) {
        orders.put(key, order);
    }

    @Nullable KeptOrder find(long key) {
        return orders.get(key);
    }
}
