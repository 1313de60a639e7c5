package dev.broadsheet.testing.arxiv;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that answers like arXiv: OAI-PMH at {@code /oai}, the search API at {@code /api/query},
 * feeds at {@code /atom/CATEGORY} and {@code /rss/CATEGORY}. What it knows is decided by its clock.
 * Behaves until told otherwise; the same seed and the same requests get the same mischief.
 */
public final class ArxivStandIn implements AutoCloseable {
    private final Clock clock;
    private final Mood mood;
    private final OaiService oai;
    private final ApiService api;
    private final FeedService feeds;
    private final HttpServer server;
    private final HttpServer elsewhere;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger strays = new AtomicInteger();

    /**
     * @param port 0 for any
     * @param pageSize how many records an OAI-PMH page has
     * @param counting whether resumption tokens tell the size of the list
     * @param seed of the mischief
     */
    public ArxivStandIn(int port, ArxivList list, Clock clock, int pageSize, boolean counting, long seed)
            throws IOException {
        this.clock = clock;
        this.mood = new Mood(seed);
        this.oai = new OaiService(list, mood, pageSize, counting);
        this.api = new ApiService(list, mood);
        this.feeds = new FeedService(list, mood);
        this.server = start(port, this::answer);
        this.elsewhere = start(0, exchange -> {
            strays.incrementAndGet();
            new Transport(exchange, mood, closing).send(StandInReply.notFound());
        });
    }

    /** Address of the OAI-PMH server. */
    public URI oai() {
        return address("/oai");
    }

    /** Address of the search API. */
    public URI api() {
        return address("/api/query");
    }

    /** Address of the feeds, before a category. */
    public URI feeds() {
        return address("/atom/");
    }

    /** From now on so often, from 0 to 1, where it can be done at all. */
    public void chance(Mischief mischief, double chance) {
        mood.chance(mischief, chance);
    }

    /** No mischief any more. */
    public void behave() {
        mood.behave();
    }

    /** How often each mischief was done. */
    public Map<Mischief, Integer> done() {
        return mood.done();
    }

    /** The days whose entries a feed gave under the date of a later day, and those later days. */
    public Set<LocalDate> disguised() {
        return feeds.disguised();
    }

    public int requests() {
        return requests.get();
    }

    /** How many requests followed a redirect to another host. */
    public int strays() {
        return strays.get();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        elsewhere.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException, InterruptedException {
        requests.incrementAndGet();
        URI address = exchange.getRequestURI();
        String path = address.getPath();
        Instant now = clock.instant();
        QueryParameters parameters = QueryParameters.of(address);
        Mischief mischief = mood.next(possible(path, parameters));
        StandInReply reply;
        if (path.equals("/oai")) {
            reply = oai.answer(parameters, now, mischief);
        } else if (path.equals("/api/query")) {
            reply = api.answer(parameters, now);
        } else if (path.startsWith("/atom/") || path.startsWith("/rss/")) {
            boolean atom = path.startsWith("/atom/");
            reply = feeds.answer(atom, path.substring(path.indexOf('/', 1) + 1), now, mischief);
        } else {
            reply = StandInReply.notFound();
        }
        Transport transport = new Transport(exchange, mood, closing);
        if (mischief == null) {
            transport.send(reply);
        } else {
            transport.send(
                    reply,
                    mischief,
                    "http://localhost:" + elsewhere.getAddress().getPort() + path);
        }
    }

    private static Set<Mischief> possible(String path, QueryParameters parameters) {
        Set<Mischief> possible = EnumSet.copyOf(Mischief.ANY);
        if (path.equals("/oai")) {
            possible.addAll(EnumSet.of(Mischief.OMITTED_PAGE, Mischief.ENDLESS_TOKEN));
            if (!parameters.get("resumptionToken").isEmpty()) {
                possible.addAll(EnumSet.of(Mischief.EXPIRED_TOKEN, Mischief.REPEATED_PAGE));
            }
        } else if (!path.startsWith("/api/")) {
            possible.addAll(EnumSet.of(Mischief.YESTERDAYS_FEED, Mischief.YESTERDAYS_ENTRIES));
        }
        return possible;
    }

    private interface Answering {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private HttpServer start(int port, Answering answering) throws IOException {
        HttpServer one = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        one.setExecutor(threads);
        one.createContext("/", exchange -> {
            try (exchange) {
                answering.answer(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                // Who asked has gone, as they should after some of the mischief.
            }
        });
        one.start();
        return one;
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }
}
