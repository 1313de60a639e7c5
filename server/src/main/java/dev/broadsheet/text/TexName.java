package dev.broadsheet.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name of TeX, with its part in each form that a text takes here. The table {@code tex-names.txt} lists those that
 * are more than a name; it tells what the parts are. Immutable.
 *
 * @param shown the letter or sign it stands for, or the accent as a combining mark; empty where it stands for none
 * @param said what plain text has for it
 * @param prose its part in {@link TexText}
 * @param accents its part in {@link LatexAccents}
 * @param plain its part in {@link PlainText}
 * @param key its part in {@link TitleKey}
 */
record TexName(String name, String shown, String said, Part prose, Part accents, Part plain, Part key) {
    private static final Map<String, TexName> TABLE = read();

    /** What plain text and title keys have for characters that TeX has names for: Greek letters, few signs. */
    private static final Map<Character, String> WORDS = words();

    /** What a name is in one form of a text; see the table. */
    enum Part {
        NAME,
        LETTER,
        SIGN,
        ACCENT,
        LOOK,
        REFERENCE,
        FORMULA,
        JOIN,
        VARIANT
    }

    /** A name with or without a meaning, or the sign behind a backslash. */
    static TexName of(String name) {
        TexName known = TABLE.get(name);
        return known != null
                ? known
                : new TexName(name, "", withoutVar(name), Part.NAME, Part.NAME, Part.NAME, Part.NAME);
    }

    static Collection<TexName> all() {
        return TABLE.values();
    }

    /** The word for a sign or for a Greek letter without accent, whose name is in lower case; else null. */
    static @Nullable String word(char sign) {
        return WORDS.get(sign >= 'Α' && sign <= 'Ω' ? (char) (sign + 'α' - 'Α') : sign);
    }

    boolean isMathematics() {
        return prose == Part.FORMULA || prose == Part.JOIN;
    }

    private static Map<Character, String> words() {
        Map<Character, String> words = new HashMap<>();
        for (TexName name : TABLE.values()) {
            boolean mathematics = name.prose == Part.FORMULA || name.prose == Part.NAME;
            if (name.shown.length() == 1 && mathematics && name.accents == Part.NAME) {
                words.put(name.shown.charAt(0), name.said);
            }
        }
        return words;
    }

    private static Map<String, TexName> read() {
        try (InputStream file = TexName.class.getResourceAsStream("tex-names.txt")) {
            if (file == null) {
                throw new IllegalStateException("tex-names.txt is missing from the program");
            }
            Map<String, TexName> table = new HashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> read(line.split(" +"), table));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String[] line, Map<String, TexName> table) {
        for (int i = 4; i < line.length; i++) {
            // A name may be the equals sign, an accent in TeX.
            int equals = line[i].indexOf('=', 1);
            int colon = line[i].indexOf(':');
            int end = colon < 0 ? line[i].length() : colon;
            String name = line[i].substring(0, equals < 0 ? end : equals);
            String shown = equals < 0 ? "" : line[i].substring(equals + 1, end);
            TexName read = new TexName(
                    name,
                    shown.replace("◌", "").replace('␣', ' '),
                    colon < 0 ? withoutVar(name) : line[i].substring(colon + 1),
                    part(line[0]),
                    part(line[1]),
                    part(line[2]),
                    part(line[3]));
            if (table.put(name, read) != null) {
                throw new IllegalStateException("tex-names.txt has " + name + " twice");
            }
        }
    }

    private static Part part(String word) {
        return word.equals("-") ? Part.NAME : Part.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** A letter's variant is said as the letter. */
    private static String withoutVar(String name) {
        return name.length() > 4 && name.startsWith("var") ? name.substring(3) : name;
    }
}
