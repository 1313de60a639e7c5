package dev.broadsheet.database;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that must be done once at a time for all processes that share a database, claimed by name. Who
 * claims first has the work until it gives it back or dies. The claims of a process that died on this
 * machine are free at once, those of one that died elsewhere when its lease of a minute has run out,
 * which it renews while it lives. Thread-safe.
 *
 * <p>A process that is held up for longer than its lease (or whose machine's clock is wrong by as much)
 * may find that another has taken its work over: {@link Claim#orTakenOver} ends such work soon. Until then both do
 * it, so that it must bear being done twice, if rarely.
 *
 * <p>Claims are for few pieces of work that have names and take long. Where thousands of rows wait to be worked on,
 * the rows say themselves who has them and until when, as those of the embedding queue do: a page of them is claimed
 * by one statement each, and what a process has done leaves the queue together with its claim.
 */
public final class Claims implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Database database;
    private final Claimant me;
    private final Clock clock;
    private final Duration lease;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();

    /** What threads of this process have. */
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    private @Nullable Thread renewing;
    private boolean closed;

    /** Leases are agreed on between machines, so that they need the real time. */
    Claims(Database database) {
        this(database, Claimant.thisProcess(), Clock.systemUTC(), LEASE);
    }

    /** @param lease so long a process that does not renew it is taken to be alive */
    Claims(Database database, Claimant me, Clock clock, Duration lease) {
        this.database = database;
        this.me = me;
        this.clock = clock;
        this.lease = lease;
    }

    /** Work that is claimed; closing it gives it back. */
    public final class Claim implements AutoCloseable {
        private final String name;
        private final AtomicBoolean ended = new AtomicBoolean();

        private Claim(String name) {
            this.name = name;
        }

        /** True as soon as the given one is, or another process has taken the work over. Each call asks the database. */
        public BooleanSupplier orTakenOver(BooleanSupplier stop) {
            return () -> stop.getAsBoolean() || !isHeld();
        }

        /** Whether no other process has taken it over. */
        boolean isHeld() {
            return database.read(sql -> sql.sql("select count(*) from claim where name = ? and claimant = ?")
                            .params(name, me.id())
                            .query(Long.class)
                            .single())
                    > 0;
        }

        /** On a full disk, say, it stays with this process, which may claim it again, until the process ends. */
        @Override
        public void close() {
            if (ended.getAndSet(true)) {
                return;
            }
            try {
                database.write(transaction ->
                        transaction.execute("delete from claim where name = ? and claimant = ?", name, me.id()));
            } catch (RuntimeException e) {
                LOG.warn(
                        "The claim on \"{}\" could not be given back and stays with this process: {}",
                        name,
                        e.toString());
            } finally {
                held.remove(name);
            }
        }
    }

    /**
     * Claims the work.
     *
     * @return empty if another process has it, or another thread of this one
     */
    public Optional<Claim> claim(String name) {
        begin();
        if (!held.add(name)) {
            return Optional.empty();
        }
        boolean claimed = false;
        try {
            claimed = database.write(transaction -> {
                forgetDead(transaction);
                // Another may have taken this one for dead meanwhile.
                renew(transaction);
                // A row of this process is one that it could not delete.
                return transaction.execute(
                                "insert into claim (name, claimant) values (?, ?) on conflict (name) do update"
                                        + " set claimant = excluded.claimant where claim.claimant = excluded.claimant",
                                name,
                                me.id())
                        > 0;
            });
        } finally {
            if (!claimed) {
                held.remove(name);
            }
        }
        return claimed ? Optional.of(new Claim(name)) : Optional.empty();
    }

    @Override
    public void close() {
        @Nullable Thread thread;
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
            thread = renewing;
        } finally {
            lock.unlock();
        }
        if (thread == null) {
            return;
        }
        try {
            thread.join();
            database.write(transaction -> {
                forget(transaction, me.id());
                return true;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("What this process had claimed stays claimed until its lease ends: {}", e.toString());
        }
    }

    private void begin() {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the database is closed");
            }
            if (renewing == null) {
                database.write(this::renew);
                renewing = Thread.ofPlatform().name("claims").daemon().start(this::renewUntilClosed);
            }
        } finally {
            lock.unlock();
        }
    }

    private void renewUntilClosed() {
        lock.lock();
        try {
            while (!closed) {
                if (closing.await(lease.toMillis() / 3, TimeUnit.MILLISECONDS) || closed) {
                    continue;
                }
                try {
                    database.write(this::renew);
                } catch (RuntimeException e) {
                    // The lease bears one that fails.
                    LOG.warn("The lease on claimed work could not be renewed: {}", e.toString());
                }
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it but the end of the process.
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private int renew(Transaction transaction) {
        return transaction.execute(
                "insert into claimant (id, host, process, started, until) values (?, ?, ?, ?, ?)"
                        + " on conflict (id) do update set until = excluded.until",
                me.id(),
                me.host(),
                me.process(),
                me.started(),
                clock.instant().plus(lease).toEpochMilli());
    }

    private void forgetDead(Transaction transaction) {
        long now = clock.millis();
        transaction
                .list(
                        "select id, host, process, started, until from claimant where id <> ? order by id",
                        (row, index) -> new Lease(
                                new Claimant(
                                        row.getString("id"),
                                        row.getString("host"),
                                        row.getLong("process"),
                                        row.getString("started")),
                                row.getLong("until")),
                        me.id())
                .stream()
                .filter(other -> other.until < now || other.claimant.hasEnded())
                .forEach(other -> forget(transaction, other.claimant.id()));
    }

    private static void forget(Transaction transaction, String id) {
        transaction.execute("delete from claim where claimant = ?", id);
        transaction.execute("delete from claimant where id = ?", id);
    }

    private record Lease(Claimant claimant, long until) {}
}
