package dev.broadsheet.search.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.broadsheet.installation.FullDisk;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FollowerStatusTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(FollowerStatus.class);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final FollowerStatus status = new FollowerStatus();

    @BeforeEach
    void listen() {
        log.start();
        LOG.addAppender(log);
    }

    @AfterEach
    void listenNoLonger() {
        LOG.detachAppender(log);
    }

    @Test
    void aFullDiskIsLoggedOnceInOneSentence() {
        for (int look = 0; look < 10; look++) {
            status.failed(
                    look % 2 == 0
                            ? new IOException("_" + look + ".cfs: No space left on device")
                            : new AlreadyClosedException("closed", new IOException("No space left on device")));
        }

        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage()).contains("the disk is full").doesNotContain("\n");
            assertThat(event.getThrowableProxy()).as("stack trace").isNull();
        });
        assertThat(status.problem()).contains("the disk is full");
    }

    @Test
    void theOperatingSystemsOwnWordsForAFullDiskAreKnown() throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "a device that is always full");
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            assertThatThrownBy(() -> full.write(1))
                    .satisfies(
                            failure -> assertThat(FullDisk.isReasonOf(failure)).isTrue());
        }
        assertThat(FullDisk.isReasonOf(new IOException("Permission denied"))).isFalse();
        assertThat(FullDisk.isReasonOf(new IOException())).isFalse();
    }

    @Test
    void anotherFailureAndOneAfterASuccessAreLoggedAgain() {
        status.failed(new IOException("one"));
        status.failed(new IOException("another of its kind"));
        status.failed(new IllegalStateException("of another kind"));
        status.succeeded();
        status.succeeded();
        status.failed(new IOException("after a success"));

        assertThat(log.list.stream().filter(event -> event.getLevel() == Level.WARN))
                .extracting(event -> event.getThrowableProxy().getMessage())
                .containsExactly("one", "of another kind", "after a success");
    }

    @Test
    void aProblemIsShownWhenItDoesNotPass() {
        status.failed(new IOException("busy"));
        assertThat(status.problem()).isNull();
        status.failed(new IOException("busy"));
        status.failed(new IOException("busy"));
        assertThat(status.problem()).contains("busy", "cannot be written");
        status.succeeded();
        assertThat(status.problem()).isNull();
    }
}
