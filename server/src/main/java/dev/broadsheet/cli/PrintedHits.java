package dev.broadsheet.cli;

import dev.broadsheet.installation.Json;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.Explanation;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.text.TexText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Papers that were found, as the command line prints them. */
final class PrintedHits {
    private static final int SHOWN_AUTHORS = 5;

    private PrintedHits() {}

    /** @param before how many papers stand before the first of these */
    static void text(List<Hit> hits, int before, PrintWriter out) {
        int place = before;
        for (Hit hit : hits) {
            Metadata metadata = hit.paper().metadata();
            out.printf("%3d. %s%n", ++place, TexText.plain(metadata.title()));
            List<String> line = new ArrayList<>();
            line.add(authors(metadata));
            PartialDate day = metadata.day();
            line.add(day == null ? "" : day.text());
            line.add(String.join(" ", metadata.categories()));
            line.add(hit.paper().id().value());
            line.removeIf(String::isEmpty);
            out.println("     " + String.join(" · ", line));
            if (hit.why() != null) {
                why(hit.why(), out);
            }
        }
    }

    static String json(List<Hit> hits) {
        return Json.INDENTED.writeValueAsString(
                hits.stream().map(PrintedHits::fields).toList());
    }

    private static Map<String, @Nullable Object> fields(Hit hit) {
        Metadata metadata = hit.paper().metadata();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", hit.paper().id().value());
        fields.put("score", hit.score());
        fields.put("title", metadata.title());
        fields.put("authors", metadata.authors().stream().map(Author::name).toList());
        PartialDate day = metadata.day();
        fields.put("date", day == null ? null : day.text());
        fields.put("categories", metadata.categories());
        fields.put("abstract", metadata.abstractText());
        Explanation why = hit.why();
        if (why != null) {
            fields.put("explanation", why);
            fields.put("sentences", why.sentences());
        }
        return fields;
    }

    private static void why(Explanation why, PrintWriter out) {
        why.sentences().forEach(sentence -> out.println("     " + sentence));
        for (Explanation.Part part : why.parts()) {
            out.printf(
                    Locale.ROOT,
                    "     %-36s %9.3f, scaled %.3f, weight %.2f: %.3f points%n",
                    part.signal(),
                    part.raw(),
                    part.normalised(),
                    part.weight(),
                    part.points());
        }
    }

    private static String authors(Metadata metadata) {
        List<String> names = metadata.authors().stream()
                .limit(SHOWN_AUTHORS)
                .map(Author::name)
                .toList();
        int others = metadata.authors().size() - names.size();
        return String.join(", ", names) + (others > 0 ? " and " + others + " more" : "");
    }
}
