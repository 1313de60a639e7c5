package dev.broadsheet.source.http;

import static dev.broadsheet.source.http.RudeServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.broadsheet.source.HostRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpExchangeTest {
    private static final int LARGEST = 1 << 20;
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String GOOD = OK + "Content-Length: 4\r\n\r\ngood";

    private final FakeTime time = new FakeTime();

    @Test
    void halfADocumentIsNoDocument() throws IOException {
        try (RudeServer server = new RudeServer((request, out) ->
                        write(out, request == 1 ? OK + "Content-Length: 100\r\n\r\n<records>" : GOOD));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            assertThat(fetcher.get(server.address()).body()).isEqualTo("good".getBytes(StandardCharsets.UTF_8));
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void halfAChunkedDocumentIsNoDocument() throws IOException {
        try (RudeServer server = RudeServer.saying(OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            assertThat(refused(fetcher, server.address()).kind()).isEqualTo(FetchException.Kind.UNAVAILABLE);
            assertThat(server.requests()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n",
                "rubbish\r\n\r\n",
                "HTTP/1.1\r\n\r\n",
                "HTTP/9.9 OK 200\r\n\r\n",
                "HTTP/1.1 -1 What\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n",
            })
    void aServerThatDoesNotKeepToTheRulesIsUnavailable(String answer) throws IOException {
        try (RudeServer server = RudeServer.saying(answer);
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            FetchException problem = refused(fetcher, server.address());
            assertThat(problem.kind()).isEqualTo(FetchException.Kind.UNAVAILABLE);
            assertThat(problem.getMessage())
                    .startsWith(server.address() + " cannot be had: ")
                    .doesNotContain("null", "\n")
                    .hasSizeLessThan(500);
        }
    }

    @Test
    void headersWithoutEndAreCutOff() throws IOException {
        try (RudeServer server = new RudeServer((request, out) -> {
                    write(out, OK);
                    for (int i = 0; i < 1_000_000; i++) {
                        write(out, "X-" + i + ": " + "y".repeat(1000) + "\r\n");
                    }
                });
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            assertThat(refused(fetcher, server.address()).kind()).isEqualTo(FetchException.Kind.UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 314572800\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n12C00000\r\n", "\r\n"})
    void aBodyOf300MegabytesIsReadToTheLimitAndNotAskedForAgain(String start) throws IOException {
        try (RudeServer server = new RudeServer((request, out) -> {
                    write(out, OK + start);
                    byte[] much = new byte[1 << 16];
                    for (int i = 0; i < 300 << 4; i++) {
                        out.write(much);
                    }
                });
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            FetchException problem = refused(fetcher, server.address());
            assertThat(problem.kind()).isEqualTo(FetchException.Kind.FORBIDDEN);
            assertThat(problem).hasMessageContaining("larger than 1048576 bytes");
            assertThat(server.requests()).isEqualTo(1);
            eventually(() -> assertThat(server.left()).isEqualTo(1));
        }
    }

    @Test
    void aBodyAsLargeAsTheLimitIsTaken() throws IOException {
        try (RudeServer server = new RudeServer((request, out) -> {
                    write(out, OK + "Content-Length: " + LARGEST + "\r\n\r\n");
                    out.write(new byte[LARGEST]);
                });
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            assertThat(fetcher.get(server.address()).body()).hasSize(LARGEST);
        }
    }

    @Test
    void anEndlessRefusalIsReadToItsBeginning() throws IOException {
        try (RudeServer server = new RudeServer((request, out) -> {
                    write(out, "HTTP/1.1 404 Not Found\r\n\r\nnothing here");
                    byte[] much = new byte[1 << 16];
                    while (true) {
                        out.write(much);
                    }
                });
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            FetchException problem = refused(fetcher, server.address());
            assertThat(problem.kind()).isEqualTo(FetchException.Kind.NOT_FOUND);
            assertThat(problem.body()).startsWith("nothing here").hasSize(2000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"})
    void aServerThatFallsSilentIsNotWaitedForWithoutEnd(String start) throws IOException {
        try (RudeServer server = new RudeServer((request, out) -> {
                    write(out, start);
                    Thread.sleep(Duration.ofMinutes(10));
                });
                PoliteFetcher fetcher = fetcher(server.allowed(), Duration.ofMillis(150))) {
            FetchException problem = refused(fetcher, server.address());
            assertThat(problem.kind()).isEqualTo(FetchException.Kind.UNAVAILABLE);
            assertThat(problem).hasMessageContaining("no whole answer within 150 milliseconds");
        }
    }

    @Test
    void aBodyThatDripsIsNotWaitedForWithoutEndAndTheServerNoticesIt() throws IOException {
        try (RudeServer server = new RudeServer((request, out) -> {
                    write(out, OK + "\r\n");
                    while (true) {
                        write(out, ".");
                        Thread.sleep(5);
                    }
                });
                PoliteFetcher fetcher = fetcher(server.allowed(), Duration.ofMillis(150))) {
            assertThat(refused(fetcher, server.address())).hasMessageContaining("no whole answer");
            eventually(() -> assertThat(server.left()).isEqualTo(server.requests()));
        }
    }

    @Test
    void aPortWhereNobodyListensIsUnavailable() throws IOException {
        RudeServer server = RudeServer.saying("");
        server.close();
        try (PoliteFetcher fetcher = fetcher(server.allowed())) {
            FetchException problem = refused(fetcher, server.address());
            assertThat(problem.kind()).isEqualTo(FetchException.Kind.UNAVAILABLE);
            assertThat(problem).hasMessageContaining("the host accepts no connection");
        }
    }

    @Test
    void aNameThatDoesNotExistIsUnavailable() throws IOException {
        HostRule rule = new HostRule("papers.invalid", Duration.ZERO, 0, false);
        try (PoliteFetcher fetcher = fetcher(Map.of("papers.invalid", rule))) {
            FetchException problem = refused(fetcher, URI.create("http://papers.invalid/"));
            assertThat(problem.kind()).isEqualTo(FetchException.Kind.UNAVAILABLE);
            assertThat(problem).hasMessageContaining("nobody knows the name");
        }
    }

    @Test
    void packedDocumentsAreUnpacked() throws IOException {
        byte[] text = "the same again, ".repeat(1000).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(raw, new Deflater(9, true))) {
            out.write(text);
        }
        assertThat(unpacked("gzip", gzip(text))).isEqualTo(text);
        assertThat(unpacked("X-GZip", gzip(text))).isEqualTo(text);
        assertThat(unpacked("deflate", deflated(text))).isEqualTo(text);
        assertThat(unpacked("deflate", raw.toByteArray())).isEqualTo(text);
        assertThat(unpacked("identity", text)).isEqualTo(text);
    }

    @Test
    void aDocumentThatGrowsAThousandfoldIsLeftAtTheLimit() throws IOException {
        byte[] bomb = gzip(new byte[LARGEST * 20]);
        assertThat(bomb.length).isLessThan(LARGEST / 20);
        for (String encoding : List.of("gzip", "deflate")) {
            byte[] packed = encoding.equals("gzip") ? bomb : deflated(new byte[LARGEST * 20]);
            try (RudeServer server = new RudeServer((request, out) -> send(out, encoding, packed));
                    PoliteFetcher fetcher = fetcher(server.allowed())) {
                assertThat(refused(fetcher, server.address())).hasMessageContaining("larger than 1048576 bytes");
            }
        }
    }

    @Test
    void aPackedDocumentThatBreaksOffOrIsDamagedIsUnavailable() throws IOException {
        byte[] whole = gzip("some text, ".repeat(100).getBytes(StandardCharsets.UTF_8));
        byte[] flipped = whole.clone();
        flipped[flipped.length - 6] ^= 0x55;
        byte[] plain = "no gzip at all".getBytes(StandardCharsets.UTF_8);
        for (byte[] bad : List.of(Arrays.copyOf(whole, whole.length - 3), flipped, plain, new byte[] {31})) {
            try (RudeServer server = new RudeServer((request, out) -> send(out, "gzip", bad));
                    PoliteFetcher fetcher = fetcher(server.allowed())) {
                FetchException problem = refused(fetcher, server.address());
                assertThat(problem.kind()).isEqualTo(FetchException.Kind.UNAVAILABLE);
                assertThat(problem).hasMessageContaining("only a part of it came");
            }
        }
    }

    @Test
    void aPackingThatWasNotAskedForIsRefused() throws IOException {
        try (RudeServer server = new RudeServer((request, out) -> send(out, "br", new byte[10]));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            assertThat(refused(fetcher, server.address()).kind()).isEqualTo(FetchException.Kind.REFUSED);
        }
    }

    @Test
    void whatEndsOnlyWithTheConnectionIsNotRememberedAsWhole() throws IOException {
        try (RudeServer server = RudeServer.saying("HTTP/1.0 200 OK\r\nETag: \"1\"\r\n\r\n<perhaps only half");
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            Answer first = fetcher.get(server.address());
            Answer second = fetcher.get(server.address());
            assertThat(second.body()).isEqualTo(first.body()).isNotSameAs(first.body());
        }
    }

    @Test
    void theSystemsProxyIsUsedAndNamesLeftToIt() throws IOException {
        HostRule rule = new HostRule("papers.invalid", Duration.ZERO, 0, false);
        ProxySelector usual = ProxySelector.getDefault();
        try (ScriptedServer proxy = new ScriptedServer(ScriptedServer.text("by proxy"))) {
            ProxySelector.setDefault(through(proxy.at("/").getPort()));
            try (PoliteFetcher fetcher = fetcher(Map.of("papers.invalid", rule))) {
                assertThat(fetcher.get(URI.create("http://papers.invalid/a")).body())
                        .hasSize(8);
                assertThat(proxy.addresses()).containsExactly(URI.create("http://papers.invalid/a"));
            }
        } finally {
            ProxySelector.setDefault(usual);
        }
    }

    @Test
    void evenAProxyIsNotAskedForAnAddressOfAPrivateNetwork() throws IOException {
        HostRule rule = new HostRule("169.254.169.254", Duration.ZERO, 0, false);
        ProxySelector usual = ProxySelector.getDefault();
        try (ScriptedServer proxy = new ScriptedServer(ScriptedServer.text("by proxy"))) {
            ProxySelector.setDefault(through(proxy.at("/").getPort()));
            try (PoliteFetcher fetcher = fetcher(Map.of("169.254.169.254", rule))) {
                assertThat(refused(fetcher, URI.create("http://169.254.169.254/latest")))
                        .hasMessageContaining("private network");
                assertThat(proxy.addresses()).isEmpty();
            }
        } finally {
            ProxySelector.setDefault(usual);
        }
    }

    private byte[] unpacked(String encoding, byte[] packed) throws IOException {
        try (RudeServer server = new RudeServer((request, out) -> send(out, encoding, packed));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            return fetcher.get(server.address()).body();
        }
    }

    private static void send(OutputStream out, String encoding, byte[] body) throws IOException {
        write(out, OK + "Content-Encoding: " + encoding + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        out.write(body);
        out.flush();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static ProxySelector through(int port) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("localhost", port)));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException problem) {
                throw new AssertionError(problem);
            }
        };
    }

    /** The other side notices a closed connection only after a while. */
    private static void eventually(Runnable check) {
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError e) {
                Thread.onSpinWait();
            }
        }
    }

    private PoliteFetcher fetcher(Map<String, HostRule> rules) {
        return fetcher(rules, Duration.ofMinutes(1));
    }

    private PoliteFetcher fetcher(Map<String, HostRule> rules, Duration timeLimit) {
        FetchPolicy policy = new FetchPolicy("test", timeLimit, LARGEST, Duration.ofSeconds(1), Duration.ofMinutes(5));
        return new PoliteFetcher(rules, policy, time, time);
    }

    private static FetchException refused(Fetcher fetcher, URI address) {
        return catchThrowableOfType(FetchException.class, () -> fetcher.get(address));
    }
}
