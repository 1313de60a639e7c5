package dev.broadsheet.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Claims.Claim;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What claims promise on every database. */
@OnBothDatabases
class ClaimsTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    @RegisterExtension
    final TestDatabase databases;

    private final List<Claims> others = new ArrayList<>();
    private Database one;
    private Database other;

    ClaimsTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        one = databases.connect();
        other = databases.connect();
    }

    @AfterEach
    void close() {
        others.forEach(Claims::close);
        one.close();
        other.close();
    }

    @Test
    void workIsDoneByOneUntilItIsGivenBack() {
        Claim claim = one.claims().claim("harvest").orElseThrow();
        assertThat(claim.isHeld()).isTrue();
        assertThat(one.claims().claim("harvest")).as("not twice by one either").isEmpty();
        assertThat(other.claims().claim("harvest")).isEmpty();
        assertThat(other.claims().claim("another harvest")).isPresent();
        claim.close();
        assertThat(claim.isHeld()).isFalse();
        assertThat(other.claims().claim("harvest")).isPresent();
        claim.close();
        assertThat(one.claims().claim("harvest"))
                .as("closed twice it takes nothing from others")
                .isEmpty();
    }

    @Test
    void whatAProcessCouldNotGiveBackItMayClaimAgain() {
        Claims mine = claims(one, new Claimant("mine", "elsewhere", 1, ""), Instant.now());
        assertThat(mine.claim("another harvest")).isPresent();
        // As it is left where the disk was full when the work ended.
        one.write(transaction -> transaction.execute("insert into claim (name, claimant) values ('harvest', 'mine')"));
        assertThat(other.claims().claim("harvest")).isEmpty();
        Claim again = mine.claim("harvest").orElseThrow();
        assertThat(mine.claim("harvest")).as("not twice").isEmpty();
        again.close();
        assertThat(other.claims().claim("harvest")).isPresent();
    }

    @Test
    void whoClosesItsDatabaseGivesEverythingBack() {
        assertThat(one.claims().claim("harvest")).isPresent();
        one.close();
        assertThat(other.claims().claim("harvest")).isPresent();
    }

    @Test
    void workOfAProcessThatDiedHereIsFreeAtOnce() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Claimant here = Claimant.thisProcess();
        String started = Claimant.started(process.toHandle());
        process.waitFor();
        Claimant dead = new Claimant("dead", here.host(), process.pid(), started);
        Claimant reborn = new Claimant("reborn", here.host(), here.process(), "long ago");
        for (Claimant gone : List.of(dead, reborn)) {
            assertThat(claims(one, gone, Instant.now()).claim("harvest")).isPresent();
            Claim claim = other.claims().claim("harvest").orElseThrow();
            claim.close();
        }
    }

    @Test
    void workOfAProcessElsewhereIsFreeWhenItsLeaseEnds() {
        Instant now = Instant.now();
        Claim claim = claims(one, new Claimant("far", "elsewhere", 1, ""), now)
                .claim("harvest")
                .orElseThrow();
        assertThat(claims(other, Claimant.thisProcess(), now.plus(LEASE)).claim("harvest"))
                .isEmpty();
        assertThat(claims(other, Claimant.thisProcess(), now.plus(LEASE).plusMillis(1))
                        .claim("harvest"))
                .isPresent();
        assertThat(claim.isHeld()).as("it can know").isFalse();
        assertThat(claim.orTakenOver(() -> false).getAsBoolean()).isTrue();
    }

    @Test
    void manyThreadsOfTwoNeverHaveTheSameWorkAtATime() throws InterruptedException {
        AtomicInteger working = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicInteger together = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Database database = i % 2 == 0 ? one : other;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int round = 0; round < 25; round++) {
                    Optional<Claim> claim = database.claims().claim("harvest");
                    claim.ifPresent(held -> {
                        if (working.incrementAndGet() > 1) {
                            together.incrementAndGet();
                        }
                        done.incrementAndGet();
                        working.decrementAndGet();
                        held.close();
                    });
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(together).hasValue(0);
        assertThat(done.get()).isPositive();
    }

    private Claims claims(Database database, Claimant claimant, Instant now) {
        Claims claims = new Claims(database, claimant, Clock.fixed(now, ZoneOffset.UTC), LEASE);
        others.add(claims);
        return claims;
    }
}
