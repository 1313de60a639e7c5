package dev.broadsheet.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Progress on standard error: one line that is written over on a terminal, else a line every ten
 * seconds, so that a log stays readable. Not thread-safe.
 */
final class ProgressLine {
    private static final int WIDTH = 24;
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration IN_LOG = Duration.ofSeconds(10);

    /** Set by the launcher, which alone can see whether standard error is a terminal. */
    private static final String COLUMNS = "BROADSHEET_COLUMNS";

    private final PrintStream out;
    private final boolean terminal;
    private final int columns;
    private long lastNanos;
    private int lastLength;

    /** @param columns of the terminal, 0 where the output is not a terminal */
    ProgressLine(PrintStream out, int columns) {
        this.out = out;
        this.terminal = columns > 0;
        this.columns = columns;
        this.lastNanos = System.nanoTime() - IN_LOG.toNanos();
    }

    static ProgressLine onStandardError() {
        String columns = System.getenv(COLUMNS);
        return new ProgressLine(
                System.err, columns != null && columns.matches("[1-9]\\d{0,3}") ? Integer.parseInt(columns) : 0);
    }

    /**
     * Shows how far it is, if enough time has passed since the last showing.
     *
     * @param done of {@code total}, in whatever is counted; a total below 1 is not known
     * @param words what else to say
     */
    void show(long done, long total, String words) {
        long now = System.nanoTime();
        if (now - lastNanos >= (terminal ? ON_TERMINAL : IN_LOG).toNanos()) {
            lastNanos = now;
            print(bar(done, total) + words);
        }
    }

    /** Shows a last state and goes to the next line. */
    void finish(String words) {
        if (terminal) {
            print("");
            out.print("\r");
        }
        out.println(words);
        lastLength = 0;
        lastNanos = System.nanoTime() - IN_LOG.toNanos();
    }

    private void print(String text) {
        // A longer line would wrap, and the next one would not be written over it.
        String line = terminal && text.length() >= columns ? text.substring(0, columns - 1) : text;
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, lastLength - line.length())));
            lastLength = line.length();
        } else {
            out.println(line);
        }
        out.flush();
    }

    private String bar(long done, long total) {
        if (total < 1) {
            return "";
        }
        double share = Math.clamp((double) done / total, 0, 1);
        String percent = String.format(Locale.ROOT, "%3d %%  ", (int) (share * 100));
        if (!terminal) {
            return percent;
        }
        int full = (int) (share * WIDTH);
        return "█".repeat(full) + "░".repeat(WIDTH - full) + " " + percent;
    }

    /** {@code 1 h 05 min}, {@code 3 min 20 s}, {@code 8 s}. */
    static String inWords(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds >= 3600) {
            return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
        }
        return seconds >= 60 ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60) : seconds + " s";
    }
}
