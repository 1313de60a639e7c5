package dev.broadsheet.source.record;

import org.jspecify.annotations.Nullable;

/** Where a paper appeared, as people write it: {@code Annals 12 (3), 45-67 (2024)}. */
public final class JournalReference {
    private JournalReference() {}

    /** Null without a journal. */
    public static @Nullable String of(
            @Nullable String journal,
            @Nullable String volume,
            @Nullable String issue,
            @Nullable String pages,
            @Nullable String year) {
        String name = clean(journal);
        if (name.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder(name);
        append(text, " ", clean(volume), "");
        append(text, " (", clean(issue), ")");
        append(text, ", ", clean(pages), "");
        append(text, " (", clean(year), ")");
        return text.toString();
    }

    private static void append(StringBuilder text, String before, String part, String after) {
        if (!part.isEmpty()) {
            text.append(before).append(part).append(after);
        }
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : Text.line(text);
    }
}
