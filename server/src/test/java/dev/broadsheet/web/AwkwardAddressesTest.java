package dev.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PaperId;
import dev.broadsheet.testing.RunningServer;
import java.io.IOException;
import java.io.InputStream;
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
import org.junit.jupiter.params.provider.ValueSource;

class AwkwardAddressesTest {
    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = new RunningServer(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/papers?q=%ff%fe", "/nothing?q=%ff%fe", "/api/papers/search?q=%ff%fe"})
    void aQueryThatIsNoTextIsTheAskersMistake(String address) throws IOException {
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();

            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotStartWith("HTTP/1.1 5");
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

        Card card = Card.of(paper, null);

        assertThat(textOf(card.title())).hasSizeLessThan(500);
        assertThat(textOf(card.beginning())).hasSizeLessThan(500);
        assertThat(card.authors()).allSatisfy(name -> assertThat(name).hasSizeLessThan(200));
        assertThat(card.otherAuthors()).hasSizeLessThan(1_001);
    }

    private static String textOf(List<Piece> pieces) {
        return String.join("", pieces.stream().map(Piece::text).toList());
    }
}
