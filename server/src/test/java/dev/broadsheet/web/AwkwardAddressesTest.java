package dev.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PaperId;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.web.shared.Card;
import dev.broadsheet.web.shared.Piece;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class AwkwardAddressesTest {
    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/papers?q=%ff%fe", "/search?q=%FF", "/nothing?q=%ff%fe", "/api/papers/search?q=%ff%fe"})
    void aQueryThatIsNoTextIsTheAskersMistakeAndNotLogged(String address) throws IOException {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try {
            assertThat(answerTo("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("That request cannot be read");
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list).isEmpty();
    }

    @Test
    void theCharacterThatNotEveryDatabaseKeepsReadsAsOneThatNobodyCouldRead() {
        assertThat(server.get("/authors?name=a%00b").body())
                .contains("a\uFFFDb")
                .doesNotContain("\0");
    }

    static List<String> refused() {
        return List.of(
                "GET /%2 HTTP/1.1\r\nHost: localhost\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n",
                "GET /a|b HTTP/1.1\r\nHost: localhost\r\n",
                "GET /a\\b HTTP/1.1\r\nHost: localhost\r\n",
                "GET ///elsewhere.example/ HTTP/1.1\r\nHost: localhost\r\n",
                "GET /%00 HTTP/1.1\r\nHost: localhost\r\n",
                "GET /papers HTTP/1.1\r\n",
                "GET /papers HTTP/1.1\r\nHost: a b\r\n",
                "GET /papers HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(40_000) + "\r\n",
                "GET /" + "x".repeat(40_000) + " HTTP/1.1\r\nHost: localhost\r\n",
                "nonsense\r\n",
                "GET /papers HTTP/9.7\r\nHost: localhost\r\n",
                "G<T / HTTP/1.1\r\nHost: localhost\r\n");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatTheServerRefusesByItselfTellsNothingOfIt(String request) throws IOException {
        String answer = answerTo(request);

        assertThat(answer)
                .matches("(?s)HTTP/1.1 (4|505).*")
                .contains("That request cannot be read")
                .doesNotContainIgnoringCase("tomcat", "exception");
    }

    @Test
    void aRefusedAddressIsAnsweredWithAPageOrWithJson() throws IOException {
        assertThat(answerTo("GET /%2 HTTP/1.1\r\nHost: localhost\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("text/html", "Content-Security-Policy", "<h1>That request cannot be read</h1>");
        assertThat(answerTo("GET /api/%2 HTTP/1.1\r\nHost: localhost\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/json", "{\"error\":\"That request cannot be read\"}");
    }

    /** @param request without the empty line at its end */
    private static String answerTo(String request) throws IOException {
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/papers/", "/status/", "/papers/date/2026-08-21/"})
    void aSlashTooManyLeadsOn(String address) {
        assertThat(server.get(address).headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith(address.replaceAll("/$", "")));
    }

    @Test
    void oneGiantRecordTakesLittleOfAList() {
        MetadataBuilder giant = Metadata.titled("word ".repeat(40_000))
                .abstractText("$" + "x^".repeat(10_000) + "x$ and more ".repeat(50_000))
                .authors(Collections.nCopies(5_000, Author.named("N".repeat(500))));
        Paper paper = new Paper(1, new PaperId("2608.99999"), 1, giant.build(), Instant.EPOCH);

        Card card = Card.of(paper);

        assertThat(textOf(card.title())).hasSizeLessThan(500);
        assertThat(textOf(card.beginning())).hasSizeLessThan(500);
        assertThat(card.authors()).allSatisfy(name -> assertThat(name).hasSizeLessThan(200));
        assertThat(card.otherAuthors()).hasSizeLessThan(1_001);
    }

    private static String textOf(List<Piece> pieces) {
        return String.join("", pieces.stream().map(Piece::text).toList());
    }
}
