package dev.broadsheet.source.record;

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
}
