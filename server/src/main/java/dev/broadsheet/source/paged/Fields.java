package dev.broadsheet.source.paged;

import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the services' answers and addresses have in common. */
public final class Fields {
    private static final Pattern ORCID =
            Pattern.compile("(?:https?://orcid\\.org/)?(\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX])");
    private static final Pattern RETRACTED =
            Pattern.compile("^\\W*(?:RETRACTED|WITHDRAWN|REMOVED)(?: ARTICLE| PAPER)?\\W*:.*", Pattern.DOTALL);

    private Fields() {}

    /**
     * How many the service says there are, written as a number or as digits.
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

    /** A whole date at the beginning of the text, or null. */
    public static @Nullable LocalDate day(@Nullable String text) {
        PartialDate date = Text.date(text);
        return date == null || date.text().length() < 10 ? null : date.firstDay();
    }

    /** The ORCID iD in the text, or null. */
    public static @Nullable String orcid(@Nullable String text) {
        Matcher matcher = ORCID.matcher(text == null ? "" : text.strip());
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** Whether publishers have marked the paper as retracted in front of its title. */
    public static boolean isRetracted(String title) {
        return RETRACTED.matcher(title).matches();
    }
}
