package dev.broadsheet.source.paged;

import dev.broadsheet.installation.Json;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.io.IOException;
import java.net.URI;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A document that ought to be one JSON object. */
final class JsonAnswer {
    private JsonAnswer() {}

    static JsonNode read(Answer answer) throws IOException {
        byte[] body = answer.body();
        if (answer.contentType().contains("html") || beginsWith(body, '<')) {
            throw new IOException(place(answer.address()) + " answers with a web page instead of JSON");
        }
        JsonNode root;
        try {
            root = Json.ONE_DOCUMENT.readTree(body);
        } catch (JacksonException e) {
            throw new IOException(
                    place(answer.address()) + " answers with broken JSON: " + line(e.getOriginalMessage()), e);
        }
        if (!root.isObject()) {
            throw new IOException(place(answer.address()) + " answers without a JSON object");
        }
        return root;
    }

    /** The address without its query, which may hold a key. */
    static String place(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }

    static String unexpected(URI address, UnreadableRecordException e) {
        return place(address) + " answers otherwise than expected: " + e.reason();
    }

    private static boolean beginsWith(byte[] body, char sign) {
        for (byte letter : body) {
            if (letter > ' ') {
                return letter == sign;
            }
        }
        return false;
    }

    private static String line(String message) {
        String line = message.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), 200));
    }
}
