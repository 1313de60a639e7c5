package dev.broadsheet.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A text with its mathematics and its accents as people type them: TeX's {@code \mathcal{O}(n \log
 * n)} is "O(n log n)", {@code $\ell_p$}, {@code ℓ_p} and {@code ell_p} are "l_p", {@code CO$_2$} and
 * {@code CO₂} are "CO2", {@code Schr\"odinger} is "Schrodinger", α and {@code \alpha} are "alpha". Any
 * text is allowed; each character is read a bounded number of times. It knows where in the source
 * each of its characters comes from.
 */
public final class PlainText {
    private static final String INFINITY = TexName.of("infty").said();
    private static final String NOTHING = "!/-@";

    private final String source;
    private final StringBuilder text;
    private int[] starts;

    /** Where dropped signs began that belong to the next character, or -1. */
    private int dropped = -1;

    /** The length of the text when a command's name ended it: a letter would make it another name. */
    private int nameEnd = -1;

    /** Whether a subscript begins: digits join what stands before, letters after a low line. */
    private boolean subscript;

    /** Which of the open groups are sub- or superscripts. */
    private final BitSet scripts = new BitSet();

    private int groups;

    private PlainText(String source) {
        this.source = source;
        this.text = new StringBuilder(source.length() + 16);
        this.starts = new int[source.length() + 16];
    }

    /** The text, or null where the source is to be taken as it is. */
    public static @Nullable PlainText of(String source) {
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c > '\u00FF' || "\\{}$_^²³¹µ".indexOf(c) >= 0) {
                PlainText plain = new PlainText(source);
                plain.read();
                return plain;
            }
        }
        return null;
    }

    public String text() {
        return text.toString();
    }

    /** The source's offset for an offset in the text. */
    public int offset(int inText) {
        return inText < text.length() ? starts[inText] : source.length();
    }

    private void read() {
        int here = 0;
        while (here < source.length()) {
            char c = source.charAt(here);
            here = switch (c) {
                case '\\' -> command(here);
                case '{' -> open(here);
                case '}' -> close(here);
                case '$' -> dollar(here);
                case '_' -> lower(here);
                case '^' -> raise(here);
                default -> character(here);
            };
        }
    }

    private int command(int here) {
        int end = here + 1;
        while (isLetter(at(end))) {
            end++;
        }
        if (end == here + 1) {
            return sign(here);
        }
        TexName name = TexName.of(source.substring(here + 1, end));
        switch (name.plain()) {
            case LETTER -> {
                putAll(name.said(), here);
                return source.startsWith("{}", end) ? end + 2 : isSpaceBeforeLetter(end) ? end + 1 : end;
            }
            case ACCENT -> {
                if (at(end) == '{' || at(end) == '\\' || isSpaceBeforeLetter(end)) {
                    drop(here);
                    return at(end) == ' ' ? end + 1 : end;
                }
                say(name.said(), here);
            }
            case LOOK -> drop(here);
            case SIGN -> gap(here);
            default -> say(name.said(), here);
        }
        return end;
    }

    /** A backslash before something else than a letter. */
    private int sign(int here) {
        char c = at(here + 1);
        if (c == '_') {
            return lower(here + 1);
        }
        boolean accent = TexName.of(String.valueOf(c)).plain() == TexName.Part.ACCENT
                && (Character.isLetter(at(here + 2)) || "{\\".indexOf(at(here + 2)) >= 0);
        if (accent || NOTHING.indexOf(c) >= 0) {
            drop(here);
            return here + 2;
        }
        gap(here);
        return c == '\0' || Character.isLetterOrDigit(c) || Character.isSurrogate(c) ? here + 1 : here + 2;
    }

    private int open(int here) {
        char before = here == 0 ? ' ' : source.charAt(here - 1);
        scripts.set(groups++, before == '_' || before == '^');
        drop(here);
        return here + 1;
    }

    private int close(int here) {
        boolean script = groups > 0 && scripts.get(--groups);
        if (at(here + 1) == '{' || (script && Character.isLetterOrDigit(at(here + 1)))) {
            gap(here);
        } else {
            drop(here);
        }
        return here + 1;
    }

    private int dollar(int here) {
        boolean money = endsInWord() && Character.isDigit(at(here + 1));
        if (money) {
            gap(here);
        } else {
            drop(here);
        }
        return here + 1;
    }

    private int lower(int here) {
        foldEll();
        if (endsInWord()) {
            subscript = true;
        } else {
            put(' ', here);
        }
        return here + 1;
    }

    private int raise(int here) {
        foldEll();
        put('^', here);
        return here + 1;
    }

    /** The letter ell, where it was written as a word. */
    private void foldEll() {
        int start = text.length() - 3;
        boolean ell = start >= 0
                && text.charAt(start) == 'e'
                && text.charAt(start + 1) == 'l'
                && text.charAt(start + 2) == 'l'
                && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
        if (ell) {
            text.setLength(start);
            text.append('l');
        }
    }

    private int character(int here) {
        int point = source.codePointAt(here);
        int end = here + Character.charCount(point);
        if (point < 0x80) {
            int infinity = subscript ? infinity(here) : here;
            if (infinity > here) {
                say(INFINITY, here);
                return infinity;
            }
            put((char) point, here);
            return end;
        }
        if (point >= 0x300 && point <= 0x36F) {
            drop(here);
            return end;
        }
        String folded = folded(point);
        String word = folded.length() == 1 ? TexName.word(folded.charAt(0)) : null;
        boolean letter = Character.getType(point) != Character.MATH_SYMBOL;
        boolean inGreekWord = letter && (isGreek(here - 1) || isGreek(end));
        if (word != null && !inGreekWord) {
            say(word, here);
        } else {
            if (Scripts.isRaised(point) && (here == 0 || !Scripts.isRaised(source.charAt(here - 1)))) {
                put('^', here);
            } else if (Scripts.isLowered(point) && (here == 0 || !Scripts.isLowered(source.charAt(here - 1)))) {
                foldEll();
                subscript = endsInWord();
            }
            putAll(folded, here);
        }
        return end;
    }

    /** The end of the short word for infinity that begins here, or {@code here} where none does. */
    private int infinity(int here) {
        int end = source.startsWith("infty", here) ? here + 5 : source.startsWith("inf", here) ? here + 3 : here;
        return Character.isLetterOrDigit(at(end)) ? here : end;
    }

    /** Letters and digits that are drawn in another way only, as the usual ones; all else as it is. */
    private static String folded(int point) {
        String written = Character.toString(point);
        boolean drawn = point == 'µ'
                || Scripts.isRaised(point)
                || Scripts.isLowered(point)
                || (point >= 0x3D0 && point <= 0x3F5)
                || (point >= 0x2100 && point <= 0x214F)
                || (point >= 0x1D400 && point <= 0x1D7FF);
        if (!drawn) {
            return written;
        }
        String usual = Normalizer.normalize(written, Normalizer.Form.NFKC);
        return usual.codePointCount(0, usual.length()) == 1 ? usual : written;
    }

    private boolean isGreek(int index) {
        char c = index < 0 ? ' ' : at(index);
        return Character.isLetter(c) && (c >= 0x370 && c <= 0x3FF || c >= 0x1F00 && c <= 0x1FFF);
    }

    /** Writes a word by itself. */
    private void say(String word, int from) {
        if (!subscript) {
            gap(from);
        }
        putAll(word, from);
        nameEnd = text.length();
    }

    private void putAll(String word, int from) {
        for (int i = 0; i < word.length(); i++) {
            put(word.charAt(i), from);
        }
    }

    private void put(char c, int from) {
        boolean letter = Character.isLetter(c);
        if (subscript) {
            subscript = false;
            if (letter) {
                append('_', from);
            }
        } else if (letter && nameEnd == text.length()) {
            append(' ', from);
        }
        append(c, dropped >= 0 && !Character.isWhitespace(c) ? dropped : from);
        dropped = -1;
    }

    private void append(char c, int from) {
        if (text.length() == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        starts[text.length()] = from;
        text.append(c);
    }

    /** Signs before a word belong to it, those behind to the word before. */
    private void drop(int here) {
        if (dropped < 0 && !endsInWord()) {
            dropped = here;
        }
    }

    private void gap(int here) {
        if (endsInWord() || subscript) {
            put(' ', here);
        }
    }

    private boolean endsInWord() {
        return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
    }

    private boolean isSpaceBeforeLetter(int here) {
        return at(here) == ' ' && Character.isLetter(at(here + 1));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private char at(int index) {
        return index < source.length() ? source.charAt(index) : '\0';
    }
}
