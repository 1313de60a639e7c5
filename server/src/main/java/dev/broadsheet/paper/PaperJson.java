package dev.broadsheet.paper;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The form in which metadata is stored: JSON without empty fields. Thread-safe. */
public final class PaperJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private PaperJson() {}

    public static String write(Metadata metadata) {
        return MAPPER.writeValueAsString(metadata);
    }

    public static Metadata read(String json) {
        return MAPPER.readValue(json, Metadata.class);
    }
}
