package dev.broadsheet.source.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a BibTeX file, found by counting braces. An entry that is not closed ends where a
 * line begins another one, so that a forgotten brace costs one entry. Abbreviations
 * ({@code @string}) are kept for the entries after them; comments and preambles are passed over, and
 * so is what stands between entries, with lines that begin with {@code %}. An entry that inherits
 * from a later one comes after it.
 */
final class BibtexEntries implements Entries {
    private static final Pattern START = Pattern.compile("(?<![A-Za-z0-9._-])@([A-Za-z]++)\\s*+([{(])");
    private static final Pattern START_OF_LINE = Pattern.compile("[ \\t\\uFEFF]{0,3}+@[A-Za-z]++\\s*+[{(]");

    private final Lines lines;
    private final BibtexMacros macros = new BibtexMacros();
    private final BibtexParents parents = new BibtexParents();
    private final BibtexOrder order = new BibtexOrder(parents, entry -> add(entry.text(), entry.place(), null));
    private final Deque<Entry> found = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private String kind = "";
    private char closing;
    private int depth;
    private boolean inEntry;
    private boolean quoted;
    private boolean tooLong;
    private long startLine;
    private long position;

    BibtexEntries(Lines lines) {
        this.lines = lines;
    }

    BibtexMacros macros() {
        return macros;
    }

    /** To be told of each entry that has been read. */
    BibtexParents parents() {
        return parents;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        while (found.isEmpty()) {
            String line = lines.next();
            if (line == null) {
                if (inEntry) {
                    finish("not closed at the end of the file");
                }
                order.finish();
                if (found.isEmpty()) {
                    return null;
                }
            } else {
                read(line);
            }
        }
        return found.poll();
    }

    private void read(String line) {
        if (inEntry && START_OF_LINE.matcher(line).lookingAt()) {
            finish("not closed before the next entry in line " + lines.number());
        }
        if (!inEntry && line.stripLeading().startsWith("%")) {
            return;
        }
        tooLong |= inEntry && lines.tooLong();
        int from = 0;
        while (from < line.length()) {
            if (!inEntry) {
                Matcher start = START.matcher(line);
                if (!start.find(from)) {
                    return;
                }
                begin(start);
                from = start.end();
            }
            int end = closingIn(line, from);
            append(line, from, end < 0 ? line.length() : end + 1);
            if (end < 0) {
                break;
            }
            finish(null);
            from = end + 1;
        }
        if (inEntry) {
            append("\n", 0, 1);
        }
    }

    private void begin(Matcher start) {
        inEntry = true;
        tooLong = lines.tooLong();
        kind = start.group(1).toLowerCase(Locale.ROOT);
        closing = start.group(2).equals("{") ? '}' : ')';
        depth = 0;
        quoted = false;
        startLine = lines.number();
        text.setLength(0);
        text.append(start.group());
    }

    /** Where the entry is closed in the line, or -1. */
    private int closingIn(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (depth == 0 && letter == closing && !quoted) {
                return i;
            }
            // A parenthesis in a quoted value ends nothing; a brace there would be a mistake.
            quoted ^= letter == '"' && depth == 0 && closing == ')' && !kind.equals("comment");
            if (letter == '{') {
                depth++;
            } else if (letter == '}' && depth > 0) {
                depth--;
            }
        }
        return -1;
    }

    private void append(String line, int from, int end) {
        if (text.length() + end - from > Entry.LONGEST) {
            tooLong = true;
        } else if (!tooLong) {
            text.append(line, from, end);
        }
    }

    private void finish(@Nullable String fault) {
        inEntry = false;
        String entry = text.toString();
        String place = "line " + startLine;
        switch (kind) {
            case "comment", "preamble" -> {
                if (fault != null) {
                    add(entry, place, fault);
                }
            }
            // It names another file of this computer, which no import may open.
            case "include" -> add(entry, place, "an @include is not followed");
            case "string" -> {
                String problem = fault != null ? fault : macros.define(entry);
                if (problem != null) {
                    add(entry, place, problem);
                }
            }
            default -> {
                String problem = tooLong ? Entry.TOO_LONG : fault;
                if (problem != null) {
                    add(entry, place, problem);
                } else {
                    order.take(new BibtexOrder.Waiting(entry, place));
                }
            }
        }
    }

    private void add(String entry, String place, @Nullable String fault) {
        position++;
        found.add(new Entry(entry, place, position, fault));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
