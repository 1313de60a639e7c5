package dev.broadsheet.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** @param link the value of the Link header, or null for none */
    static ServerResponse ok(Object body, @Nullable String link) {
        ServerResponse.BodyBuilder answer = ServerResponse.ok().header(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (link != null) {
            answer.header(HttpHeaders.LINK, link);
        }
        return answer.contentType(MediaType.APPLICATION_JSON).body(MAPPER.writeValueAsBytes(body));
    }

    static ServerResponse error(int status, String message) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(MAPPER.writeValueAsBytes(Map.of("error", message)));
    }
}
