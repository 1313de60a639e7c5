package dev.broadsheet.api;

import dev.broadsheet.search.SearchAnswer.Span;
import dev.broadsheet.text.TexText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a text that matched, or did not. All parts together are the text as {@link ApiFormat#line}
 * writes it.
 *
 * @param type {@code text} or {@code highlight}
 */
record Highlight(String type, String text) {
    /** @param matches in the source, which may hold more characters than what is shown */
    static List<Highlight> of(String source, List<Span> matches) {
        List<Integer> cuts = matches.stream()
                .flatMap(span -> Stream.of(span.start(), span.end()))
                .sorted()
                .toList();
        List<Highlight> parts = new ArrayList<>();
        for (TexText.Segment segment : TexText.parse(source, cuts).segments()) {
            boolean matched =
                    matches.stream().anyMatch(span -> segment.start() >= span.start() && segment.start() < span.end());
            add(parts, matched ? "highlight" : "text", ApiFormat.text(segment).replaceAll("\\s+", " "));
        }
        while (!parts.isEmpty()) {
            Highlight last = parts.removeLast();
            String text = last.text.stripTrailing();
            if (!text.isEmpty()) {
                parts.add(new Highlight(last.type, text));
                break;
            }
        }
        return parts;
    }

    /** White space is folded also where two parts meet; neighbours of one type are one. */
    private static void add(List<Highlight> parts, String type, String text) {
        boolean spaceBefore = parts.isEmpty() || parts.getLast().text.endsWith(" ");
        String folded = spaceBefore ? text.stripLeading() : text;
        if (folded.isEmpty()) {
            return;
        }
        if (!parts.isEmpty() && parts.getLast().type.equals(type)) {
            folded = parts.removeLast().text + folded;
        }
        parts.add(new Highlight(type, folded));
    }
}
