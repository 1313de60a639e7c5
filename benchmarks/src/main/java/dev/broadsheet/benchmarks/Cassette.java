package dev.broadsheet.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Requests and answers as the tool VCR.py records them. */
final class Cassette {
    private Cassette() {}

    /** One answer of the web. */
    record Recorded(URI address, int status, byte[] body) {}

    static List<Recorded> read(Path file) throws IOException {
        Map<?, ?> cassette =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file, StandardCharsets.UTF_8));
        List<Recorded> answers = new ArrayList<>();
        for (Object interaction : (List<?>) at(cassette, "interactions")) {
            // Some recorders write spaces into addresses.
            String address = at(interaction, "request", "uri").toString().replace(" ", "%20");
            Map<?, ?> response = (Map<?, ?>) at(interaction, "response");
            // The recorder of one HTTP client had words of its own.
            boolean ofHttpx = response.containsKey("status_code");
            Object body = ofHttpx ? at(response, "content") : at(response, "body", "string");
            Object status = ofHttpx ? at(response, "status_code") : at(response, "status", "code");
            byte[] bytes = body instanceof byte[] raw ? raw : body.toString().getBytes(StandardCharsets.UTF_8);
            answers.add(new Recorded(URI.create(address), (Integer) status, unpacked(bytes)));
        }
        return answers;
    }

    /** The same if it is not packed. */
    static byte[] unpacked(byte[] bytes) throws IOException {
        if (bytes.length < 2 || bytes[0] != (byte) 0x1f || bytes[1] != (byte) 0x8b) {
            return bytes;
        }
        try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return packed.readAllBytes();
        }
    }

    private static Object at(Object from, String... names) throws IOException {
        Object place = from;
        for (String name : names) {
            Object next = place instanceof Map<?, ?> map ? map.get(name) : null;
            if (next == null) {
                throw new IOException("the cassette has no \"" + name + "\"");
            }
            place = next;
        }
        return place;
    }
}
