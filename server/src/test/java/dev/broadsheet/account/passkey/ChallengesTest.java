package dev.broadsheet.account.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What passkeys are to sign, and how often. */
@OnBothDatabases
class ChallengesTest {
    private static final long MIRA = 7;

    @RegisterExtension
    final TestDatabase databases;

    private final MovableClock time = new MovableClock("2026-08-22T12:00:00Z");
    private Database database;
    private Challenges challenges;

    ChallengesTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        challenges = new Challenges(database, time.in(ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aChallengeIsGoodForOneAnswer() {
        Challenges.Given given = challenges.give(MIRA);

        assertThat(challenges.take(given.cookie().value(), MIRA)).contains(given.challenge());
        assertThat(challenges.take(given.cookie().value(), MIRA)).isEmpty();
        assertThat(challenges.give(MIRA).challenge()).isNotEqualTo(given.challenge());
    }

    @Test
    void ofManyAnswersAtOnceOneCounts() throws Exception {
        String token = challenges.give(Challenges.NOBODY).cookie().value();
        Callable<Optional<String>> take = () -> challenges.take(token, Challenges.NOBODY);

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Optional<String>> taken = threads.invokeAll(Collections.nCopies(8, take)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(taken.stream().filter(Optional::isPresent)).hasSize(1);
        }
    }

    @Test
    void aChallengeIsForWhomItWasGivenTo() {
        assertThat(challenges.take(challenges.give(MIRA).cookie().value(), Challenges.NOBODY))
                .isEmpty();
        assertThat(challenges.take(challenges.give(Challenges.NOBODY).cookie().value(), MIRA))
                .isEmpty();
        assertThat(challenges.take("", Challenges.NOBODY)).isEmpty();
        assertThat(challenges.take("guessed", Challenges.NOBODY)).isEmpty();
    }

    @Test
    void aChallengeHoldsForFiveMinutesAndIsForgottenThen() {
        String late = challenges.give(MIRA).cookie().value();
        time.set("2026-08-22T12:10:00Z");

        assertThat(challenges.take(late, MIRA)).isEmpty();
        challenges.give(MIRA);
        time.set("2026-08-22T12:20:00Z");
        challenges.give(MIRA);
        int kept = database.read(sql -> sql.sql("select count(*) from passkey_challenge")
                .query(Integer.class)
                .single());
        assertThat(kept).isEqualTo(1);
    }
}
