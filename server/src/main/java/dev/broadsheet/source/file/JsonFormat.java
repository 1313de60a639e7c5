package dev.broadsheet.source.file;

import dev.broadsheet.installation.Json;
import dev.broadsheet.source.Format;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.huggingface.HuggingFaceJson;
import dev.broadsheet.source.record.UnreadableRecordException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A JSON object of any of the known kinds. */
final class JsonFormat implements RecordFormat {
    private final Format format;
    private final HuggingFaceJson huggingFace = new HuggingFaceJson(HuggingFaceJson.NAME);

    /** @param format {@link Format#AUTO} to look at each record */
    JsonFormat(Format format) {
        this.format = format;
    }

    @Override
    public SourceRecord read(String text) throws UnreadableRecordException {
        JsonNode node;
        try {
            node = Json.PLAIN.readTree(text);
        } catch (JacksonException e) {
            throw new UnreadableRecordException("no valid JSON: " + e.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw new UnreadableRecordException("no JSON object");
        }
        return switch (format == Format.AUTO ? kind(node) : format) {
            case HUGGINGFACE -> huggingFace.read(node);
            case ARXIV_SNAPSHOT -> ArxivSnapshotJson.read(node);
            default -> PlainJson.read(node);
        };
    }

    @Override
    public boolean counts(String text) {
        // Parsing what is passed over would cost as much as importing it.
        return (format == Format.AUTO || format == Format.HUGGINGFACE) && text.contains("\"paper\"");
    }

    private static Format kind(JsonNode node) {
        if (node.has("item") || node.path("paper").isObject()) {
            return Format.HUGGINGFACE;
        }
        if (node.has("authors_parsed")
                || node.has("update_date")
                || node.path("versions").isArray()) {
            return Format.ARXIV_SNAPSHOT;
        }
        return Format.ARXIV_JSON;
    }
}
