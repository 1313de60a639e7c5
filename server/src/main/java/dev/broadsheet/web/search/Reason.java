package dev.broadsheet.web.search;

import dev.broadsheet.search.Explanation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a paper is an answer, as the page says it.
 *
 * @param rows what each signal gave; empty where nothing was weighed
 * @param total the points of all
 */
record Reason(List<String> sentences, List<Row> rows, String total) {

    /** One signal, with its figures as they are written. */
    record Row(String signal, String measured, String scaled, String weight, String points) {}

    static @Nullable Reason of(@Nullable Explanation why) {
        return why == null
                ? null
                : new Reason(
                        why.sentences(), why.parts().stream().map(Reason::row).toList(), figure(why.points()));
    }

    private static Row row(Explanation.Part part) {
        return new Row(
                part.signal(),
                figure(part.raw()),
                figure(part.normalised()),
                figure(part.weight()),
                figure(part.points()));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
