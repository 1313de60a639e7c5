package dev.broadsheet.api;

import dev.broadsheet.installation.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/** Answers as JSON. */
final class ApiJson {
    private ApiJson() {}

    /** @param link the value of the Link header, or null for none */
    static ServerResponse ok(Object body, @Nullable String link) {
        ServerResponse.BodyBuilder answer = ServerResponse.ok().header(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (link != null) {
            answer.header(HttpHeaders.LINK, link);
        }
        return answer.contentType(MediaType.APPLICATION_JSON).body(Json.PLAIN.writeValueAsBytes(body));
    }

    static ServerResponse error(int status, String message) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.PLAIN.writeValueAsBytes(Map.of("error", message)));
    }
}
