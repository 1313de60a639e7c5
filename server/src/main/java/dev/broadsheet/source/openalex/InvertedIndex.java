package dev.broadsheet.source.openalex;

import dev.broadsheet.source.record.JatsText;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * An abstract as OpenAlex gives it: for each word the positions at which it stands
 * (https://docs.openalex.org/api-entities/works/work-object#abstract_inverted_index).
 */
final class InvertedIndex {
    /** No abstract has more words; positions beyond are mistakes. */
    private static final int MOST_WORDS = 50_000;

    private InvertedIndex() {}

    /** The words in order. Of two at one position the first is kept; positions that nobody has are passed over. */
    static String text(JsonNode index) {
        Map<Integer, String> words = new TreeMap<>();
        for (Map.Entry<String, JsonNode> word : index.properties()) {
            for (JsonNode position : word.getValue()) {
                if (position.isIntegralNumber()
                        && position.canConvertToInt()
                        && position.intValue() >= 0
                        && position.intValue() < MOST_WORDS) {
                    words.putIfAbsent(position.intValue(), word.getKey());
                }
            }
        }
        return JatsText.paragraphs(String.join(" ", words.values()));
    }
}
