package dev.broadsheet.text;

import java.text.Normalizer;
import java.util.List;

/** Reads a text from left to right, once, and hands over its pieces. For one text, one thread. */
final class TexReader {
    /** Takes the pieces in the order of the source, with the offsets there between which each was written. */
    interface Pieces {
        /** Cleaned and never empty. */
        void prose(String text, int start, int end);

        /** A formula without its delimiters. */
        void formula(String source, boolean display, int start, int end);
    }

    private static final int LONGEST_GROUP = 1000;

    private final String source;
    private final List<Integer> cuts;
    private final TexDelimiters delimiters;
    private final TexBare bare;
    private final Pieces pieces;
    private final StringBuilder text = new StringBuilder();
    private int textStart;
    private int nextCut;
    private boolean spaceBefore = true;

    TexReader(String source, List<Integer> cuts, Pieces pieces) {
        this.source = source;
        this.cuts = cuts;
        this.pieces = pieces;
        this.delimiters = new TexDelimiters(source);
        this.bare = new TexBare(source);
    }

    void read() {
        int here = 0;
        while (here < source.length()) {
            cut(here);
            here = step(here);
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        flush(source.length());
    }

    private void cut(int here) {
        while (nextCut < cuts.size() && cuts.get(nextCut) <= here) {
            nextCut++;
            flush(here);
        }
    }

    private void flush(int here) {
        if (!text.isEmpty()) {
            pieces.prose(text.toString(), textStart, here);
            text.setLength(0);
        }
        textStart = here;
    }

    private int step(int here) {
        char c = source.charAt(here);
        if (c == '$' || c == '\\') {
            TexDelimiters.Formula formula = delimiters.at(here);
            if (formula != null) {
                String content = source.substring(formula.start(), formula.end());
                return mathematics(here, content, formula.after(), formula.display());
            }
        }
        int end = bare.end(here);
        if (end > here) {
            return mathematics(here, bare.formula(here, end), end, false);
        }
        return switch (c) {
            case '\\' -> command(here);
            case '{', '}' -> here + 1;
            case '~' -> tilde(here);
            case '`' -> pair(here, "“");
            case '\'' -> pair(here, "”");
            case '-' -> dashes(here);
            case 'h' -> address(here);
            default -> character(here);
        };
    }

    private int mathematics(int from, String content, int after, boolean display) {
        flush(from);
        pieces.formula(content.strip(), display, from, after);
        textStart = after;
        spaceBefore = false;
        return after;
    }

    private int character(int here) {
        int point = source.codePointAt(here);
        int end = here + Character.charCount(point);
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            space();
        } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            write("\uFFFD");
        } else if (isShown(point)) {
            text.appendCodePoint(point);
            spaceBefore = false;
        }
        return end;
    }

    // Controls, and the marks that turn the direction of all that follows, have no place in a line of ours.
    private static boolean isShown(int point) {
        return !Character.isISOControl(point)
                && (point < 0x202A || point > 0x202E)
                && (point < 0x2066 || point > 0x2069);
    }

    private void space() {
        if (!spaceBefore) {
            text.append(' ');
            spaceBefore = true;
        }
    }

    private void write(String shown) {
        if (shown.isBlank()) {
            space();
        } else {
            text.append(shown.startsWith(" ") && spaceBefore ? shown.substring(1) : shown);
            spaceBefore = shown.endsWith(" ");
        }
    }

    // A tilde ties words together in TeX, but "~50" is how people write "about 50".
    private int tilde(int here) {
        boolean about = (here == 0 || Character.isWhitespace(source.charAt(here - 1)) || at(here - 1) == '(')
                && at(here + 1) >= '0'
                && at(here + 1) <= '9';
        write(about || at(here - 1) == '/' ? "~" : " ");
        return here + 1;
    }

    private int pair(int here, String quote) {
        if (at(here + 1) == at(here)) {
            write(quote);
            return here + 2;
        }
        return character(here);
    }

    private int dashes(int here) {
        int end = here;
        while (at(end) == '-') {
            end++;
        }
        boolean option = spaceBefore && Character.isLetter(at(end));
        write(
                switch (end - here) {
                    case 2 -> option ? "--" : "–";
                    case 3 -> "—";
                    default -> source.substring(here, end);
                });
        return end;
    }

    private int address(int here) {
        boolean address = source.startsWith("http://", here) || source.startsWith("https://", here);
        if (!address) {
            return character(here);
        }
        int end = here;
        while (end < source.length() && !Character.isWhitespace(at(end)) && at(end) != '}' && at(end) != '$') {
            if (at(end) == '\\' && "_%#&~".indexOf(at(end + 1)) >= 0) {
                end++;
            }
            if (at(end) == '\\') {
                break;
            }
            end = character(end);
        }
        return end;
    }

    private int command(int here) {
        char c = at(here + 1);
        if (isLetter(c)) {
            int end = here + 2;
            while (isLetter(at(end))) {
                end++;
            }
            return named(source.substring(here + 1, end), end);
        }
        if (TexName.of(String.valueOf(c)).prose() == TexName.Part.ACCENT) {
            return accent(String.valueOf(c), here + 2);
        }
        if (c == '\\' || c == ',' || c == ';' || c == ':' || c == '>' || Character.isWhitespace(c)) {
            space();
            return here + 2;
        }
        if (c == '!' || c == '/' || c == '-' || c == '@') {
            return here + 2;
        }
        if (c != '\0' && "%&#_${}()[]|+*".indexOf(c) >= 0) {
            write(String.valueOf(c));
            return here + 2;
        }
        write("\\");
        return here + 1;
    }

    private int named(String name, int end) {
        TexName known = TexName.of(name);
        switch (known.prose()) {
            case LETTER, SIGN -> {
                write(known.shown());
                return known.prose() == TexName.Part.LETTER ? afterLetter(end) : afterSign(end);
            }
            case ACCENT -> {
                if (at(end) == '{' || at(end) == ' ') {
                    return accent(name, end);
                }
            }
            case LOOK -> {
                return at(end) == '{' ? end : skipSpaces(end);
            }
            case REFERENCE -> {
                return reference(end);
            }
            default -> {
                // A name of the paper's own, or of something that is not shown here.
            }
        }
        if (name.equals("url") && at(end) == '{') {
            int close = group(end, '{', '}');
            write(source.substring(Math.min(end + 1, close), Math.max(end + 1, close - 1))
                    .strip());
            return close == end ? end + 1 : close;
        }
        if (name.equals("href") && at(end) == '{') {
            return group(end, '{', '}');
        }
        // A command of the paper's own: what it wraps is shown, or else its name.
        boolean wraps = at(end) == '{' && at(end + 1) != '}';
        if (!wraps) {
            write(at(end) == '{' ? name : "\\" + name);
        }
        return end;
    }

    private int afterSign(int end) {
        return source.startsWith("{}", end) ? end + 2 : end;
    }

    /** TeX swallows the space behind a command; writers rely on it within a word only. */
    private int afterLetter(int end) {
        return at(end) == ' ' && Character.isLetter(at(end + 1)) ? end + 1 : afterSign(end);
    }

    private int accent(String accent, int here) {
        int letter = here;
        boolean braced = at(letter) == '{';
        if (braced || at(letter) == ' ') {
            letter++;
        }
        String base;
        int end;
        if (at(letter) == '\\' && (at(letter + 1) == 'i' || at(letter + 1) == 'j') && !isLetter(at(letter + 2))) {
            base = String.valueOf(at(letter + 1));
            end = letter + 2;
        } else {
            int point = letter < source.length() ? source.codePointAt(letter) : 0;
            if (!Character.isLetter(point)
                    || (!braced && letter > here && accent.length() == 1 && !isLetter(accent.charAt(0)))) {
                write(isLetter(accent.charAt(0)) ? "\\" + accent : accent);
                return here;
            }
            base = Character.toString(point);
            end = letter + Character.charCount(point);
        }
        write(accented(accent, base));
        return braced && at(end) == '}' ? end + 1 : end;
    }

    /** The letter under the accent, as one character where Unicode has it. */
    private static String accented(String accent, String letter) {
        String base = letter.equals("ı") ? "i" : letter.equals("ȷ") ? "j" : letter;
        return Normalizer.normalize(base + TexName.of(accent).shown(), Normalizer.Form.NFC);
    }

    private int reference(int here) {
        int end = at(here) == '*' ? here + 1 : here;
        while (at(end) == '[' || at(end) == '{') {
            int close = at(end) == '[' ? group(end, '[', ']') : group(end, '{', '}');
            if (close == end) {
                break;
            }
            end = close;
        }
        boolean spaceNeeded = Character.isLetterOrDigit(at(end));
        if (!spaceNeeded && !text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
            spaceBefore = false;
        }
        return end;
    }

    private int group(int here, char open, char close) {
        int depth = 0;
        int last = Math.min(source.length(), here + LONGEST_GROUP);
        for (int i = here; i < last; i++) {
            char c = source.charAt(i);
            if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return i + 1;
            }
        }
        return here;
    }

    private int skipSpaces(int here) {
        int end = here;
        while (end < source.length() && Character.isWhitespace(at(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private char at(int index) {
        return index >= 0 && index < source.length() ? source.charAt(index) : '\0';
    }
}
