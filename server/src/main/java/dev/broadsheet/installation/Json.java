package dev.broadsheet.installation;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The mappers between JSON and values, one for each purpose. Thread-safe, like the mappers. */
public final class Json {
    /** For documents of ours and for those of others whose fields are read one by one. */
    public static final JsonMapper PLAIN = JsonMapper.builder().build();

    /** Writes no fields that are null, as most clients expect. */
    public static final JsonMapper WITHOUT_NULLS = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** For people who read it in a terminal. */
    public static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Refuses a document that is followed by anything: two answers in a row are an answer that went wrong. */
    public static final JsonMapper ONE_DOCUMENT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** For what this or another release stored: fields that this release does not know are passed over. */
    public static final JsonMapper STORED = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Json() {}
}
