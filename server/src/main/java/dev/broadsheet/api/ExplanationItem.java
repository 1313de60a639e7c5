package dev.broadsheet.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.broadsheet.search.Explanation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a paper answers a search, as the API writes it where it is asked to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplanationItem(
        double score, @Nullable String rule, List<String> words, List<String> sentences, List<PartItem> parts) {

    /** What one signal gave. */
    record PartItem(String signal, double raw, double normalised, double weight, double points) {}

    static ExplanationItem of(double score, Explanation why) {
        return new ExplanationItem(
                score,
                why.rule(),
                why.words(),
                why.sentences(),
                why.parts().stream()
                        .map(part -> new PartItem(
                                part.signal(), part.raw(), part.normalised(), part.weight(), part.points()))
                        .toList());
    }
}
