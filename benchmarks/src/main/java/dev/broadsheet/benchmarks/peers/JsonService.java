package dev.broadsheet.benchmarks.peers;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service at this machine that answers in JSON. Thread-safe. */
final class JsonService implements AutoCloseable {
    static final JsonMapper MAPPER = new JsonMapper();

    private static final long PAUSE_MILLIS = 100;
    private static final int MOST_PAUSES = 1_200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    JsonService(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** Waits until it answers, for two minutes at most. */
    void await(String path) throws IOException, InterruptedException {
        for (int pause = 0; ; pause++) {
            try {
                get(path);
                return;
            } catch (ConnectException e) {
                if (pause == MOST_PAUSES) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    /** @param type the body's, as in {@code application/json} */
    JsonNode send(String method, String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        JsonNode answer = MAPPER.readTree(response.body());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(response.uri() + " answered " + response.statusCode() + ": " + answer);
        }
        return answer;
    }

    @Override
    public void close() {
        client.close();
    }
}
