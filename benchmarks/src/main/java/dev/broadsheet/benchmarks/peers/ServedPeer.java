package dev.broadsheet.benchmarks.peers;

import dev.broadsheet.benchmarks.peers.ChildProcess.Redirect;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Broadsheet asked over HTTP, by its API: its answers are whole papers as JSON. */
final class ServedPeer implements Peer {
    private final Path data;
    private final ChildProcess server;
    private final JsonService service;

    private ServedPeer(Path data, ChildProcess server, JsonService service) {
        this.data = data;
        this.server = server;
        this.service = service;
    }

    static ServedPeer open(Path data) throws IOException, InterruptedException {
        int port = ChildProcess.freePort();
        ChildProcess server = ChildProcess.start(
                "900m",
                System.getProperty("java.class.path"),
                Redirect.FORGET,
                List.of(BroadsheetServer.class.getName(), data.toString(), Integer.toString(port)));
        ServedPeer peer = new ServedPeer(data, server, new JsonService(port));
        peer.service.await("/api/papers/search?limit=1&q=");
        return peer;
    }

    @Override
    public Set<Way> ways() {
        return Set.of(Way.FULL);
    }

    @Override
    public List<String> search(Way way, String query, int limit) throws IOException, InterruptedException {
        JsonNode papers = service.get(
                "/api/papers/search?limit=" + limit + "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        List<String> ids = new ArrayList<>();
        papers.forEach(item -> ids.add(item.path("paper").path("id").asString("")));
        return ids;
    }

    @Override
    public List<ProcessHandle> servers() {
        ProcessHandle handle = server.process().toHandle();
        return Stream.concat(Stream.of(handle), handle.descendants()).toList();
    }

    @Override
    public Disk disk() {
        return BroadsheetPeer.diskOf(data);
    }

    @Override
    public void close() throws IOException {
        service.close();
        server.close();
    }
}
