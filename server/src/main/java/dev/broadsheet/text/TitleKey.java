package dev.broadsheet.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A title reduced to what two printings of it have in common: letters and digits of any script in
 * lower case, without accents, TeX commands, punctuation and spaces' kinds.
 */
public final class TitleKey {
    private static final Pattern TEX_COMMAND = Pattern.compile("\\\\([a-zA-Z]+)\\*?(\\s?)|\\\\[^a-zA-Z]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** PostgreSQL's index takes 2,700 bytes a row; 400 characters are at most 1,200 bytes. */
    private static final int LONGEST_INDEXED = 400;

    /**
     * Letters that Unicode does not take apart, as TeX or people without such keys write them. The dotless j stays
     * itself: keys are stored in databases and must not change.
     */
    private static final Map<Character, String> LETTERS = TexName.all().stream()
            .filter(name -> name.key() == TexName.Part.LETTER && !name.shown().equals("ȷ"))
            .collect(Collectors.toMap(name -> name.shown().charAt(0), TexName::said));

    /** Where a subtitle begins. */
    private static final Pattern SUBTITLE = Pattern.compile("[:?]\\s+|\\s[-\u2013\u2014]+\\s");

    private TitleKey() {}

    /** The key; words are parted by one space, and it is empty where the title has neither letter nor digit. */
    public static String of(String title) {
        String key = ofPlainAscii(title);
        return key != null ? key : ofAny(title);
    }

    /**
     * The key by which titles are compared: without spaces, as "pretraining" and "pre-training", or
     * "CO$_2$" and "CO₂", part words otherwise.
     */
    public static String joined(String title) {
        return of(title).replace(" ", "");
    }

    /** What stands before the subtitle, as it is written; null where there is none. */
    public static @Nullable String mainTitle(String title) {
        Matcher subtitle = SUBTITLE.matcher(title);
        boolean parted = subtitle.find() && subtitle.end() < title.length();
        String main = parted ? title.substring(0, subtitle.start()) : "";
        return joined(main).isEmpty() ? null : main;
    }

    /**
     * The part of a key that databases store and are asked for; titles that are as long as a text
     * must not burst an index. Who finds papers by it compares the whole keys.
     */
    public static String indexed(String key) {
        if (key.length() <= LONGEST_INDEXED) {
            return key;
        }
        boolean splitsPair = Character.isHighSurrogate(key.charAt(LONGEST_INDEXED - 1));
        return key.substring(0, splitsPair ? LONGEST_INDEXED - 1 : LONGEST_INDEXED);
    }

    /** What databases store of the key of the title before the subtitle; null where there is none. */
    public static @Nullable String indexedMain(String title) {
        String main = mainTitle(title);
        return main == null ? null : indexed(joined(main));
    }

    /**
     * The key of a title of ASCII letters without TeX commands, which most are; null for others. An
     * import asks for the keys of millions of names, so this shortcut is worth its lines.
     */
    private static @Nullable String ofPlainAscii(String title) {
        StringBuilder key = new StringBuilder(title.length());
        boolean gap = false;
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            if (c > '~' || c == '\\') {
                return null;
            }
            boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (word) {
                if (gap && !key.isEmpty()) {
                    key.append(' ');
                }
                gap = false;
                key.append(c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
            } else if (c == '&') {
                key.append(key.isEmpty() ? "and" : " and");
                gap = true;
            } else if (c != '{' && c != '}' && c != '$') {
                gap = true;
            }
        }
        return key.toString();
    }

    /** The same for any title. */
    public static String ofAny(String title) {
        // A command's own name stays ("\alpha" and "alpha" are printings of one title), but not of
        // those that only change the letters' look.
        String text = TEX_COMMAND.matcher(title.replace("\\&", "&")).replaceAll(match -> {
            String name = match.group(1);
            if (name == null) {
                return "";
            }
            TexName command = TexName.of(name);
            return switch (command.key()) {
                // The space that ends a letter's command is none of the text.
                case LETTER -> command.said();
                case ACCENT -> "";
                case LOOK, SIGN -> match.group(2);
                case VARIANT -> " " + command.said() + match.group(2);
                default -> " " + name + match.group(2);
            };
        });
        String signs = text.replace("&", " and ").replace("ℓ", "ell");
        String plain =
                MARKS.matcher(Normalizer.normalize(signs, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_WORD.matcher(latin(plain.replaceAll("[{}$]", "").toLowerCase(Locale.ROOT)))
                .replaceAll(" ")
                .strip();
    }

    private static String latin(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            // The two letters are taken for each other.
            String letters = c > '~' ? LETTERS.get(c == 'đ' ? 'ð' : c) : null;
            String greek = c >= 'α' && c <= 'ω' ? TexName.word(c) : null;
            if (letters != null) {
                latin.append(letters);
            } else if (greek != null) {
                latin.append(' ').append(greek);
            } else {
                latin.append(c);
            }
        }
        return latin.toString();
    }
}
