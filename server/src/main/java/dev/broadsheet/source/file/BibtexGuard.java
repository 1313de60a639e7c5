package dev.broadsheet.source.file;

import dev.broadsheet.source.record.UnreadableRecordException;
import java.util.regex.Pattern;

/** Keeps from JBibTeX what it must not do, or would do for hours. */
final class BibtexGuard {
    /** Parts of values joined in one entry; with {@link BibtexMacros#LONGEST} it bounds what an entry grows to. */
    private static final int MOST_JOINED = 1000;

    /** JBibTeX copies a word or comment outside of a value anew with every 2048 letters more. */
    private static final int LONGEST_WORD = 10_000;

    /** JBibTeX opens the file that this names, so that it must never see it, wherever it stands. */
    private static final Pattern INCLUDE = Pattern.compile("@\\s*+include", Pattern.CASE_INSENSITIVE);

    private BibtexGuard() {}

    static void check(String text) throws UnreadableRecordException {
        if (INCLUDE.matcher(text).find()) {
            throw new UnreadableRecordException("an @include in an entry is not followed");
        }
        if (text.chars().filter(letter -> letter == '#').count() > MOST_JOINED) {
            throw new UnreadableRecordException("more than " + MOST_JOINED + " times # in an entry");
        }
        checkWords(text);
    }

    private static void checkWords(String text) throws UnreadableRecordException {
        int depth = 0;
        boolean quoted = false;
        boolean comment = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean outside = depth <= 1 && !quoted;
            if (comment) {
                comment = letter != '\n';
                start = comment ? start : i;
            } else if (outside && letter == '%') {
                comment = true;
                start = i;
            } else if (letter == '{') {
                depth++;
            } else if (letter == '}') {
                depth--;
                start = i;
            } else if (letter == '"' && depth <= 1) {
                quoted = !quoted;
                start = i;
            } else if (letter <= ' ' || letter == ',' || letter == '=') {
                start = i;
            }
            if (outside && i - start > LONGEST_WORD) {
                throw new UnreadableRecordException(
                        "a word or comment of more than " + LONGEST_WORD + " letters outside of a value");
            }
        }
    }
}
