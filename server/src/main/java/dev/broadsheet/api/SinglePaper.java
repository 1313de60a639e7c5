package dev.broadsheet.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One paper by itself. The catalogue links no models, data sets or spaces; clients need the fields.
 *
 * @param comments asked for by name only; the earliest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SinglePaper(
        @JsonUnwrapped PaperItem paper,
        List<Map<String, String>> linkedModels,
        int numTotalModels,
        List<Map<String, String>> linkedDatasets,
        int numTotalDatasets,
        List<Map<String, String>> linkedSpaces,
        int numTotalSpaces,
        @Nullable List<CommentItem> comments) {
    /** @param comments null where they were not asked for */
    static SinglePaper of(PaperItem paper, @Nullable List<CommentItem> comments) {
        return new SinglePaper(paper, List.of(), 0, List.of(), 0, List.of(), 0, comments);
    }
}
