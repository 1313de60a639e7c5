package dev.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.broadsheet.database.Database;
import dev.broadsheet.installation.Secret;
import dev.broadsheet.mail.MailSettings.Encryption;
import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class MailRoomTest {
    private static final Mail HELLO = Mail.of("mira@example.org", "Grüße", "Good morning, Mira – all is well.\n");

    @RegisterExtension
    final TestDatabase databases;

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock("2026-08-22T12:00:00Z");
    private Database database;
    private MailQueue queue;

    MailRoomTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        queue = new MailQueue(database, clock.in(ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static MailSettings smtp(int port) {
        return new MailSettings("localhost", port, "", Secret.NONE, Encryption.NONE, "The Paper <paper@example.org>");
    }

    private void add(Mail mail) {
        database.write(transaction -> {
            queue.add(transaction, mail);
            return true;
        });
    }

    private void send(MailRoom room) {
        room.jobs().getFirst().work().accept(() -> false);
    }

    private String problem() {
        return database.read(
                sql -> sql.sql("select problem from mail").query(String.class).single());
    }

    private String text() {
        return database.read(
                sql -> sql.sql("select text from mail").query(String.class).single());
    }

    private Instant next() {
        return Instant.ofEpochMilli(database.read(
                sql -> sql.sql("select next_at from mail").query(Long.class).single()));
    }

    @Test
    void aMailIsSentOnceItsTransactionIsCommitted() throws MessagingException {
        GreenMail server = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withUser("paper", "secret"));
        server.start();
        MailSettings settings = new MailSettings(
                "localhost",
                server.getSmtp().getPort(),
                "paper",
                new Secret("secret"),
                Encryption.NONE,
                "The Paper <paper@example.org>");
        try (MailRoom room = new MailRoom(settings, queue, folder)) {
            assertThatThrownBy(() -> database.write(transaction -> {
                        queue.add(transaction, Mail.of("nobody@example.org", "No", "no"));
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessageContaining("rolled back");
            add(new Mail(
                    HELLO.to(),
                    HELLO.subject(),
                    HELLO.text(),
                    "<p>Good morning</p>",
                    Map.of("List-Unsubscribe", "<https://example.org/stop>")));

            assertThat(server.waitForIncomingEmail(30_000, 1)).isTrue();
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(mail.getSubject()).isEqualTo("Grüße");
            assertThat(mail.getFrom()[0]).hasToString("The Paper <paper@example.org>");
            assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://example.org/stop>");
            assertThat(mail.getMessageID()).matches("<[-0-9a-f]{36}@example.org>");
            assertThat(GreenMailUtil.getBody(mail)).contains("text/plain", "<p>Good morning</p>");
        } finally {
            server.stop();
        }
        assertThat(queue.counts()).isEqualTo(new MailQueue.Counts(0, 0));
    }

    @Test
    void aMailThatNobodyWasThereToSendIsSentByTheNextServer() throws IOException {
        add(HELLO);
        Path outbox = folder.resolve("outbox");
        MailSettings none = new MailSettings("", 25, "", Secret.NONE, Encryption.NONE, "Broadsheet <a@localhost>");

        try (MailRoom room = new MailRoom(none, queue, outbox)) {
            assertThat(room.status().getFirst().words()).isEqualTo("into the folder outbox; 1 waiting");
            send(room);
        }

        try (Stream<Path> files = Files.list(outbox)) {
            Path file = files.toList().getFirst();
            assertThat(file.getFileName()).asString().matches("2026-08-22T12000\\dZ-1.eml");
            assertThat(Files.readString(file))
                    .contains("To: mira@example.org", "From: Broadsheet <a@localhost>", "Date: Sat, 22 Aug 2026");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(queue.counts()).isEqualTo(new MailQueue.Counts(0, 0));
    }

    @Test
    void aRefusedMailIsKeptWithTheReasonAndWithoutItsText() throws IOException {
        try (GrumpySmtp server = new GrumpySmtp();
                MailRoom room =
                        new MailRoom(smtp(server.port()), new MailQueue(database, clock.in(ZoneOffset.UTC)), folder)) {
            for (String command : List.of("RCPT", "MAIL", ".")) {
                server.answers(command, "550 no such person");
                add(HELLO);
                send(room);
                assertThat(problem()).contains("550", "no such person");
                assertThat(text()).isEmpty();
                assertThat(room.status().getFirst().words())
                        .isEqualTo("by a mail server; 0 waiting, 1 refused in the last 90 days");
                database.write(transaction -> transaction.execute("delete from mail"));
            }
        }
    }

    @Test
    void whatIsRefusedForNowIsTriedAgainWithGrowingPausesForThreeDays() throws IOException {
        try (GrumpySmtp server = new GrumpySmtp();
                MailRoom room =
                        new MailRoom(smtp(server.port()), new MailQueue(database, clock.in(ZoneOffset.UTC)), folder)) {
            server.answers("RCPT", "451 later");
            add(HELLO);
            send(room);
            assertThat(problem()).contains("later");
            assertThat(next()).isBetween(Instant.parse("2026-08-22T12:01:00Z"), Instant.parse("2026-08-22T12:02:00Z"));
            int attempts = 1;
            while (queue.counts().waiting() > 0) {
                clock.set(next().plusMillis(1).toString());
                send(room);
                attempts++;
            }
            assertThat(attempts).isEqualTo(10);
            assertThat(Duration.between(Instant.parse("2026-08-22T12:00:00Z"), clock.instant()))
                    .isBetween(Duration.ofDays(2), Duration.ofDays(4));
            assertThat(queue.counts()).isEqualTo(new MailQueue.Counts(0, 1));
        }
    }

    @Test
    void aServerThatDiesInTheMiddleGetsTheSameMailAgain() throws IOException {
        try (GrumpySmtp server = new GrumpySmtp();
                MailRoom room =
                        new MailRoom(smtp(server.port()), new MailQueue(database, clock.in(ZoneOffset.UTC)), folder)) {
            for (String command : List.of("EHLO", "RCPT", "DATA", ".")) {
                server.answers(command, "");
                add(HELLO);
                send(room);
                assertThat(queue.counts()).isEqualTo(new MailQueue.Counts(1, 0));

                server.answers("", "");
                clock.set(next().plusMillis(1).toString());
                send(room);
                assertThat(queue.counts()).isEqualTo(new MailQueue.Counts(0, 0));
            }
            assertThat(server.heard().stream()
                            .filter(line -> line.startsWith("Message-ID"))
                            .distinct())
                    .hasSize(4);
        }
    }

    @Test
    void whoTakesAMailAndDiesLeavesItToOthersAfterTenMinutes() {
        add(HELLO);
        assertThat(queue.take()).hasSize(1);
        assertThat(queue.take()).isEmpty();
        clock.set("2026-08-22T12:11:00Z");
        assertThat(queue.take()).extracting(QueuedMail::attempts).containsExactly(1);
    }

    @Test
    void aMailToNobodyIsDropped() {
        add(Mail.of("", "Nothing", "nothing"));
        try (MailRoom room = new MailRoom(smtp(1), new MailQueue(database, clock.in(ZoneOffset.UTC)), folder)) {
            send(room);
        }
        assertThat(queue.counts()).isEqualTo(new MailQueue.Counts(0, 0));
    }

    @Test
    void nothingInAMailBecomesAHeader() throws IOException {
        Path outbox = folder.resolve("outbox");
        add(Mail.of("mira@example.org", "Hello\r\nBcc: eve@example.org", "Text\r\n.\r\nQUIT"));
        MailSettings none = new MailSettings("", 25, "", Secret.NONE, Encryption.NONE, "a@localhost");
        try (MailRoom room = new MailRoom(none, new MailQueue(database, clock.in(ZoneOffset.UTC)), outbox)) {
            send(room);
        }
        try (Stream<Path> files = Files.list(outbox)) {
            assertThat(Files.readString(files.toList().getFirst())).doesNotContainPattern("(?m)^Bcc:");
        }
    }

    @Test
    void anAddressIsOneOfAMailbox() {
        assertThat(List.of("mira@example.org", "mira+papers@example.co.uk")).allMatch(Mail::isAddress);
        assertThat(List.of(
                        "",
                        "mira",
                        "@",
                        "a@b@example.org",
                        "mira@example.org\nBcc: eve@example.org",
                        "mira@example.org,eve@example.org",
                        "Mira <mira@example.org>",
                        "\"mira\"@example.org",
                        "x".repeat(300) + "@example.org"))
                .noneMatch(Mail::isAddress);
    }
}
