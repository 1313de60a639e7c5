package dev.broadsheet.source.file;

import dev.broadsheet.text.LatexAccents;
import java.util.ArrayList;
import java.util.List;

/**
 * The names in a BibTeX {@code author} field, in reading order. As in BibTeX, braces hide what they
 * hold: an {@code and} or a comma in them parts nothing, and a name all in braces stays as it is.
 */
final class BibtexNames {
    private static final String AND = "and";

    private BibtexNames() {}

    static List<String> of(String field) {
        List<String> names = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < field.length(); i++) {
            depth = depth(depth, field.charAt(i));
            if (depth == 0 && isAnd(field, i)) {
                add(names, field.substring(from, i));
                from = i + 1 + AND.length();
                // The space after it may begin another one.
                i = from - 1;
            }
        }
        add(names, field.substring(from));
        return names;
    }

    private static void add(List<String> names, String name) {
        String clean = name.strip();
        if (!clean.isEmpty() && !clean.equalsIgnoreCase("others")) {
            names.add(readingOrder(clean));
        }
    }

    /** Whether a space, the word and another space begin here. */
    private static boolean isAnd(String field, int index) {
        int end = index + 1 + AND.length();
        return end < field.length()
                && Character.isWhitespace(field.charAt(index))
                && field.regionMatches(true, index + 1, AND, 0, AND.length())
                && Character.isWhitespace(field.charAt(end));
    }

    private static String readingOrder(String name) {
        List<String> parts = parts(name);
        return switch (parts.size()) {
            case 2 -> text(parts.get(1) + " " + parts.get(0));
            // "von Last, Jr, First"
            case 3 -> text(parts.get(2) + " " + parts.get(0) + " " + parts.get(1));
            default -> text(name);
        };
    }

    /** What commas outside of braces part. */
    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < name.length(); i++) {
            depth = depth(depth, name.charAt(i));
            if (depth == 0 && name.charAt(i) == ',') {
                parts.add(name.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(name.substring(from).strip());
        return parts;
    }

    private static int depth(int depth, char letter) {
        return switch (letter) {
            case '{' -> depth + 1;
            case '}' -> Math.max(0, depth - 1);
            default -> depth;
        };
    }

    private static String text(String name) {
        return LatexAccents.plain(name).replace('~', ' ').replaceAll("[{}]", "").strip();
    }
}
