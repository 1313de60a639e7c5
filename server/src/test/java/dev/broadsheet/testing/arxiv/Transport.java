package dev.broadsheet.testing.arxiv;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Gets a reply to the one who asked, well or badly. */
final class Transport {
    private static final int MEGABYTE = 1 << 20;
    private static final int HUGE = 300;
    private static final String HTML = "<!DOCTYPE html><html><head><title>Please wait</title></head>"
            + "<body><p>We are checking that you are a human being.<br></body></html>";

    private final HttpExchange exchange;
    private final Mood mood;
    private final CountDownLatch closing;

    /** @param closing ends the silences */
    Transport(HttpExchange exchange, Mood mood, CountDownLatch closing) {
        this.exchange = exchange;
        this.mood = mood;
        this.closing = closing;
    }

    void send(StandInReply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        if (reply.status() == 200) {
            String tag = "\"" + Integer.toHexString(Arrays.hashCode(body)) + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
        }
        if (takesGzip()) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            body = gzip(body);
        }
        send(reply.status(), reply.type(), body);
    }

    /** @param elsewhere an address of another host */
    void send(StandInReply reply, Mischief mischief, String elsewhere) throws IOException, InterruptedException {
        switch (mischief) {
            case DROPPED_CONNECTION -> drop(reply);
            case BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", String.valueOf(mood.dice(30)));
                send(503, "text/html", HTML.getBytes(StandardCharsets.UTF_8));
            }
            case THROTTLED -> {
                if (mood.dice(2) == 0) {
                    exchange.getResponseHeaders().set("Retry-After", "5");
                }
                send(429, "text/plain", "Rate exceeded.".getBytes(StandardCharsets.UTF_8));
            }
            case FAILED -> send(500, "text/html", HTML.getBytes(StandardCharsets.UTF_8));
            case HTML ->
                send(200, mood.dice(2) == 0 ? reply.type() : "text/html", HTML.getBytes(StandardCharsets.UTF_8));
            case SILENCE -> closing.await(1, TimeUnit.MINUTES);
            case WRONG_ENCODING -> encode(reply);
            case HUGE -> huge();
            case HALF_GZIP -> halve(reply);
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", elsewhere);
                exchange.sendResponseHeaders(302, -1);
            }
            default -> send(reply);
        }
    }

    private void drop(StandInReply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.sendResponseHeaders(200, body.length + 1);
        exchange.getResponseBody().write(body, 0, mood.dice(body.length + 1));
    }

    /** Bytes that do not fit what the document says of them. */
    private void encode(StandInReply reply) throws IOException {
        if (mood.dice(2) == 0) {
            String text = reply.body().replace("<title>", "<title>\u00e9");
            send(reply.status(), reply.type(), text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            String text = reply.body().replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
            send(reply.status(), reply.type(), text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void huge() throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><feed><title>".getBytes(StandardCharsets.UTF_8));
        byte[] megabyte = new byte[MEGABYTE];
        Arrays.fill(megabyte, (byte) 'x');
        for (int i = 0; i < HUGE; i++) {
            out.write(megabyte);
        }
    }

    private void halve(StandInReply reply) throws IOException {
        if (takesGzip()) {
            byte[] whole = gzip(reply.body().getBytes(StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(reply.status(), reply.type(), Arrays.copyOf(whole, whole.length / 2));
        } else {
            drop(reply);
        }
    }

    private void send(int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private boolean takesGzip() {
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        return accepted != null && accepted.contains("gzip");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
