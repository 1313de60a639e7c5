package dev.broadsheet.source.record;

import dev.broadsheet.paper.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields of a JSON object whose types cannot be relied on. */
public final class JsonFields {
    private JsonFields() {}

    /** The field as text; null where it is missing, null, an object or an array. Numbers are written out. */
    public static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isString()) {
            return value.stringValue();
        }
        return value.isNumber() && Double.isFinite(value.doubleValue()) ? value.asString() : null;
    }

    /** The first of the fields that has a text that is not blank. */
    public static @Nullable String firstText(JsonNode node, String... fields) {
        for (String field : fields) {
            String text = text(node, field);
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    /** The texts of an array, or of a text that lists them between the separators. */
    public static List<String> texts(JsonNode node, String field, String separators) {
        JsonNode value = node.path(field);
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            for (JsonNode element : value) {
                if (element.isString() && !element.stringValue().isBlank()) {
                    texts.add(Text.line(element.stringValue()));
                }
            }
        } else if (value.isString()) {
            for (String part : value.stringValue().split(separators, -1)) {
                if (!part.isBlank()) {
                    texts.add(Text.line(part));
                }
            }
        }
        return texts;
    }

    /** The field as a number that is not negative, or null. */
    public static @Nullable Integer count(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.canConvertToInt() && value.isNumber() && value.intValue() >= 0 ? value.intValue() : null;
    }

    /**
     * How many a service says there are, written as a number or as digits.
     *
     * @throws UnreadableRecordException if it does not say
     */
    public static int total(JsonNode node, String field) throws UnreadableRecordException {
        JsonNode value = node.path(field);
        if (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0) {
            return value.intValue();
        }
        if (value.isString() && value.stringValue().matches("\\d{1,9}")) {
            return Integer.parseInt(value.stringValue());
        }
        throw new UnreadableRecordException("no count in \"" + field + "\"");
    }

    /** @throws UnreadableRecordException if there is no array of this name */
    public static List<JsonNode> array(JsonNode node, String field) throws UnreadableRecordException {
        JsonNode value = node.path(field);
        if (!value.isArray()) {
            throw new UnreadableRecordException("no list \"" + field + "\"");
        }
        List<JsonNode> entries = new ArrayList<>();
        value.forEach(entries::add);
        return entries;
    }

    /** A whole date at the beginning of the field's text, or null. */
    public static @Nullable LocalDate day(JsonNode node, String field) {
        PartialDate date = Text.date(text(node, field));
        return date == null || date.text().length() < 10 ? null : date.firstDay();
    }
}
