package dev.broadsheet.api;

import dev.broadsheet.search.SearchAnswer.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text that matched, or did not. All parts together are the text.
 *
 * @param type {@code text} or {@code highlight}
 */
record Highlight(String type, String text) {
    static List<Highlight> of(String source, List<Span> matches) {
        List<Highlight> parts = new ArrayList<>();
        StringBuilder shown = new StringBuilder();
        int at = 0;
        for (Span match : matches) {
            int start = Math.clamp(match.start(), at, source.length());
            int end = Math.clamp(match.end(), start, source.length());
            add(parts, "text", source.substring(at, start), shown);
            add(parts, "highlight", source.substring(start, end), shown);
            at = end;
        }
        add(parts, "text", source.substring(at).stripTrailing(), shown);
        return parts;
    }

    /** White space is folded as in the whole text, also where two parts meet. */
    private static void add(List<Highlight> parts, String type, String text, StringBuilder shown) {
        String folded = text.replaceAll("\\s+", " ");
        boolean spaceBefore = shown.isEmpty() || shown.charAt(shown.length() - 1) == ' ';
        if (spaceBefore && folded.startsWith(" ")) {
            folded = folded.substring(1);
        }
        if (!folded.isEmpty()) {
            shown.append(folded);
            parts.add(new Highlight(type, folded));
        }
    }
}
