package dev.broadsheet.source.oai;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a reading of a listing stands.
 *
 * @param token of the page; null for the first
 * @param index how many records of the page are done
 * @param item how many items of the record after them
 * @param name hash of the last record that is done, 0 for none: another one in its place means that
 *     the page changed meanwhile
 * @param before how many different records came on the pages before
 * @param delivered how many different records came
 * @param total how many records the repository says the list has, -1 where it does not
 * @param pages how many pages came before
 * @param page hash of the names on the page before, 0 for none
 * @param started when the first page was asked for
 * @param ended -1, or how many of the tallies at the end are done
 * @param counted whether the repository's count was given and right, known at the end
 * @param memory of the {@link OaiReader} before the record of {@code item}
 */
record OaiCursor(
        @Nullable String token,
        int index,
        int item,
        long name,
        long before,
        long delivered,
        long total,
        int pages,
        long page,
        Instant started,
        int ended,
        boolean counted,
        String memory) {
    private static final JsonMapper JSON = new JsonMapper();

    static OaiCursor read(String text) throws IOException {
        try {
            JsonNode node = JSON.readTree(text);
            return new OaiCursor(
                    node.path("token").isString() ? node.path("token").stringValue() : null,
                    node.path("index").asInt(),
                    node.path("item").asInt(),
                    node.path("name").asLong(),
                    node.path("before").asLong(),
                    node.path("delivered").asLong(),
                    node.path("total").asLong(-1),
                    node.path("pages").asInt(),
                    node.path("page").asLong(),
                    Instant.parse(node.path("started").asString()),
                    node.path("ended").asInt(-1),
                    node.path("counted").asBoolean(),
                    node.path("memory").asString());
        } catch (JacksonException | DateTimeException e) {
            throw new IOException("the place where the harvest stopped cannot be read: " + text, e);
        }
    }

    OaiCursor afterItem(int items) {
        return new OaiCursor(
                token, index, items, name, before, delivered, total, pages, page, started, ended, counted, memory);
    }

    String write() {
        ObjectNode node = JSON.createObjectNode();
        if (token != null) {
            node.put("token", token);
        }
        return node.put("index", index)
                .put("item", item)
                .put("name", name)
                .put("before", before)
                .put("delivered", delivered)
                .put("total", total)
                .put("pages", pages)
                .put("page", page)
                .put("started", started.toString())
                .put("ended", ended)
                .put("counted", counted)
                .put("memory", memory)
                .toString();
    }
}
