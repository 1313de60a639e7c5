package dev.broadsheet.discussion.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blots out what Markdown takes for code, so that no formula is looked for in it. Offsets stay what they were. */
final class CodeMask {
    /** Stands for a character of code; nobody can type it, see {@link Formulas}. */
    static final char BLOT = '\uE002';

    private static final Pattern FENCE =
            Pattern.compile("[ \\t>]*(?:(?:[-+*]|\\d{1,9}[.)])[ \\t]+)?(?<fence>`{3,}(?=[^`]*$)|~{3,}).*");
    private static final Pattern TICKS = Pattern.compile("`+");

    private CodeMask() {}

    static String of(String source) {
        StringBuilder masked = new StringBuilder(source);
        String open = "";
        int paragraph = 0;
        int here = 0;
        while (here < source.length()) {
            int end = source.indexOf('\n', here);
            int next = end < 0 ? source.length() : end + 1;
            String line = source.substring(here, end < 0 ? source.length() : end);
            if (!open.isEmpty()) {
                blot(masked, here, next);
                if (closes(line, open)) {
                    open = "";
                }
                paragraph = next;
            } else {
                Matcher fence = FENCE.matcher(line);
                boolean opens = fence.matches();
                if (opens || line.isBlank()) {
                    spans(masked, paragraph, here);
                    paragraph = next;
                }
                if (opens) {
                    open = fence.group("fence");
                    blot(masked, here, next);
                }
            }
            here = next;
        }
        spans(masked, paragraph, source.length());
        return masked.toString();
    }

    private static boolean closes(String line, String open) {
        String bare = line.replace('>', ' ').strip();
        return bare.length() >= open.length() && bare.chars().allMatch(c -> c == open.charAt(0));
    }

    /** A run of ticks is closed by the next run of as many. */
    private static void spans(StringBuilder masked, int from, int to) {
        List<int[]> runs = new ArrayList<>();
        Matcher ticks = TICKS.matcher(masked).region(from, to);
        while (ticks.find()) {
            runs.add(new int[] {ticks.start(), ticks.end()});
        }
        for (int i = 0; i < runs.size(); i++) {
            int closing = closing(runs, i);
            if (closing >= 0) {
                blot(masked, runs.get(i)[0], runs.get(closing)[1]);
                i = closing;
            }
        }
    }

    private static int closing(List<int[]> runs, int opening) {
        int length = runs.get(opening)[1] - runs.get(opening)[0];
        for (int i = opening + 1; i < runs.size(); i++) {
            if (runs.get(i)[1] - runs.get(i)[0] == length) {
                return i;
            }
        }
        return -1;
    }

    private static void blot(StringBuilder masked, int from, int to) {
        for (int i = from; i < to; i++) {
            if (masked.charAt(i) != '\n') {
                masked.setCharAt(i, BLOT);
            }
        }
    }
}
