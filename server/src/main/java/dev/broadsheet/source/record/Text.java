package dev.broadsheet.source.record;

import dev.broadsheet.paper.PartialDate;
import java.time.DateTimeException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts as they may go on from here. */
public final class Text {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Text() {}

    /**
     * The text without what no text may hold: control characters other than tab and line ends
     * (PostgreSQL refuses NUL, terminals obey others) and halves of characters. All else stays as
     * it is.
     */
    public static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isBad(text, i)) {
                StringBuilder clean = new StringBuilder(text.length()).append(text, 0, i);
                for (int j = i; j < text.length(); j++) {
                    if (!isBad(text, j)) {
                        clean.append(text.charAt(j));
                    }
                }
                return clean.toString();
            }
        }
        return text;
    }

    /** On one line: a line end in a title or name is the source's layout. */
    public static String line(String text) {
        String clean = clean(text).strip();
        return isOneLine(clean) ? clean : SPACES.matcher(clean).replaceAll(" ").strip();
    }

    /** Spares most names and categories the search by pattern. */
    private static boolean isOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' ' || (letter == ' ' && i + 1 < text.length() && text.charAt(i + 1) == ' ')) {
                return false;
            }
        }
        return true;
    }

    public static @Nullable String orNull(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = clean(text).strip();
        return clean.isEmpty() ? null : clean;
    }

    /**
     * The title.
     *
     * @throws UnreadableRecordException if there is none, or its bytes could not be decoded: the
     *     record would be found by nobody
     */
    public static String title(@Nullable String text) throws UnreadableRecordException {
        String title = text == null ? "" : line(text);
        if (title.isEmpty()) {
            throw new UnreadableRecordException("no title");
        }
        if (title.indexOf('\uFFFD') >= 0) {
            throw new UnreadableRecordException(
                    "the title holds bytes that are not UTF-8 text: save the file as UTF-8");
        }
        return title;
    }

    /** The date at the beginning of the text ({@code 2026-08-21T10:00:00Z}), or null where there is none. */
    public static @Nullable PartialDate date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String date = text.strip().replace('/', '-');
        try {
            return new PartialDate(date.substring(0, Math.min(10, date.length())));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isBad(String text, int index) {
        char letter = text.charAt(index);
        if (letter < 0x20) {
            return letter != '\t' && letter != '\n' && letter != '\r';
        }
        if (letter < 0x7f) {
            return false;
        }
        if (Character.isHighSurrogate(letter)) {
            return index + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(letter)) {
            return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
        }
        return letter <= 0x9f;
    }
}
