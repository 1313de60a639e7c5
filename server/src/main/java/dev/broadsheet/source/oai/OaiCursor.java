package dev.broadsheet.source.oai;

import dev.broadsheet.installation.Json;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a reading of a listing stands: at a page, and so far on it. Each item has one of its own, so
 * that what is the same for a whole page is written once.
 *
 * @param index how many records of the page are done
 * @param item how many items of the record after them
 * @param name hash of the last record that is done, 0 for none: another one in its place means that
 *     the page changed meanwhile
 * @param delivered how many different records came
 * @param ended -1, or how many of the tallies at the end are done
 */
record OaiCursor(Page page, int index, int item, long name, long delivered, int ended) {
    /**
     * What is known where a page begins.
     *
     * @param token of the page; null for the first
     * @param before how many different records came on the pages before
     * @param total how many records the repository says the list has, -1 where it does not
     * @param number how many pages came before
     * @param hash of the names on the page before, 0 for none
     * @param started when the first page was asked for
     * @param counted whether the repository's count was given and right, known at the end
     * @param unplaced how many records came of which nobody can tell the day
     * @param memory of the {@link OaiReader}
     */
    record Page(
            @Nullable String token,
            long before,
            long total,
            int number,
            long hash,
            Instant started,
            boolean counted,
            int unplaced,
            String memory) {

        /** The beginning of its cursors. */
        String written() {
            ObjectNode node = Json.PLAIN.createObjectNode();
            if (token != null) {
                node.put("token", token);
            }
            String text = node.put("before", before)
                    .put("total", total)
                    .put("pages", number)
                    .put("page", hash)
                    .put("started", started.toString())
                    .put("counted", counted)
                    .put("unplaced", unplaced)
                    .put("memory", memory)
                    .toString();
            return text.substring(0, text.length() - 1);
        }
    }

    static OaiCursor read(String text) throws IOException {
        try {
            JsonNode node = Json.PLAIN.readTree(text);
            Page page = new Page(
                    node.path("token").isString() ? node.path("token").stringValue() : null,
                    node.path("before").asLong(),
                    node.path("total").asLong(-1),
                    node.path("pages").asInt(),
                    node.path("page").asLong(),
                    Instant.parse(node.path("started").asString()),
                    node.path("counted").asBoolean(),
                    node.path("unplaced").asInt(),
                    node.path("memory").asString());
            return new OaiCursor(
                    page,
                    node.path("index").asInt(),
                    node.path("item").asInt(),
                    node.path("name").asLong(),
                    node.path("delivered").asLong(),
                    node.path("ended").asInt(-1));
        } catch (JacksonException | DateTimeException e) {
            throw new IOException("the place where the harvest stopped cannot be read: " + text, e);
        }
    }

    /** @param page {@link Page#written} */
    static String write(String page, int index, int item, long name, long delivered, int ended) {
        return new StringBuilder(page.length() + 120)
                .append(page)
                .append(",\"index\":")
                .append(index)
                .append(",\"item\":")
                .append(item)
                .append(",\"name\":")
                .append(name)
                .append(",\"delivered\":")
                .append(delivered)
                .append(",\"ended\":")
                .append(ended)
                .append('}')
                .toString();
    }
}
