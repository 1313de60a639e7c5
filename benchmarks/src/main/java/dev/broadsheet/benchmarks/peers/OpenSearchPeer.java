package dev.broadsheet.benchmarks.peers;

import dev.broadsheet.benchmarks.peers.ChildProcess.Redirect;
import dev.broadsheet.benchmarks.peers.Fusion.Ranking;
import dev.broadsheet.search.embedding.Embedder;
import dev.broadsheet.search.embedding.EmbeddingModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * OpenSearch with its k-NN plugin (an HNSW graph by Lucene, with the parameters of its documentation),
 * one shard merged to one segment, 1 GB of heap. By words it answers with titles and abstracts; by words
 * and meaning, with both rankings' candidates in one round trip, their names only: a page would need a
 * second trip for the texts. The query's vector is made here, in the client.
 */
final class OpenSearchPeer implements Peer {
    /** The system property that tells the class path of the node. */
    static final String CLASS_PATH = "opensearch.classpath";

    private static final String NODE = "dev.broadsheet.opensearch.OpenSearchNode";
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final double WORDS_WEIGHT = 0.4;
    private static final double MEANING_WEIGHT = 0.6;
    private static final int CANDIDATES = 100;
    private static final int CANDIDATES_DEEP = 1_000;

    private static final Map<String, Object> TEXT = Map.of("type", "text", "index", false, "copy_to", "words");
    private static final Map<String, Object> VECTOR = Map.of(
            "type",
            "knn_vector",
            "dimension",
            IndexedPaper.DIMENSIONS,
            "space_type",
            "cosinesimil",
            "method",
            Map.of(
                    "name", "hnsw",
                    "engine", "lucene",
                    "parameters", Map.of("m", 16, "ef_construction", 100)));

    /** What is only copied to the words, and the vectors, take no room in the stored source. */
    private static final Map<String, Object> INDEX = Map.of(
            "settings",
            Map.of(
                    "index.knn",
                    true,
                    "index.number_of_shards",
                    1,
                    "index.number_of_replicas",
                    0,
                    "index.refresh_interval",
                    "-1"),
            "mappings",
            Map.of(
                    "properties",
                    Map.of(
                            "title", TEXT,
                            "abstract", TEXT,
                            "words", Map.of("type", "text", "analyzer", "english"),
                            "vector", VECTOR)));

    private final Path folder;
    private final ChildProcess node;
    private final JsonService service;
    private @Nullable Embedder embedder;

    private OpenSearchPeer(Path folder, ChildProcess node, JsonService service) {
        this.folder = folder;
        this.node = node;
        this.service = service;
    }

    static void prepare(Path data, Path folder) throws IOException, InterruptedException {
        try (OpenSearchPeer peer = open(folder)) {
            peer.service.send("PUT", "/papers", JSON, json(INDEX));
            IndexedPapers.read(data, peer::add);
            peer.service.send("POST", "/papers/_refresh", JSON, "");
            peer.service.send("POST", "/papers/_forcemerge?max_num_segments=1", JSON, "");
            peer.service.send("POST", "/papers/_flush?force=true", JSON, "");
        }
    }

    static OpenSearchPeer open(Path folder) throws IOException, InterruptedException {
        int port = ChildProcess.freePort();
        ChildProcess node = ChildProcess.start(
                "1g",
                System.getProperty(CLASS_PATH, ""),
                Redirect.FORGET,
                List.of(NODE, folder.toString(), Integer.toString(port), Integer.toString(ChildProcess.freePort())));
        OpenSearchPeer peer = new OpenSearchPeer(folder, node, new JsonService(port));
        peer.service.await("/_cluster/health?wait_for_status=yellow&timeout=120s");
        return peer;
    }

    @Override
    public Set<Way> ways() {
        return Set.of(Way.WORDS, Way.FULL, Way.FULL_DEEP);
    }

    @Override
    public List<String> search(Way way, String query, int limit) throws IOException, InterruptedException {
        if (way == Way.WORDS) {
            JsonNode answer = service.send(
                    "POST",
                    "/papers/_search",
                    JSON,
                    json(Map.of(
                            "query",
                            match(query),
                            "size",
                            limit,
                            "_source",
                            List.of("title", "abstract"),
                            "track_total_hits",
                            false)));
            return List.copyOf(scores(answer).keySet());
        }
        int candidates = way == Way.FULL ? CANDIDATES : CANDIDATES_DEEP;
        float[] vector = embedder().query(query);
        Map<String, Object> nearest = Map.of("knn", Map.of("vector", Map.of("vector", vector, "k", candidates)));
        String body = "{}\n" + namesOnly(match(query), candidates) + "\n{}\n" + namesOnly(nearest, candidates) + "\n";
        JsonNode answer = service.send(
                "POST",
                "/papers/_msearch?filter_path=responses.error,responses.hits.hits._id,responses.hits.hits._score",
                LINES,
                body);
        JsonNode responses = answer.path("responses");
        return Fusion.fuse(List.of(
                        new Ranking(WORDS_WEIGHT, scores(responses.path(0))),
                        new Ranking(MEANING_WEIGHT, scores(responses.path(1)))))
                .stream()
                .limit(limit)
                .toList();
    }

    @Override
    public List<ProcessHandle> servers() {
        ProcessHandle handle = node.process().toHandle();
        return Stream.concat(Stream.of(handle), handle.descendants()).toList();
    }

    /** Its one segment is one file, so that the texts cannot be told from the rest. */
    @Override
    public Disk disk() throws IOException {
        return LucenePeer.diskOf(folder.resolve("node_1").resolve("data"));
    }

    @Override
    public void close() throws IOException {
        service.close();
        node.close();
        synchronized (this) {
            if (embedder != null) {
                embedder.close();
            }
        }
    }

    private void add(List<IndexedPaper> batch) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (IndexedPaper paper : batch) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("title", paper.title());
            document.put("abstract", paper.abstractText());
            if (paper.vector() != null) {
                document.put("vector", paper.vector());
            }
            lines.append(json(Map.of("index", Map.of("_id", Long.toString(paper.number())))))
                    .append('\n')
                    .append(json(document))
                    .append('\n');
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            JsonNode answer =
                    service.send("POST", "/papers/_bulk?filter_path=errors,items.*.error", LINES, lines.toString());
            if (answer.path("errors").asBoolean(true)) {
                throw new IOException("OpenSearch refused papers: " + answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while OpenSearch was given papers", e);
        }
    }

    private static Map<String, Object> match(String query) {
        return Map.of("match", Map.of("words", query));
    }

    private static String namesOnly(Map<String, Object> query, int size) {
        return json(Map.of("query", query, "size", size, "_source", false, "track_total_hits", false));
    }

    private static Map<String, Double> scores(JsonNode answer) throws IOException {
        if (answer.has("error")) {
            throw new IOException("OpenSearch cannot search: " + answer.path("error"));
        }
        Map<String, Double> scores = new LinkedHashMap<>();
        answer.path("hits")
                .path("hits")
                .forEach(hit -> scores.put(
                        hit.path("_id").asString(""), hit.path("_score").asDouble(0)));
        return scores;
    }

    private static String json(Object value) {
        return JsonService.MAPPER.writeValueAsString(value);
    }

    private synchronized Embedder embedder() {
        Embedder loaded = embedder;
        if (loaded == null) {
            loaded = Embedder.load(EmbeddingModel.BGE_SMALL);
            embedder = loaded;
        }
        return loaded;
    }
}
